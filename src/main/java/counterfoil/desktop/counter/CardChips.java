package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Texts;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.Hold;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerDetails.Flag;
import counterfoil.projection.AccountLine;
import counterfoil.projection.AccountStatus;
import counterfoil.projection.CustomerLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is to be known about an account and whose it is, in words and colours. */
final class CardChips {
  private final Texts texts;
  private final Consumer<UUID> release;
  private final LocalDate today;

  /**
   * @param release hears the hold that is to be released
   * @param today the business date, for who is not of age yet
   */
  CardChips(Texts texts, Consumer<UUID> release, LocalDate today) {
    this.texts = texts;
    this.release = release;
    this.today = today;
  }

  List<Node> of(Served served) {
    AccountLine line = served.line();
    List<Node> all = new ArrayList<>();
    served.holders().stream().map(CustomerLine::details).forEach(who -> flags(who, all));
    if (line.status() == AccountStatus.OPEN) {
      all.add(chip(texts.get("kit.status.open"), "chip-ok"));
    } else {
      all.add(
          chip(
              line.closedOn()
                  .map(day -> texts.get("counter.chip.closed-on", day))
                  .orElseGet(() -> texts.get("kit.status.closed")),
              "chip-danger"));
    }
    if (served.state() instanceof Open open) {
      open.frozen()
          .ifPresent(why -> all.add(warning(texts.get("counter.chip.frozen", why), "fth-lock")));
      open.holds().stream().filter(hold -> !isSum(hold)).forEach(hold -> all.add(hold(hold)));
    }
    if (line.ledger().isNegative()) {
      all.add(chip(texts.get("counter.chip.overdrawn"), "chip-warn"));
    }
    if (line.overdraftLimit().isPositive()) {
      all.add(chip(texts.get("counter.chip.overdraft", line.overdraftLimit()), "chip-accent"));
    }
    if (line.minimumBalance().isPositive()) {
      all.add(chip(texts.get("counter.chip.minimum", line.minimumBalance()), "chip-accent"));
    }
    all.add(chip(texts.get("counter.chip.opened-on", line.openedOn()), "chip"));
    return all;
  }

  /** Until the holds are read, one stands for their sum; it cannot be released. */
  private static boolean isSum(Hold hold) {
    return hold.id().equals(new UUID(0, 0));
  }

  private void flags(CustomerDetails who, List<Node> all) {
    if (who.flags().contains(Flag.DECEASED)) {
      all.add(warning(texts.get("customer.flag.deceased"), "fth-alert-triangle"));
    }
    if (who.isMinorOn(today)) {
      all.add(warning(texts.get("customer.flag.minor"), "fth-alert-triangle"));
    }
    if (who.flags().contains(Flag.DORMANT)) {
      all.add(warning(texts.get("customer.flag.dormant"), "fth-alert-triangle"));
    }
  }

  /** Pressed, it is taken to be released. */
  private Node hold(Hold held) {
    String text =
        held.releaseOn()
            .map(day -> texts.get("counter.chip.held-until", held.amount(), day))
            .orElseGet(() -> texts.get("counter.chip.held", held.amount()));
    var chip = new Button(text);
    chip.getStyleClass().addAll("chip", "chip-warn", "chip-button");
    chip.setMinWidth(Region.USE_PREF_SIZE);
    chip.setAccessibleHelp(texts.get("counter.action.release"));
    chip.setOnAction(_ -> release.accept(held.id()));
    return chip;
  }

  private static Label warning(String text, String icon) {
    var chip = chip(text, "chip-danger");
    chip.setGraphic(new FontIcon(icon));
    return chip;
  }

  private static Label chip(String text, String style) {
    var chip = new Label(text);
    chip.getStyleClass().addAll("chip", style);
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return chip;
  }
}
