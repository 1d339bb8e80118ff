package counterfoil.desktop.shell;

import counterfoil.application.AuditStatus;
import counterfoil.desktop.kit.BranchNow;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.LiveAudit;
import counterfoil.desktop.kit.LiveBranch;
import counterfoil.desktop.kit.LiveHead;
import counterfoil.desktop.kit.Message;
import counterfoil.domain.till.TillId;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Head;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The frame around the screens: which one is shown, and how the ledger stands. */
public final class ShellViewModel {
  /**
   * What the frame is about.
   *
   * @param navigator knows the screens already
   * @param calendar says the date of a ledger without staff, which opens no business days; asked on
   *     the screen's thread, so it must not read
   */
  public record Parts(
      Charter charter,
      CurrencyUnit currency,
      Navigator navigator,
      LiveHead head,
      LiveAudit audit,
      LiveBranch branch,
      Desk desk,
      Supplier<LocalDate> calendar) {}

  /** The person's till, and what is expected to lie in it. */
  public record OwnTill(TillId till, Money cash) {}

  private final Parts parts;
  private final boolean staffed;
  private final ReadOnlyObjectWrapper<Optional<LocalDate>> businessDate =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<OwnTill>> till =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public ShellViewModel(Parts parts) {
    this.parts = parts;
    this.staffed = parts.desk().staffed();
    parts.head().headProperty().subscribe(_ -> lookAtCalendar());
    parts.branch().nowProperty().subscribe(_ -> lookAtCalendar());
  }

  public Charter charter() {
    return parts.charter();
  }

  public Navigator navigator() {
    return parts.navigator();
  }

  public Desk desk() {
    return parts.desk();
  }

  /** Whether people sign in at this ledger. */
  public boolean staffed() {
    return staffed;
  }

  public ReadOnlyObjectProperty<Head> headProperty() {
    return parts.head().headProperty();
  }

  public ReadOnlyObjectProperty<AuditStatus> auditProperty() {
    return parts.audit().statusProperty();
  }

  /** What the status bar says of the background audit; nothing while there is none. */
  public Optional<Message> audited() {
    return switch (parts.audit().statusProperty().get()) {
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

  /** The branch's own date, not the clock's; nothing while no day is open. */
  public ReadOnlyObjectProperty<Optional<LocalDate>> businessDateProperty() {
    return businessDate.getReadOnlyProperty();
  }

  /** Nothing while the person has no till open. */
  public ReadOnlyObjectProperty<Optional<OwnTill>> tillProperty() {
    return till.getReadOnlyProperty();
  }

  /** As it calls itself now, which may not be how its ledger was founded. */
  public String branchName() {
    return parts.branch().now().settings().branchName().orElse(charter().branch());
  }

  public ReadOnlyObjectProperty<BranchNow> branchProperty() {
    return parts.branch().nowProperty();
  }

  /** The day may have changed: to be called now and then. */
  public void lookAtCalendar() {
    var now = parts.branch().now();
    businessDate.set(staffed ? now.day().openDate() : Optional.of(parts.calendar().get()));
    till.set(
        now.tillOf(desk().actor().name())
            .map(id -> new OwnTill(id, now.till(id).drawer(parts.currency()).total())));
  }

  /** Empty while there is nothing to say. */
  public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /** Shows what went wrong until it is closed. */
  public void report(Message fault) {
    notice.set(Optional.of(new Notice.Fault(fault)));
  }

  /** Says something good to know until it is closed. */
  public void tell(Message news) {
    notice.set(Optional.of(new Notice.News(news)));
  }

  public void closeNotice() {
    notice.set(Optional.empty());
  }

  /** The person has gone on: a hint has done its work. */
  public void goOn() {
    notice.set(notice.get().filter(now -> !(now instanceof Notice.Hint)));
  }

  /** Does an act on the screen it belongs to, or says why it cannot be done now. */
  public void perform(Actions.Entry entry) {
    entry.screen().ifPresent(parts.navigator()::show);
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
      case Finding.OfAccount found -> parts.navigator().openAccount(found.account().number());
      case Finding.OfCode(Code.AtCounter(var request)) -> parts.navigator().serve(request);
      case Finding.OfCode(Code.AtTill(var till)) -> parts.navigator().openTill(till);
      case Finding.OfCode(Code.AtIntegrity(var entry)) ->
          entry.ifPresentOrElse(
              parts.navigator()::prove, () -> parts.navigator().show("integrity"));
      case Finding.OfCode(Code.Unfinished _) -> {}
      case Finding.OfEntry found -> parts.navigator().openEntry(found.line().position());
    }
  }

  /** What the right end of the status bar says. */
  public Message durability() {
    if (desk().stoppedProperty().get()) {
      return Message.of("shell.status.stopped");
    }
    return desk()
        .lastAppendProperty()
        .get()
        .map(taken -> Message.of("shell.status.durable", taken.toNanos() / 1e6))
        .orElse(Message.of("shell.status.all-durable"));
  }
}
