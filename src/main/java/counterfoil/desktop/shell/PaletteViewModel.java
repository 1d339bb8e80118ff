package counterfoil.desktop.shell;

import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Texts;
import counterfoil.domain.account.AccountNumber;
import counterfoil.projection.AccountSelection;
import counterfoil.projection.Inquiries;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.joda.money.CurrencyUnit;

/**
 * The search and command field: finds accounts by number or holder, an entry by its number, and
 * acts by name, going to a screen among them; and takes function codes. What is in memory is shown
 * at once; what the ledger knows follows.
 */
public final class PaletteViewModel {
  static final int MAX_ACCOUNTS = 8;
  private static final Pattern ENTRY_NUMBER = Pattern.compile("#?([0-9][0-9,]{0,20})");

  private final Texts texts;
  private final Background background;
  private final Inquiries inquiries;
  private final CurrencyUnit currency;
  private final Actions actions;
  private final Consumer<Finding> open;
  private final StringProperty query = new SimpleStringProperty("");
  private final BooleanProperty showing = new SimpleBooleanProperty();
  private final ObservableList<Finding> findings = FXCollections.observableArrayList();
  private final IntegerProperty selected = new SimpleIntegerProperty(-1);
  private boolean asking;
  private boolean askAgain;

  /**
   * @param open goes to what was chosen
   */
  public PaletteViewModel(
      Texts texts,
      Background background,
      Inquiries inquiries,
      CurrencyUnit currency,
      Actions actions,
      Consumer<Finding> open) {
    this.texts = texts;
    this.background = background;
    this.inquiries = inquiries;
    this.currency = currency;
    this.actions = actions;
    this.open = open;
    query.subscribe(_ -> search());
    texts.localeProperty().subscribe(_ -> search());
  }

  public StringProperty queryProperty() {
    return query;
  }

  public BooleanProperty showingProperty() {
    return showing;
  }

  public ObservableList<Finding> findings() {
    return findings;
  }

  /** The index of the finding that Enter goes to; -1 for none. */
  public IntegerProperty selectedProperty() {
    return selected;
  }

  public void show() {
    showing.set(true);
    search();
  }

  /** Shuts it and forgets what was typed. */
  public void dismiss() {
    showing.set(false);
    query.set("");
  }

  /** Moves the selection by one, around the ends. */
  public void move(int by) {
    if (!findings.isEmpty()) {
      selected.set(Math.floorMod(selected.get() + by, findings.size()));
    }
  }

  /** Goes to the selected finding. */
  public void choose() {
    if (selected.get() >= 0 && selected.get() < findings.size()) {
      choose(findings.get(selected.get()));
    }
  }

  /** Goes to {@code finding}, unless it is an act that cannot be done now, or half a code. */
  public void choose(Finding finding) {
    boolean unavailable =
        finding instanceof Finding.OfAction act && !act.entry().action().available();
    if (unavailable || finding instanceof Finding.OfCode(Code.Unfinished _)) {
      return;
    }
    dismiss();
    open.accept(finding);
  }

  private String typed() {
    return query.get().strip();
  }

  private Optional<Code> code() {
    return Codes.read(query.get(), texts.locale(), currency);
  }

  private void search() {
    if (!showing.get()) {
      return;
    }
    var code = code();
    if (typed().isEmpty()) {
      present(named(""));
    } else if (code.isPresent()) {
      // At once: whoever types codes presses Enter without looking.
      present(List.of(new Finding.OfCode(code.get())));
    } else if (asking) {
      askAgain = true;
    } else {
      ask(typed());
    }
  }

  /** One question at a time: while one is under way, only the last thing typed is kept. */
  private void ask(String text) {
    asking = true;
    background.run(
        () -> recorded(text), found -> answered(text, found), _ -> answered(text, List.of()));
  }

  private void answered(String text, List<Finding> found) {
    asking = false;
    if (!showing.get() || typed().isEmpty() || code().isPresent()) {
      askAgain = false;
      return;
    }
    // Whoever types a whole account number means the account, though an entry may bear it too.
    var all = new LinkedHashSet<Finding>();
    found.stream().filter(finding -> isAccount(finding, text)).forEach(all::add);
    found.stream().filter(Finding.OfEntry.class::isInstance).forEach(all::add);
    all.addAll(named(text));
    all.addAll(found);
    present(List.copyOf(all));
    if (askAgain) {
      askAgain = false;
      ask(typed());
    }
  }

  private static boolean isAccount(Finding finding, String number) {
    return finding instanceof Finding.OfAccount account
        && account.account().number().value().equals(number);
  }

  private void present(List<Finding> all) {
    selected.set(-1);
    findings.setAll(all);
    selected.set(all.isEmpty() ? -1 : 0);
  }

  private List<Finding> named(String text) {
    var found = new ArrayList<Finding>();
    for (var entry : actions.all()) {
      if (!entry.action().id().equals(ShellView.SEARCH)
          && (matches(texts.get(entry.action().nameKey()), text) || ofScreen(entry, text))) {
        found.add(new Finding.OfAction(entry));
      }
    }
    return found;
  }

  /** Whoever types the name of a screen wants to see what can be done there. */
  private boolean ofScreen(Actions.Entry entry, String text) {
    return !text.isEmpty()
        && entry
            .screen()
            .filter(screen -> texts.get(ShellView.SCREEN + screen.id()).equalsIgnoreCase(text))
            .isPresent();
  }

  private boolean matches(String name, String text) {
    return name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }

  private List<Finding> recorded(String text) {
    var found = new ArrayList<Finding>();
    var entryNumber = ENTRY_NUMBER.matcher(text);
    if (entryNumber.matches()) {
      var digits = entryNumber.group(1).replace(",", "");
      if (digits.length() <= 18) {
        inquiries
            .journal(new long[] {Long.parseLong(digits)})
            .forEach(line -> found.add(new Finding.OfEntry(line)));
      }
    }
    var numbers = new LinkedHashSet<String>();
    AccountNumber.parse(text).ifPresent(number -> numbers.add(number.value()));
    inquiries.accountNumbers(AccountSelection.ALL.withText(text)).stream()
        .limit(MAX_ACCOUNTS)
        .forEach(numbers::add);
    inquiries
        .accounts(List.copyOf(numbers))
        .forEach(account -> found.add(new Finding.OfAccount(account)));
    return found;
  }
}
