package counterfoil.desktop.shell;

import counterfoil.application.AuditStatus;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.LiveAudit;
import counterfoil.desktop.kit.LiveHead;
import counterfoil.desktop.kit.Message;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Head;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The frame around the screens: which one is shown, and how the ledger stands. */
public final class ShellViewModel {
  private final Charter charter;
  private final Navigator navigator;
  private final LiveHead liveHead;
  private final LiveAudit audit;
  private final Desk desk;
  private final Supplier<LocalDate> calendar;
  private final ReadOnlyObjectWrapper<LocalDate> businessDate;
  private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * @param navigator knows the screens already
   * @param calendar says the business date
   */
  public ShellViewModel(
      Charter charter,
      Navigator navigator,
      LiveHead liveHead,
      LiveAudit audit,
      Desk desk,
      Supplier<LocalDate> calendar) {
    this.charter = charter;
    this.navigator = navigator;
    this.liveHead = liveHead;
    this.audit = audit;
    this.desk = desk;
    this.calendar = calendar;
    this.businessDate = new ReadOnlyObjectWrapper<>(calendar.get());
    liveHead.headProperty().subscribe(_ -> lookAtCalendar());
  }

  public Charter charter() {
    return charter;
  }

  public Navigator navigator() {
    return navigator;
  }

  public Desk desk() {
    return desk;
  }

  public ReadOnlyObjectProperty<Head> headProperty() {
    return liveHead.headProperty();
  }

  public ReadOnlyObjectProperty<AuditStatus> auditProperty() {
    return audit.statusProperty();
  }

  /** What the status bar says of the background audit; nothing while there is none. */
  public Optional<Message> audited() {
    return switch (audit.statusProperty().get()) {
      case AuditStatus.Off _ -> Optional.empty();
      case AuditStatus.Proven(long position) when position < headProperty().get().position() ->
          Optional.of(Message.of("shell.status.checking", position));
      case AuditStatus.Proven(long position) ->
          Optional.of(Message.of("shell.status.checked", position));
      case AuditStatus.Waiting(long position) ->
          Optional.of(Message.of("shell.status.check-waits", position));
      case AuditStatus.Alarm(var finding) ->
          Optional.of(Message.of("shell.status.alarm", finding.position()));
    };
  }

  public ReadOnlyObjectProperty<LocalDate> businessDateProperty() {
    return businessDate.getReadOnlyProperty();
  }

  /** The day may have changed: to be called now and then. */
  public void lookAtCalendar() {
    businessDate.set(calendar.get());
  }

  /** Empty while there is nothing to say. */
  public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /** Shows what went wrong until it is closed. */
  public void report(Message fault) {
    notice.set(Optional.of(new Notice.Fault(fault)));
  }

  public void closeNotice() {
    notice.set(Optional.empty());
  }

  /** The person has gone on: a hint has done its work. */
  public void goOn() {
    notice.set(notice.get().filter(Notice.Fault.class::isInstance));
  }

  /** Does an act on the screen it belongs to, or says why it cannot be done now. */
  public void perform(Actions.Entry entry) {
    entry.screen().ifPresent(navigator::show);
    var whyNot = entry.action().whyNot().getValue();
    if (whyNot.isEmpty()) {
      entry.action().run().run();
    } else {
      notice.set(whyNot.map(Notice.Hint::new));
    }
  }

  /** Goes to what the search found. */
  public void open(Finding finding) {
    switch (finding) {
      case Finding.OfAction found -> perform(found.entry());
      case Finding.OfAccount found -> navigator.openAccount(found.account().number());
      case Finding.OfCode(Code.AtCounter(var request)) -> navigator.serve(request);
      case Finding.OfCode(Code.AtTill(var till)) -> navigator.openTill(till);
      case Finding.OfCode(Code.Unfinished _) -> {}
      case Finding.OfEntry found -> navigator.openEntry(found.line().position());
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
