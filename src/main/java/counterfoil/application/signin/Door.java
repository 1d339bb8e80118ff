package counterfoil.application.signin;

import counterfoil.application.dispatch.Hand;
import counterfoil.application.dispatch.SigningDesk;
import counterfoil.application.signin.Confirmation.Confirmed;
import counterfoil.application.signin.Confirmation.Refused;
import counterfoil.domain.Decision;
import counterfoil.domain.Refusal;
import counterfoil.domain.staff.Credential;
import counterfoil.domain.staff.Failures;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffCommand.GivePassword;
import counterfoil.domain.staff.StaffDecider;
import counterfoil.domain.staff.StaffEvent;
import counterfoil.domain.staff.StaffEvent.Attempt;
import counterfoil.domain.staff.StaffEvent.SignInFailed;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.staff.StaffRefusal.NameOrPasswordWrong;
import counterfoil.domain.staff.StaffRefusal.Suspended;
import counterfoil.domain.staff.StaffState;
import counterfoil.domain.staff.StaffState.Member;
import counterfoil.domain.workstation.WorkstationEvent;
import counterfoil.eventstore.Append;
import counterfoil.eventstore.EventStoreException;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.Provenance;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.VersionConflict;
import counterfoil.payload.StaffEvents;
import counterfoil.payload.WorkstationEvents;
import counterfoil.projection.StreamLoader.Known;
import counterfoil.proof.TreeHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Looks at a password, decides and writes it down, before anybody hears the answer: whoever tries
 * at several doors at once is still let through one try at a time.
 */
final class Door {
  /** How often something is decided anew when the person's entries have moved on in between. */
  private static final int MAX_ATTEMPTS = 50;

  /** The role of somebody who has not shown yet who they are, or has none. */
  private static final String NO_ROLE = "none";

  /** The actor where a name was typed that nobody has. */
  private static final String NOBODY = "unknown";

  private final SigningDesk desk;
  private final People people;
  private final Passwords passwords;
  private final InstantSource clock;
  private final Place place;
  private final Strangers strangers;

  Door(SigningDesk desk, People people, Passwords passwords, InstantSource clock, Place place) {
    this.desk = desk;
    this.people = people;
    this.passwords = passwords;
    this.strangers = new Strangers(people, passwords);
    this.clock = clock;
    this.place = place;
  }

  /** Which branch the door belongs to, and which day it is there. */
  record Place(String branch, Supplier<LocalDate> businessDate) {}

  Passwords passwords() {
    return passwords;
  }

  /**
   * @throws IllegalStateException if there is nobody of that name
   */
  Member member(StaffName name) {
    if (people.load(name).state() instanceof Member member) {
      return member;
    }
    throw new IllegalStateException("nobody is called " + name);
  }

  /** Somebody gave a password: looks at it if it may be looked at now, and records what came. */
  Confirmation tried(String typed, char[] password, String workstation, Attempt attempt) {
    return StaffName.parse(typed)
        .flatMap(name -> triedBy(name, password, workstation, attempt))
        .orElseGet(() -> nobody(typed, workstation, attempt));
  }

  /** Nothing where nobody has that name. */
  private Optional<Confirmation> triedBy(
      StaffName name, char[] password, String workstation, Attempt attempt) {
    Optional<Look> before = Optional.empty();
    for (int i = 0; i < MAX_ATTEMPTS; i++) {
      Known<StaffState> known = people.load(name);
      if (!(known.state() instanceof Member member)) {
        return Optional.empty();
      }
      Instant now = now();
      boolean others = !member.failures().locked() || othersCanUnlock(name);
      Optional<Refusal> notNow = StaffDecider.refuseTry(member.failures(), now, others);
      if (notNow.isPresent()) {
        if (before.isEmpty()) {
          // Every try costs a hash: a stranger's does, to find out which one it is.
          passwords.matchNobody(password);
        }
        return notNow.map(Refused::new);
      }
      Look look =
          before
              .filter(done -> done.at().equals(member.credential()))
              .orElseGet(() -> look(member.credential(), password));
      before = Optional.of(look);
      GivePassword given = new GivePassword(name, workstation, attempt, look.right(), others, now);
      if (recorded(known, workstation, StaffDecider.decide(member, given), Optional.empty())) {
        return Optional.of(answer(member, look.right()));
      }
    }
    throw neverStill(name);
  }

