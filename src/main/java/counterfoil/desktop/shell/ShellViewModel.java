package counterfoil.desktop.shell;

import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.LiveHead;
import counterfoil.desktop.kit.Message;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Head;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The frame around the screens: which one is shown, and how the ledger stands. */
public final class ShellViewModel implements Navigation {
  private final Charter charter;
  private final List<Screen> screens;
  private final LiveHead liveHead;
  private final Desk desk;
  private final Supplier<LocalDate> calendar;
  private final ReadOnlyObjectWrapper<Screen> shown;
  private final ReadOnlyObjectWrapper<LocalDate> businessDate;
  private final ObjectProperty<Optional<Message>> notice =
      new SimpleObjectProperty<>(Optional.empty());

  /**
   * @param screens in the order of the rail, at least one
   * @param calendar says the business date
   */
  public ShellViewModel(
      Charter charter,
      List<Screen> screens,
      LiveHead liveHead,
      Desk desk,
      Supplier<LocalDate> calendar) {
    this.charter = charter;
    this.screens = List.copyOf(screens);
    this.liveHead = liveHead;
    this.desk = desk;
    this.calendar = calendar;
    this.shown = new ReadOnlyObjectWrapper<>(screens.getFirst());
    this.businessDate = new ReadOnlyObjectWrapper<>(calendar.get());
    liveHead.headProperty().subscribe(_ -> lookAtCalendar());
  }

  public Charter charter() {
    return charter;
  }

  public List<Screen> screens() {
    return screens;
  }

  public Desk desk() {
    return desk;
  }

  public ReadOnlyObjectProperty<Head> headProperty() {
    return liveHead.headProperty();
  }

  public ReadOnlyObjectProperty<Screen> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<LocalDate> businessDateProperty() {
    return businessDate.getReadOnlyProperty();
  }

  /** The day may have changed: to be called now and then. */
  public void lookAtCalendar() {
    businessDate.set(calendar.get());
  }

  /** Something the person should know that belongs to no field; empty for nothing. */
  public ObjectProperty<Optional<Message>> noticeProperty() {
    return notice;
  }

  @Override
  public void show(String screenId) {
    show(
        screens.stream()
            .filter(screen -> screen.id().equals(screenId))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no screen " + screenId)));
  }

  private void show(Screen screen) {
    shown.set(screen);
  }

  @Override
  public void openAccount(AccountNumber number) {
    screens.stream().filter(screen -> screen.openAccount(number)).findFirst().ifPresent(this::show);
  }

  @Override
  public void openEntry(long position) {
    screens.stream().filter(screen -> screen.openEntry(position)).findFirst().ifPresent(this::show);
  }

  /** Does an act on the screen it belongs to, or says why it cannot be done now. */
  public void perform(Actions.Entry entry) {
    entry.screen().ifPresent(this::show);
    var whyNot = entry.action().whyNot().getValue();
    notice.set(whyNot);
    if (whyNot.isEmpty()) {
      entry.action().run().run();
    }
  }

  /** Goes to what the search found. */
  public void open(Finding finding) {
    switch (finding) {
      case Finding.OfScreen found -> show(found.screen());
      case Finding.OfAction found -> perform(found.entry());
      case Finding.OfAccount found -> openAccount(found.account().number());
      case Finding.OfEntry found -> openEntry(found.line().position());
    }
  }

  /** What the right end of the status bar says. */
  public Message durability() {
    if (desk.stoppedProperty().get()) {
      return Message.of("shell.status.stopped");
    }
    return desk.lastAppendProperty()
        .get()
        .map(taken -> Message.of("shell.status.durable", taken.toNanos() / 1e6))
        .orElse(Message.of("shell.status.all-durable"));
  }
}
