package counterfoil.desktop.counter;

import counterfoil.application.Ledger;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.LatestQuestion;
import counterfoil.domain.branch.Settings;
import java.time.LocalDate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The branch's settings and its business date, as last read: the form needs them at every key. */
public final class BranchNow {
  /** What was read. */
  public record Facts(Settings settings, LocalDate businessDate) {}

  private final LatestQuestion<Boolean, Facts> question;
  private final ReadOnlyObjectWrapper<Facts> facts;

  BranchNow(Ledger ledger, Background background) {
    facts = new ReadOnlyObjectWrapper<>(new Facts(Settings.NONE, ledger.today()));
    question =
        new LatestQuestion<>(
            background,
            _ -> new Facts(ledger.settings(), ledger.businessDate()),
            (_, read) -> facts.set(read),
            // What was read last stays: the ledger itself decides by its own.
            _ -> {});
    refresh();
  }

  public ReadOnlyObjectProperty<Facts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  public Settings settings() {
    return facts.get().settings();
  }

  public LocalDate businessDate() {
    return facts.get().businessDate();
  }

  void refresh() {
    question.ask(true);
  }
}
