package counterfoil.application.dispatch;

import counterfoil.application.LedgerInDoubt;
import counterfoil.application.dispatch.Result.Done;
import counterfoil.application.dispatch.Result.DoneBefore;
import counterfoil.application.dispatch.Result.Moved;
import counterfoil.application.dispatch.Result.Unrecorded;
import counterfoil.application.dispatch.Ruling.Records;
import counterfoil.eventstore.Append;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.VersionConflict;
import counterfoil.projection.StreamLoader.Known;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Carries acts out: load, decide, append with the versions decided on. An act may be decided on
 * what is still on its way to the disk, since it is acknowledged only after that; but an answer
 * that records nothing (a refusal) is given only on what is on disk, and nothing is decided on what
 * turned out not to be recorded. What cannot be decided yet waits, in the order of hand-over.
 */
public final class Dispatcher {
  /** How often an act is decided anew when others changed its streams in between. */
  private static final int MAX_ATTEMPTS = 50;

  private final EventStore store;
  private final SigningDesk desk;
  private final Function<Subject<?, ?>, Known<?>> loader;
  private final Supplier<Optional<Finding>> doubt;
  private final boolean shared;

  /** Guards what follows; held while deciding, never while waiting for a force. */
  private final Object lock = new Object();

  private final Lanes lanes;
  private final PriorityQueue<Errand> waiting =
      new PriorityQueue<>(Comparator.comparingLong(Errand::number));
  private long handedOver;

  /** Answers that are known, to be given once the lock is free: who hears one may ask for more. */
  private final List<Runnable> answers = new ArrayList<>();

  /**
   * @param desk signs for the same store
   * @param loader a stream's state as it is on disk
   * @param doubt what an audit has found wrong with the ledger; while there is something, nothing
   *     is recorded
   * @param shared whether others append to the same store: then an act waits for what is under way
   *     for its streams, since a version alone does not tell whose entry it was built on
   */
  public Dispatcher(
      EventStore store,
      SigningDesk desk,
      Function<Subject<?, ?>, Known<?>> loader,
      Supplier<Optional<Finding>> doubt,
      boolean shared) {
    this.store = store;
    this.desk = desk;
    this.loader = loader;
    this.lanes = new Lanes(loader);
    this.doubt = doubt;
    this.shared = shared;
  }

  /**
   * Carries an act out; returns without waiting for the disk. Acts handed over by one thread that
   * concern the same stream take effect in that order. The future ends with a result once it is on
   * disk, or with {@link counterfoil.eventstore.StoreStopped}, {@link
   * counterfoil.eventstore.CommandIdReused}, {@link LedgerInDoubt}, {@link Hand.Withdrawn} or, if
   * somebody else kept changing a stream, {@link VersionConflict}; with a server also with {@link
   * counterfoil.eventstore.OutcomeUnknown} or {@link counterfoil.eventstore.NotRecorded}: the same
   * assignment may be given again then.
   */
  public CompletableFuture<Result> submit(Assignment assignment) {
    Optional<Finding> found = doubt.get();
    if (found.isPresent()) {
      return CompletableFuture.failedFuture(new LedgerInDoubt(found.get()));
    }
    CompletableFuture<Result> answer = new CompletableFuture<>();
    synchronized (lock) {
      var errand = new Errand(++handedOver, assignment, assignment.act().concerns(), answer, 0);
      boolean queued = waiting.stream().anyMatch(errand::meets);
      if (queued || !handled(errand)) {
        waiting.add(errand);
      }
    }
    tell();
    return answer;
  }

  /** Gives the answers that are known. Not to be called while holding the lock. */
  private void tell() {
    List<Runnable> known;
    synchronized (lock) {
      known = List.copyOf(answers);
      answers.clear();
    }
    known.forEach(Runnable::run);
  }

  /** An act on its way; {@code number} is its place in the order of hand-over. */
  private record Errand(
      long number,
      Assignment assignment,
      List<Concern> concerns,
      CompletableFuture<Result> answer,
      int attempts) {
    boolean meets(Errand other) {
      return concerns.stream().anyMatch(own -> other.concerns.stream().anyMatch(own::meets));
    }

    /** The same, concerned with more. */
    Errand with(List<Concern> more) {
      List<Concern> all = Stream.concat(concerns.stream(), more.stream()).toList();
      return new Errand(number, assignment, all, answer, attempts);
    }

    Errand again() {
      return new Errand(number, assignment, concerns, answer, attempts + 1);
    }
  }

  /**
   * What an act would come to on what is on disk now; nothing is recorded. Reads: not for a thread
   * that shows a screen.
   */
  public <T> T rehearse(Act act, Function<Standing, T> question, Function<T, List<Concern>> also) {
    List<Concern> concerns = act.concerns();
    while (true) {
      Map<StreamName, Known<?>> known = new LinkedHashMap<>();
      concerns.forEach(
          concern -> known.put(concern.subject().stream(), loader.apply(concern.subject())));
      T answer = question.apply(new Standing(known));
      List<Concern> more = also.apply(answer);
      if (more.isEmpty()) {
        return answer;
      }
      concerns = Stream.concat(concerns.stream(), more.stream()).toList();
    }
  }

