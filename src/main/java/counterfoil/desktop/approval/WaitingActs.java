package counterfoil.desktop.approval;

import counterfoil.application.Order.WithdrawRequest;
import counterfoil.application.Outcome;
import counterfoil.application.Outcome.ApprovalNeeded;
import counterfoil.application.Outcome.ChangedMeanwhile;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.Outcome.Refused;
import counterfoil.application.Posting;
import counterfoil.desktop.approval.Waiting.Stage;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.LatestQuestion;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Refusals;
import counterfoil.projection.ApprovalLine;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The acts of this person that wait in the queue for somebody else, live, also those from before
 * the program was started: one that is granted is posted by hand, under its first id, so that it is
 * recorded once at most.
 */
public final class WaitingActs {
  private final Desk desk;
  private final ApprovalQuestions approvals;
  private final Background background;
  private final InstantSource clock;
  private final LatestQuestion<Set<UUID>, List<ApprovalLine>> question;
  private final ReadOnlyObjectWrapper<List<Waiting>> acts = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Message>> note =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private boolean remembered;
  private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper();
  private final List<BiConsumer<Posting, Posted>> listeners = new ArrayList<>();

  public WaitingActs(
      Desk desk, ApprovalQuestions approvals, Background background, InstantSource clock) {
    this.desk = desk;
    this.approvals = approvals;
    this.background = background;
    this.clock = clock;
    this.question =
        new LatestQuestion<>(background, this::read, (_, lines) -> show(lines), this::failed);
  }

  /** The oldest first. */
  public ReadOnlyObjectProperty<List<Waiting>> actsProperty() {
    return acts.getReadOnlyProperty();
  }

  /** What came of the last thing done here. */
  public ReadOnlyObjectProperty<Optional<Message>> noteProperty() {
    return note.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty underWayProperty() {
    return underWay.getReadOnlyProperty();
  }

  public Instant now() {
    return clock.instant();
  }

  /** Hears of every act that was posted from here. */
  public void whenPosted(BiConsumer<Posting, Posted> listener) {
    listeners.add(listener);
  }

  /** Whether an act of this id waits here. */
  public boolean has(UUID id) {
    return acts.get().stream().anyMatch(act -> act.id().equals(id));
  }

  /** Takes up what the same person left waiting when they went; what was decided since shows. */
  public void takeUp(List<Waiting> left) {
    acts.set(List.copyOf(left));
    refresh();
  }

  void add(Posting posting, ApprovalNeeded needed) {
    note.set(Optional.empty());
    List<Waiting> more = new ArrayList<>(acts.get());
    more.add(new Waiting(posting, needed, Optional.empty()));
    acts.set(List.copyOf(more));
    refresh();
  }

  /** Reads again how they stand; many calls in a row come as few. */
  public void refresh() {
    remember();
    if (!acts.get().isEmpty()) {
      question.ask(acts.get().stream().map(Waiting::id).collect(Collectors.toUnmodifiableSet()));
    }
  }

  /** What the person asked for earlier is looked up once: from then on everything passes here. */
  private void remember() {
    if (!remembered && desk.staffed()) {
      remembered = true;
      background.run(
          () -> approvals.askedBy(desk.actor().name()),
          earlier -> {
            List<Waiting> all = new ArrayList<>(acts.get());
            earlier.stream().filter(act -> !has(act.id())).forEach(all::add);
            acts.set(List.copyOf(all));
          },
          this::failed);
    }
  }

  /** The one that a key posts: the first that was granted. */
  public Optional<Waiting> ready() {
    return acts.get().stream().filter(act -> act.stageAt(now()) == Stage.GRANTED).findFirst();
  }

  /** Posts what was granted. */
  public void post(Waiting act) {
    begin();
    desk.post(act.posting(), outcome -> answered(act, outcome), this::fault);
  }

  /** The maker no longer wants it; or nothing can be done with it any more, and it is put away. */
  public void withdraw(Waiting act) {
    Stage stage = act.stageAt(now());
    if (stage != Stage.ASKED && stage != Stage.GRANTED) {
      remove(act);
      return;
    }
    begin();
    desk.post(
        Posting.of(new WithdrawRequest(act.id())),
        outcome -> {
          underWay.set(false);
          if (outcome instanceof Refused(_, var refusal)) {
            note.set(Optional.of(Refusals.message(refusal)));
            refresh();
          } else {
            note.set(Optional.of(Message.of("approval.waiting.withdrawn")));
            remove(act);
          }
        },
        this::fault);
  }

  private void begin() {
    underWay.set(true);
    note.set(Optional.empty());
  }

  private void answered(Waiting act, Outcome outcome) {
    underWay.set(false);
    switch (outcome) {
      case Posted posted -> {
        note.set(Optional.of(Message.of("approval.waiting.posted", posted.position())));
        remove(act);
        listeners.forEach(listener -> listener.accept(act.posting(), posted));
      }
      case Refused(_, var refusal) -> note.set(Optional.of(Refusals.message(refusal)));
      case ApprovalNeeded _ -> note.set(Optional.of(Message.of("approval.waiting.other-figures")));
      case ChangedMeanwhile changed ->
          note.set(Optional.of(Message.of("approval.waiting.changed", changed.account())));
    }
    refresh();
  }

  private void remove(Waiting gone) {
    acts.set(acts.get().stream().filter(act -> !act.id().equals(gone.id())).toList());
  }

  private void fault(Throwable why) {
    underWay.set(false);
    failed(why);
  }

  private void failed(Throwable why) {
    note.set(Optional.of(Faults.message(why)));
  }

  private List<ApprovalLine> read(Set<UUID> ids) {
    return ids.stream().flatMap(id -> approvals.approval(id).stream()).toList();
  }

  private void show(List<ApprovalLine> lines) {
    UnaryOperator<Waiting> renewed =
        act ->
            act.with(
                lines.stream()
                    .filter(line -> line.request().approval().equals(act.id()))
                    .findFirst()
                    .or(act::approval));
    acts.set(
        acts.get().stream().map(renewed).filter(act -> act.stageAt(now()) != Stage.OVER).toList());
  }
}
