package counterfoil.desktop.kit;

import counterfoil.application.RefusalFigures;
import counterfoil.domain.customer.CustomerDetails;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/**
 * The texts of the desktop in the language chosen. To be used on the screen's thread.
 *
 * <p>Views listen to a language for as long as there are texts in it. Those that go before the
 * program does get texts of their own, see {@link #ofTheirOwn}, and stay in memory no longer than
 * these.
 */
public final class Texts implements AutoCloseable {
  private static final String BUNDLE = "counterfoil.desktop.messages";

  private final ReadOnlyObjectWrapper<Locale> locale;
  private final Optional<Texts> leader;
  private final List<Texts> followers = new ArrayList<>();
  private ResourceBundle bundle;
  private ResourceBundle refusals;

  /** Texts in {@code locale}, in English where that language has none. */
  public Texts(Locale locale) {
    this(locale, Optional.empty());
  }

  private Texts(Locale locale, Optional<Texts> leader) {
    this.leader = leader;
    this.locale = new ReadOnlyObjectWrapper<>(locale);
    this.bundle = load(BUNDLE, locale);
    this.refusals = load(RefusalFigures.BUNDLE, locale);
  }

  /** Texts that are in one language with these until they are closed. */
  public Texts ofTheirOwn() {
    var own = new Texts(locale(), Optional.of(this));
    followers.add(own);
    return own;
  }

  /** Follows nobody any more. */
  @Override
  public void close() {
    leader.ifPresent(before -> before.followers.remove(this));
  }

  private static ResourceBundle load(String name, Locale locale) {
    // Without this control a missing language would fall back to the system's, not to English.
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return ResourceBundle.getBundle(name, locale, control);
  }

  public ReadOnlyObjectProperty<Locale> localeProperty() {
    return locale.getReadOnlyProperty();
  }

  public Locale locale() {
    return locale.get();
  }

  /** Changes the language; whoever listens to {@link #localeProperty()} hears of it. */
  public void use(Locale newLocale) {
    leader.ifPresentOrElse(before -> before.use(newLocale), () -> change(newLocale));
  }

  /** Who hears of it may load a view at once, in texts that follow. */
  private void change(Locale newLocale) {
    List.copyOf(followers).forEach(own -> own.change(newLocale));
    bundle = load(BUNDLE, newLocale);
    refusals = load(RefusalFigures.BUNDLE, newLocale);
    locale.set(newLocale);
  }

  public ResourceBundle bundle() {
    return bundle;
  }

  /**
   * The text of a key with its arguments in place. Money, decimals and dates are written as {@link
   * Figures} writes them; money with its currency.
   *
   * @throws java.util.MissingResourceException for a key that is in no bundle
   */
  public String get(String key, Object... arguments) {
    var shown = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      shown[i] = shown(arguments[i]);
    }
    return new MessageFormat(pattern(key), locale.get()).format(shown);
  }

  /** What the rules of the branch answer stands in a bundle of its own: scripts read it too. */
  private String pattern(String key) {
    return refusals.containsKey(key) ? refusals.getString(key) : bundle.getString(key);
  }

  public String text(Message message) {
    return get(message.key(), message.arguments().toArray());
  }

  /** A person's name as it was recorded; in this language, where it is erased. */
  public String name(String recorded) {
    return recorded.equals(CustomerDetails.ERASED_TEXT) ? get("customer.erased") : recorded;
  }

  private Object shown(Object argument) {
    return switch (argument) {
      case Message message -> text(message);
      case Money money ->
          Notation.amount(money.toBigMoney(), locale.get()) + " " + code(money.toBigMoney());
      case BigMoney money -> Notation.amount(money, locale.get()) + " " + code(money);
      case BigDecimal decimal -> Notation.decimal(decimal, decimal.scale(), locale.get());
      case LocalDate date -> Notation.date(date, locale.get());
      case Number number -> number;
      default -> argument.toString();
    };
  }

  private static String code(BigMoney money) {
    return money.getCurrencyUnit().getCode();
  }
}
