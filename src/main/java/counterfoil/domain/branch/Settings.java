package counterfoil.domain.branch;

import counterfoil.domain.branch.BranchEvent.DenominationsSet;
import counterfoil.domain.branch.BranchEvent.LimitSet;
import counterfoil.domain.branch.BranchEvent.ProductDefined;
import counterfoil.domain.branch.BranchEvent.SettingChanged;
import counterfoil.domain.branch.BranchEvent.TillAdded;
import counterfoil.domain.cash.Denominations;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillLimits;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The settings of the branch as its events have made them: what has been set, and for all the rest
 * what holds until somebody does.
 *
 * @param limits those that are set, each more than zero
 * @param products those that the branch has defined, by their codes
 * @param ownDenominations what replaces the built-in table
 * @param texts the named settings that are set
 * @param tills those that came into use since that is an entry, as they came
 */
public record Settings(
    Map<LimitName, Money> limits,
    SequencedMap<String, Product> products,
    Optional<Denominations> ownDenominations,
    Map<SettingName, String> texts,
    SequencedSet<TillId> tills) {
  /** What {@link SettingName#SIGN_IN} says from the first member of staff on. */
  public static final String SIGN_IN_REQUIRED = "required";

  /** Nothing has been set. */
  public static final Settings NONE =
      new Settings(
          Map.of(), new LinkedHashMap<>(), Optional.empty(), Map.of(), new LinkedHashSet<>());

  public Settings {
    limits = Map.copyOf(limits);
    products = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(products));
    texts = Map.copyOf(texts);
    tills = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(tills));
  }

  public Optional<Money> limit(LimitName name) {
    return Optional.ofNullable(limits.get(name));
  }

  public TillLimits tillLimits() {
    return new TillLimits(limit(LimitName.TILL_SOFT), limit(LimitName.TILL_HARD));
  }

  /** All products on offer: the two built-in ones unless redefined, then the branch's own. */
  public List<Product> products(CurrencyUnit currency) {
    SequencedMap<String, Product> all = new LinkedHashMap<>();
    Product.builtIn(currency).forEach(product -> all.put(product.code(), product));
    all.putAll(products);
    return List.copyOf(all.values());
  }

  /** The product under {@code code}; nothing for one that is not known, which has no rules. */
  public Optional<Product> product(String code, CurrencyUnit currency) {
    return products(currency).stream().filter(product -> product.code().equals(code)).findFirst();
  }

  public Denominations denominations(CurrencyUnit currency) {
    return ownDenominations
        .filter(own -> own.currency().equals(currency))
        .orElseGet(() -> Denominations.builtIn(currency));
  }

  /** The setting as it is written, or what holds until somebody sets it. */
  public String text(SettingName name) {
    return texts.getOrDefault(name, name.unset());
  }

  /** Its name for receipts and screens, where the branch has set another one than its ledger's. */
  public Optional<String> branchName() {
    return Optional.of(text(SettingName.BRANCH_NAME)).filter(name -> !name.isBlank());
  }

  /** Whether the ledger has staff: nothing is done in it by somebody who has not signed in. */
  public boolean signInRequired() {
    return text(SettingName.SIGN_IN).equals(SIGN_IN_REQUIRED);
  }

  /** How long nobody touches a workstation until it locks. */
  public Duration lockAfter() {
    return Duration.ofMinutes(Integer.parseInt(text(SettingName.LOCK_AFTER_MINUTES)));
  }

  /** How long an approval can be given and used. */
  public Duration approvalTime() {
    return Duration.ofMinutes(Integer.parseInt(text(SettingName.APPROVAL_MINUTES)));
  }

  /** Nothing where the branch is always open. */
  public Optional<OpeningHours> openingHours() {
    return OpeningHours.parse(text(SettingName.OPENING_HOURS));
  }

  /** Whether {@code moment}, in the branch's local time, is outside its opening hours. */
  public boolean isAfterHours(LocalTime moment) {
    return openingHours().stream().anyMatch(hours -> !hours.contains(moment));
  }

  /** The settings after {@code event}. */
  public Settings after(BranchEvent event) {
    return switch (event) {
      case LimitSet(var name, _, var amount) -> {
        Map<LimitName, Money> now = new EnumMap<>(LimitName.class);
        now.putAll(limits);
        amount.ifPresentOrElse(some -> now.put(name, some), () -> now.remove(name));
        yield new Settings(now, products, ownDenominations, texts, tills);
      }
      case ProductDefined(_, var product) -> {
        SequencedMap<String, Product> now = new LinkedHashMap<>(products);
        now.put(product.code(), product);
        yield new Settings(limits, now, ownDenominations, texts, tills);
      }
      case SettingChanged(var name, _, var value) -> {
        Map<SettingName, String> now = new EnumMap<>(SettingName.class);
        now.putAll(texts);
        now.put(name, value);
        yield new Settings(limits, products, ownDenominations, now, tills);
      }
      case DenominationsSet(_, var table) ->
          new Settings(limits, products, Optional.of(table), texts, tills);
      case TillAdded(var till) -> {
        SequencedSet<TillId> now = new LinkedHashSet<>(tills);
        now.add(till);
        yield new Settings(limits, products, ownDenominations, texts, now);
      }
    };
  }
}
