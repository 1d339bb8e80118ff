package counterfoil.desktop.till;

import counterfoil.application.Order;
import counterfoil.application.Outcome;
import counterfoil.desktop.kit.BranchNow;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.Handover;
import counterfoil.desktop.kit.LiveBranch;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Refusals;
import counterfoil.domain.branch.DayRefusal.LeftOpen;
import counterfoil.domain.branch.DayState;
import counterfoil.domain.staff.Permission;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Opens and closes the business day. */
public final class DayViewModel {
  private final LiveBranch branch;
  private final Handover handover;
  private final Supplier<LocalDate> today;
  private final boolean allowed;
  private final ObjectProperty<Optional<LocalDate>> date =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty reason = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<DayState> day =
      new ReadOnlyObjectWrapper<>(new DayState.NoDay());
  private final ReadOnlyObjectWrapper<Optional<LeftOpen>> leftOpen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * @param today the clock's date, which is proposed
   */
  public DayViewModel(LiveBranch branch, Desk desk, Supplier<LocalDate> today) {
    this.branch = branch;
    this.handover = new Handover(desk);
    this.today = today;
    this.allowed = desk.may(Permission.RUN_DAY);
    branch.nowProperty().subscribe(this::follow);
    reason.subscribe(() -> problem.set(Optional.empty()));
  }

  private void follow(BranchNow now) {
    if (!now.day().equals(day.get())) {
      leftOpen.set(Optional.empty());
      reason.set("");
      problem.set(Optional.empty());
    }
    day.set(now.day());
    if (now.day().openDate().isEmpty() && date.get().isEmpty()) {
      date.set(Optional.of(proposed(now)));
    }
  }

  /** Today, or the day after the last one where that has come already. */
  private LocalDate proposed(BranchNow now) {
    var clock = today.get();
    return now.day().latestDate().filter(last -> !last.isBefore(clock)).isPresent()
        ? now.day().latestDate().get().plusDays(1)
        : clock;
  }

  public ReadOnlyObjectProperty<DayState> dayProperty() {
    return day.getReadOnlyProperty();
  }

  /** Whether the person may open and close it. */
  public boolean allowed() {
    return allowed;
  }

  /** The date to open. */
  public ObjectProperty<Optional<LocalDate>> dateProperty() {
    return date;
  }

  /** Why it is closed over what is open still. */
  public StringProperty reasonProperty() {
    return reason;
  }

  /** What stood in the way of the closing, which may be forced now; nothing where nothing did. */
  public ReadOnlyObjectProperty<Optional<LeftOpen>> leftOpenProperty() {
    return leftOpen.getReadOnlyProperty();
  }

  /** As {@link #leftOpenProperty}, a line each. */
  public List<String> leftOpenLines() {
    return leftOpen.get().map(left -> List.of(left.what().split("; "))).orElse(List.of());
  }

  public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty underWayProperty() {
    return handover.underWayProperty();
  }

  public void open() {
    if (date.get().isEmpty()) {
      problem.set(Optional.of(Message.of("day.date.missing")));
    } else {
      hand(new Order.OpenBusinessDay(date.get().get()));
    }
  }

  public void close() {
    leftOpen.set(Optional.empty());
    hand(new Order.CloseBusinessDay(false, ""));
  }

  public void force() {
    if (reason.get().isBlank()) {
      problem.set(Optional.of(Message.of("day.reason.missing")));
    } else {
      hand(new Order.CloseBusinessDay(true, reason.get().strip()));
    }
  }

  /** Not forced after all. */
  public void goBack() {
    leftOpen.set(Optional.empty());
    reason.set("");
  }

  private void hand(Order order) {
    problem.set(Optional.empty());
    handover.hand(
        order,
        OptionalLong.empty(),
        this::answered,
        fault -> problem.set(Optional.of(Faults.message(fault))));
  }

  private void answered(Outcome outcome) {
    switch (outcome) {
      case Outcome.Posted _ -> {
        date.set(Optional.empty());
        branch.refresh();
      }
      case Outcome.Refused(_, LeftOpen left) -> leftOpen.set(Optional.of(left));
      case Outcome.Refused(_, var refusal) -> problem.set(Optional.of(Refusals.message(refusal)));
      case Outcome.ApprovalNeeded _, Outcome.ChangedMeanwhile _ -> branch.refresh();
    }
  }
}