  /** Answers the errand or hands it to the store; false if it must wait for what is under way. */
  private boolean handled(Errand errand) {
    Optional<Finding> found = doubt.get();
    if (found.isPresent()) {
      // It was found while the errand waited.
      answers.add(() -> errand.answer().completeExceptionally(new LedgerInDoubt(found.get())));
      return true;
    }
    try {
      if (lanes.spoilt(errand.concerns()) || (shared && !lanes.settled(errand.concerns()))) {
        return false;
      }
      Standing standing = lanes.standing(errand.concerns());
      Ruling ruling = errand.assignment().act().decide(standing);
      if (ruling instanceof Ruling.Also(var more)) {
        Errand wider = errand.with(more);
        boolean queued =
            waiting.stream()
                .anyMatch(other -> other.number() < errand.number() && other.meets(wider));
        return !queued && handled(wider);
      }
      Optional<Result> unrecorded = decided(errand, standing, ruling);
      if (unrecorded.isPresent() && !lanes.settled(errand.concerns())) {
        return false;
      }
      if (unrecorded.isPresent() && lanes.renewed(errand.concerns())) {
        // Another workstation has posted since: a refusal must not stand on what was before.
        return handled(errand);
      }
      if (unrecorded.isPresent()) {
        Result result = doneBefore(errand).orElse(unrecorded.get());
        answers.add(() -> errand.answer().complete(result));
      }
    } catch (RuntimeException e) {
      answers.add(() -> errand.answer().completeExceptionally(e));
    }
    return true;
  }

  /** Hands it over, or says what it comes to instead. */
  private Optional<Result> decided(Errand errand, Standing standing, Ruling ruling) {
    Assignment assignment = errand.assignment();
    Subject<?, ?> first = errand.concerns().getFirst().subject();
    long version = standing.version(first);
    long seen = assignment.seenVersion().orElse(version);
    if (seen != version) {
      return Optional.of(new Moved(first, version, seen));
    }
    return switch (ruling) {
      case Records records -> {
        append(errand, standing, records);
        yield Optional.empty();
      }
      case Ruling.Declined declined -> Optional.of(new Unrecorded(declined));
      case Ruling.Asks asks -> Optional.of(new Unrecorded(asks));
      case Ruling.Also also -> throw new IllegalStateException(also.toString());
    };
  }

  /** What came of this very command earlier, if it was given before. */
  private Optional<Result> doneBefore(Errand errand) {
    return store
        .find(errand.assignment().commandId(), errand.assignment().digest())
        .map(DoneBefore::new);
  }

  private void append(Errand errand, Standing before, Records records) {
    List<Append.Write> writes = new ArrayList<>();
    Map<StreamName, Known<?>> after = new LinkedHashMap<>();
    for (Change<?, ?> change : records.changes()) {
      StreamName stream = change.subject().stream();
      long version = before.version(change.subject());
      writes.add(new Append.Write(stream, ExpectedVersion.exactly(version), change.encoded()));
      after.put(stream, change.after(before));
    }
    List<Append.Demand> demands =
        errand.concerns().stream()
            .map(Concern::subject)
            .filter(subject -> !after.containsKey(subject.stream()))
            .map(subject ->
                new Append.Demand(
                    subject.stream(), ExpectedVersion.exactly(before.version(subject))))
            .toList();
    Assignment assignment = errand.assignment();
    Append append =
        new Append(
            assignment.commandId(), assignment.digest(), records.provenance(), writes, demands);
    // A conflict of what was decided on something under way says nothing of others: it is free.
    Errand counted = lanes.settled(errand.concerns()) ? errand.again() : errand;
    lanes.handedOver(errand.concerns(), after);
    var _ =
        desk.submit(append, assignment.hand())
            .whenComplete((done, fault) -> settle(counted, after, done, fault));
  }

  /**
   * Called on the store's thread, which must not wait for the disk: whatever reads goes to a thread
   * of its own.
   */
  private void settle(
      Errand errand,
      Map<StreamName, Known<?>> after,
      @Nullable Appended appended,
      @Nullable Throwable fault) {
    boolean recorded = appended != null && !appended.before();
    Optional<VersionConflict> conflict =
        fault instanceof VersionConflict found ? Optional.of(found) : Optional.empty();
    boolean again = conflict.isPresent() && errand.attempts() < MAX_ATTEMPTS;
    boolean resume;
    synchronized (lock) {
      lanes.answered(errand.concerns(), after, recorded, conflict);
      if (again) {
        waiting.add(errand);
      }
      resume = !waiting.isEmpty();
    }
    if (appended != null) {
      errand
          .answer()
          .complete(recorded ? new Done(appended, new Standing(after)) : new DoneBefore(appended));
    } else if (fault != null && !again) {
      errand.answer().completeExceptionally(fault);
    }
    if (resume) {
      Thread.startVirtualThread(this::resume);
    }
  }

  /** Tries everything that waits once more, in order; what meets an earlier one waits on. */
  private void resume() {
    synchronized (lock) {
      List<Errand> errands = new ArrayList<>();
      while (!waiting.isEmpty()) {
        errands.add(waiting.remove());
      }
      List<Errand> blocked = new ArrayList<>();
      for (Errand errand : errands) {
        if (blocked.stream().anyMatch(errand::meets) || !handled(errand)) {
          blocked.add(errand);
          waiting.add(errand);
        }
      }
    }
    tell();
  }
}