  private Look look(Credential at, char[] password) {
    return new Look(at, passwords.matches(at, password));
  }

  /** What a password was compared with, and how that came out. */
  private record Look(Credential at, boolean right) {}

  private static Confirmation answer(Member member, boolean right) {
    if (!right) {
      return new Refused(new NameOrPasswordWrong());
    }
    return member.suspended() ? new Refused(new Suspended(member.name())) : new Confirmed(member);
  }

  /** The same way as for somebody, step by step, so that it takes the same time. */
  private Confirmation nobody(String typed, String workstation, Attempt attempt) {
    StreamName stranger = strangers.stream(typed);
    for (int i = 0; i < MAX_ATTEMPTS; i++) {
      Failures failures = strangers.failures(stranger);
      Optional<Refusal> notNow = StaffDecider.refuseTry(failures, now(), true);
      if (notNow.isPresent()) {
        return new Refused(notNow.get());
      }
      var failed = new WorkstationEvent.SignInFailed(workstation, attempt);
      try {
        append(
            new Append.Write(
                stranger,
                ExpectedVersion.exactly(failures.count() - 1L),
                List.of(WorkstationEvents.KIND.encode(failed))),
            provenance(NOBODY, NO_ROLE, workstation),
            Optional.empty());
        return new Refused(new NameOrPasswordWrong());
      } catch (VersionConflict _) {
        // Somebody else tried the same name: decided anew.
      }
    }
    throw new IllegalStateException("the entries of a name nobody has never stand still");
  }

  private boolean othersCanUnlock(StaffName name) {
    return people.names().stream()
        .filter(other -> !other.equals(name))
        .map(other -> people.load(other).state())
        .anyMatch(state -> state instanceof Member member && member.unlocksOthers());
  }

  /** Decides on the person as they are and records it, however often others come in between. */
  void record(
      StaffName name,
      String workstation,
      Function<StaffState, Decision<StaffEvent>> decider,
      Optional<Hand> hand) {
    for (int i = 0; i < MAX_ATTEMPTS; i++) {
      Known<StaffState> known = people.load(name);
      if (recorded(known, workstation, decider.apply(known.state()), hand)) {
        return;
      }
    }
    throw neverStill(name);
  }

  private static IllegalStateException neverStill(StaffName name) {
    return new IllegalStateException("the entries of " + name + " never stand still");
  }

  /** False where the person's entries have moved on since they were loaded. */
  private boolean recorded(
      Known<StaffState> known,
      String workstation,
      Decision<StaffEvent> decision,
      Optional<Hand> hand) {
    List<StaffEvent> events =
        switch (decision) {
          case Decision.Accepted(var accepted) -> accepted;
          case Decision.Refused(var refusal) ->
              throw new IllegalStateException("refused after all: " + refusal.code());
        };
    StaffName name = events.getFirst().name();
    boolean failed = events.getFirst() instanceof SignInFailed;
    try {
      append(
          new Append.Write(
              StaffEvents.stream(name),
              ExpectedVersion.exactly(known.version()),
              events.stream().map(StaffEvents.KIND::encode).toList()),
          provenance(name.value(), failed ? NO_ROLE : role(known.state()), workstation),
          hand);
      return true;
    } catch (VersionConflict _) {
      return false;
    }
  }

  private static String role(StaffState state) {
    return state instanceof Member member
        ? member.roles().stream().min(Comparator.naturalOrder()).map(Role::code).orElse(NO_ROLE)
        : NO_ROLE;
  }

  private void append(Append.Write write, Provenance provenance, Optional<Hand> hand) {
    // Every try is an act of its own: its id is its whole content, the password is no part of it.
    UUID id = provenance.correlationId();
    byte[] digest = TreeHash.sha256().digest(id.toString().getBytes(StandardCharsets.US_ASCII));
    var append = new Append(id, digest, provenance, List.of(write), List.of());
    var _ = EventStoreException.await(desk.submit(append, hand));
  }

  private Provenance provenance(String actor, String role, String workstation) {
    return new Provenance(
        actor,
        role,
        place.branch(),
        workstation,
        Optional.empty(),
        place.businessDate().get(),
        Optional.empty(),
        UUID.randomUUID(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
