package counterfoil.application.signin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.OrderRefusal.SignedOff;
import counterfoil.application.dispatch.SigningDesk;
import counterfoil.application.signin.PasswordRefusal.PasswordTooShort;
import counterfoil.application.signin.PasswordRefusal.PasswordUnchanged;
import counterfoil.application.signin.Passwords.Cost;
import counterfoil.application.signin.SignInResult.Refused;
import counterfoil.application.signin.SignInResult.SignedIn;
import counterfoil.domain.Refusal;
import counterfoil.domain.staff.Credential;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffEvent;
import counterfoil.domain.staff.StaffEvent.Cause;
import counterfoil.domain.staff.StaffEvent.PasswordChanged;
import counterfoil.domain.staff.StaffEvent.RoleRevoked;
import counterfoil.domain.staff.StaffEvent.SignInUnlocked;
import counterfoil.domain.staff.StaffEvent.StaffMemberAdded;
import counterfoil.domain.staff.StaffEvent.StaffSuspended;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.staff.StaffRefusal.NameOrPasswordWrong;
import counterfoil.domain.staff.StaffRefusal.SignInLocked;
import counterfoil.domain.staff.StaffRefusal.Suspended;
import counterfoil.domain.staff.StaffRefusal.TryAgainAfter;
import counterfoil.domain.staff.StaffState;
import counterfoil.eventstore.Append;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.InMemoryEventStore;
import counterfoil.eventstore.Provenance;
import counterfoil.eventstore.StoreStopped;
import counterfoil.eventstore.StreamName;
import counterfoil.payload.StaffEvents;
import counterfoil.projection.StreamLoader.Known;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
  private static final StaffName ANA = new StaffName("ana.k");
  private static final StaffName LEE = new StaffName("lee");
  private static final String RIGHT = "nine lemons on a tram";
  private static final String WRONG = "ten lemons on a tram!";
  private static final String DESK = "Counter 1";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  private final HandClock clock = new HandClock();
  private final EventStore store = new InMemoryEventStore(clock);
  private final Passwords passwords = new Passwords(new Cost(64, 1, 1));
  private final SignIn signIn =
      new SignIn(
          new SigningDesk(store, "test"),
          new Staff(store),
          passwords,
          clock,
          "Riverside",
          () -> DAY);

  /** A clock that goes on when it is told to. */
  private static final class HandClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-23T09:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    void goOn(Duration time) {
      now = now.plus(time);
    }
  }

  /** The staff, replayed from the first entry on every time. */
  private record Staff(EventStore store) implements People {
    @Override
    public Known<StaffState> load(StaffName name) {
      StaffState state = StaffEvents.KIND.nothing();
      List<Entry> entries = store.load(StaffEvents.stream(name), 0);
      for (Entry entry : entries) {
        state = StaffEvents.KIND.after(state, entry);
      }
      return new Known<>(state, entries.size() - 1L);
    }

    @Override
    public List<Instant> failuresOf(StreamName stranger) {
      return store.load(stranger, 0).stream().map(Entry::recordedAt).toList();
    }

    @Override
    public byte[] salt() {
      return new byte[16];
    }

    @Override
    public Collection<StaffName> names() {
      return List.of(ANA, LEE);
    }
  }

  @BeforeEach
  void a_teller_and_a_head_teller() {
    record(new StaffMemberAdded(ANA, "Ana Kovač", Set.of(Role.TELLER), hash(RIGHT)));
    record(new StaffMemberAdded(LEE, "Lee Wong", Set.of(Role.HEAD_TELLER), hash(RIGHT)));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Credential hash(String password) {
    return passwords.hash(password.toCharArray());
  }

  private void record(StaffEvent event) {
    UUID id = UUID.randomUUID();
    var _ =
        store.append(
            new Append(
                id,
                new byte[32],
                new Provenance(
                    "admin",
                    "administrator",
                    "Riverside",
                    "Office",
                    Optional.empty(),
                    DAY,
                    Optional.empty(),
                    id,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                List.of(
                    new Append.Write(
                        StaffEvents.stream(event.name()),
                        ExpectedVersion.any(),
                        List.of(StaffEvents.KIND.encode(event)))),
                List.of()));
  }

  private SignInResult tryWith(String name, String password) {
    return signIn.signIn(name, password.toCharArray(), DESK);
  }

  private SignedInPerson signedIn() {
    return assertInstanceOf(SignedIn.class, tryWith("ana.k", RIGHT)).person();
  }

  private Entry last() {
    return store.at(store.head().position()).orElseThrow();
  }

  private static String payload(Entry entry) {
    return new String(entry.payload(), StandardCharsets.UTF_8);
  }

  private static void assertRefused(SignInResult result, Refusal refusal) {
    assertEquals(new Refused(refusal), result);
  }

  @Test
  void who_gives_the_right_password_is_signed_in_and_that_is_an_entry() {
    SignedInPerson ana = signedIn();
    assertEquals(ANA, ana.name());
    assertEquals("Ana Kovač", ana.fullName());
    assertEquals(Set.of(Role.TELLER), ana.roles());
    assertEquals(DESK, ana.workstation());
    assertTrue(ana.signedIn());
    assertFalse(ana.locked());
    assertEquals("SignedIn", last().type().name());
    assertEquals(new StreamName("staff-ana.k"), last().stream());
    assertEquals("ana.k", last().provenance().actor());
    assertEquals("teller", last().provenance().role());
    assertEquals("Riverside", last().provenance().branch());
    assertEquals(DESK, last().provenance().workstation());
    assertEquals(DAY, last().provenance().businessDate());
  }

  @Test
  void capitals_in_the_name_do_not_matter() {
    assertInstanceOf(SignedIn.class, tryWith(" ANA.K ", RIGHT));
  }

  @Test
  void a_wrong_password_is_refused_and_is_an_entry_without_it() {
    assertRefused(tryWith("ana.k", WRONG), new NameOrPasswordWrong());
    assertEquals("SignInFailed", last().type().name());
    assertEquals(new StreamName("staff-ana.k"), last().stream());
    assertEquals("none", last().provenance().role());
    assertFalse(payload(last()).contains("lemons"));
  }

  @Test
  void a_name_nobody_has_is_an_entry_of_the_workstation_without_the_name() {
    assertRefused(tryWith("nine lemons on a tram", ""), new NameOrPasswordWrong());
    assertEquals("SignInFailed", last().type().name());
    assertTrue(
        last().stream().value().matches("workstation-door\\+[0-9a-f]{32}"), last()::toString);
    assertTrue(payload(last()).contains("Counter 1"));
    assertEquals("unknown", last().provenance().actor());
    assertFalse(payload(last()).contains("lemons"));
  }

  @Test
  void a_name_nobody_has_meets_the_very_same_answers_as_one_that_somebody_has() {
    for (String password : new String[] {WRONG, "", "x".repeat(5_000)}) {
      List<SignInResult> known = new ArrayList<>();
      List<SignInResult> unknown = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        known.add(tryWith("ana.k", password));
        unknown.add(tryWith("nobody-" + password.length(), password));
        clock.goOn(Duration.ofMillis(i % 2 == 0 ? 700 : 20_000));
      }
      assertEquals(known, unknown);
      assertEquals(new Refused(new SignInLocked()), known.getLast());
      record(new SignInUnlocked(ANA, LEE));
    }
  }

  @Test
  void a_restart_and_another_workstation_do_not_tell_a_name_nobody_has_from_a_real_one() {
    lock("ana.k");
    lock("nobody");
    var restarted =
        new SignIn(
            new SigningDesk(store, "test"), new Staff(store), passwords, clock, "R", () -> DAY);
    for (String name : List.of("ana.k", "nobody", " Nobody ")) {
      assertRefused(restarted.signIn(name, RIGHT.toCharArray(), "Counter 2"), new SignInLocked());
    }
    assertRefused(
        restarted.signIn("nobody-else", RIGHT.toCharArray(), "Counter 2"),
        new NameOrPasswordWrong());
  }

  @Test
  void tries_while_one_has_to_wait_neither_count_nor_find_out_anything() {
    for (int i = 0; i < 3; i++) {
      tryWith("ana.k", WRONG);
    }
    long before = store.head().position();
    for (int i = 0; i < 100; i++) {
      assertRefused(tryWith("ana.k", i % 2 == 0 ? RIGHT : WRONG), new TryAgainAfter(1));
    }
    assertEquals(before, store.head().position());
    clock.goOn(Duration.ofSeconds(1));
    assertInstanceOf(SignedIn.class, tryWith("ana.k", RIGHT));
  }

  @Test
  void each_try_costs_one_hash_and_one_entry_whoever_is_named() {
    long before = store.head().position();
    assertRefused(tryWith("ana.k", WRONG), new NameOrPasswordWrong());
    assertEquals(before + 1, store.head().position());
    assertRefused(tryWith("nobody", WRONG), new NameOrPasswordWrong());
    assertEquals(before + 2, store.head().position());
    assertRefused(tryWith("not a name!", WRONG), new NameOrPasswordWrong());
    assertEquals(before + 3, store.head().position());
  }

  @Test
  void from_the_third_failure_on_nothing_is_looked_at_for_a_while() {
    for (int i = 0; i < 3; i++) {
      assertRefused(tryWith("ana.k", WRONG), new NameOrPasswordWrong());
    }
    long before = store.head().position();
    assertRefused(tryWith("ana.k", RIGHT), new TryAgainAfter(1));
    assertEquals(before, store.head().position());
    clock.goOn(Duration.ofSeconds(1));
    assertRefused(tryWith("ana.k", WRONG), new NameOrPasswordWrong());
    assertRefused(tryWith("ana.k", RIGHT), new TryAgainAfter(2));
    clock.goOn(Duration.ofSeconds(2));
    assertInstanceOf(SignedIn.class, tryWith("ana.k", RIGHT));
    assertRefused(tryWith("ana.k", WRONG), new NameOrPasswordWrong());
    assertInstanceOf(SignedIn.class, tryWith("ana.k", RIGHT));
  }

  @Test
  void ten_failures_lock_until_somebody_else_unlocks() {
    lock("ana.k");
    clock.goOn(Duration.ofDays(30));
    assertRefused(tryWith("ana.k", RIGHT), new SignInLocked());
    record(new SignInUnlocked(ANA, LEE));
    assertInstanceOf(SignedIn.class, tryWith("ana.k", RIGHT));
  }

  private void lock(String name) {
    for (int i = 0; i < 10; i++) {
      assertRefused(tryWith(name, WRONG), new NameOrPasswordWrong());
      clock.goOn(Duration.ofSeconds(60));
    }
    assertRefused(tryWith(name, RIGHT), new SignInLocked());
  }

  @Test
  void the_only_one_who_could_unlock_is_locked_out_for_an_hour_only() {
    lock("lee");
    clock.goOn(Duration.ofMinutes(60));
    assertInstanceOf(SignedIn.class, tryWith("lee", RIGHT));
  }

  @Test
  void somebody_suspended_stays_out_and_only_the_right_password_says_why() {
    record(new StaffSuspended(ANA, "on leave"));
    assertRefused(tryWith("ana.k", WRONG), new NameOrPasswordWrong());
    assertRefused(tryWith("ana.k", RIGHT), new Suspended(ANA));
    assertEquals("SignInFailed", last().type().name());
  }

  @Test
  void passwords_are_wiped_whatever_came_of_them() {
    for (String name : new String[] {"ana.k", "nobody"}) {
      char[] password = RIGHT.toCharArray();
      var _ = signIn.signIn(name, password, DESK);
      assertArrayEquals(new char[RIGHT.length()], password);
    }
    char[] password = RIGHT.toCharArray();
    var _ = signIn.second("lee", password, DESK);
    assertArrayEquals(new char[RIGHT.length()], password);
  }

  @Test
  void a_locked_workstation_opens_to_the_persons_password_only() {
    SignedInPerson ana = signedIn();
    ana.lock(Cause.IDLE);
    assertTrue(ana.locked());
    assertEquals("WorkstationLocked", last().type().name());
    assertEquals(Optional.of(new NameOrPasswordWrong()), ana.unlock(WRONG.toCharArray()));
    assertTrue(ana.locked());
    assertEquals(Optional.empty(), ana.unlock(RIGHT.toCharArray()));
    assertFalse(ana.locked());
    assertEquals("WorkstationUnlocked", last().type().name());
  }

  @Test
  void who_has_left_gets_no_key_back_into_memory() {
    SignedInPerson ana = signedIn();
    assertTrue(ana.hand().isPresent());
    ana.lock(Cause.ASKED);
    assertTrue(ana.hand().isEmpty());
    ana.signOut();
    assertEquals(Optional.of(new SignedOff("ana.k")), ana.unlock(RIGHT.toCharArray()));
    assertTrue(ana.hand().isEmpty());
  }

  @Test
  void a_workstation_is_locked_and_left_once_however_often_it_is_asked() {
    SignedInPerson ana = signedIn();
    ana.lock(Cause.ASKED);
    long locked = store.head().position();
    ana.lock(Cause.IDLE);
    assertEquals(locked, store.head().position());
    ana.signOut();
    ana.signOut();
    ana.lock(Cause.ASKED);
    assertEquals(locked + 1, store.head().position());
    assertEquals("SignedOut", last().type().name());
    assertFalse(ana.signedIn());
    assertEquals(Set.of(), ana.roles());
  }

  @Test
  void a_workstation_locks_even_where_nothing_can_be_recorded() {
    SignedInPerson ana = signedIn();
    store.close();
    assertThrows(StoreStopped.class, () -> ana.lock(Cause.IDLE));
    assertTrue(ana.locked());
  }

  @Test
  void a_person_may_be_signed_in_at_two_workstations() {
    SignedInPerson here = signedIn();
    SignedInPerson there =
        assertInstanceOf(SignedIn.class, signIn.signIn("ana.k", RIGHT.toCharArray(), "Counter 2"))
            .person();
    here.signOut();
    assertTrue(there.signedIn());
    assertEquals(Set.of(Role.TELLER), there.roles());
  }

  @Test
  void roles_come_and_go_while_somebody_is_signed_in() {
    SignedInPerson ana = signedIn();
    record(new RoleRevoked(ANA, Role.TELLER));
    assertEquals(Set.of(), ana.roles());
    SignedInPerson lee = assertInstanceOf(SignedIn.class, tryWith("lee", RIGHT)).person();
    record(new StaffSuspended(LEE, "on leave"));
    assertEquals(Set.of(), lee.roles());
  }

  @Test
  void a_second_person_signs_at_the_desk_without_signing_in() {
    SignedInPerson ana = signedIn();
    Seconding seconding = signIn.second("lee", RIGHT.toCharArray(), DESK);
    assertEquals(LEE, assertInstanceOf(Seconding.By.class, seconding).member().name());
    assertEquals("PasswordConfirmed", last().type().name());
    assertEquals("head_teller", last().provenance().role());
    assertTrue(ana.signedIn());
    assertEquals(
        new Seconding.Refused(new NameOrPasswordWrong()),
        signIn.second("lee", WRONG.toCharArray(), DESK));
  }

  @Test
  void failures_at_the_desk_the_lock_and_the_door_count_together() {
    SignedInPerson ana = signedIn();
    ana.lock(Cause.ASKED);
    assertEquals(Optional.of(new NameOrPasswordWrong()), ana.unlock(WRONG.toCharArray()));
    assertEquals(
        new Seconding.Refused(new NameOrPasswordWrong()),
        signIn.second("ana.k", WRONG.toCharArray(), DESK));
    assertRefused(tryWith("ana.k", WRONG), new NameOrPasswordWrong());
    assertEquals(Optional.of(new TryAgainAfter(1)), ana.unlock(RIGHT.toCharArray()));
  }

  @Test
  void a_person_changes_their_own_password_with_the_old_one() {
    SignedInPerson ana = signedIn();
    assertTrue(ana.passwordSetByAnother());
    String chosen = "seven pears under a bridge";
    assertEquals(
        Optional.of(new NameOrPasswordWrong()),
        ana.changePassword(WRONG.toCharArray(), chosen.toCharArray()));
    assertEquals(
        Optional.of(new PasswordUnchanged()),
        ana.changePassword(RIGHT.toCharArray(), RIGHT.toCharArray()));
    assertEquals(
        Optional.of(new PasswordTooShort(5, 15)),
        ana.changePassword(RIGHT.toCharArray(), "short".toCharArray()));
    assertEquals(Optional.empty(), ana.changePassword(RIGHT.toCharArray(), chosen.toCharArray()));
    assertFalse(ana.passwordSetByAnother());
    assertRefused(tryWith("ana.k", RIGHT), new NameOrPasswordWrong());
    assertInstanceOf(SignedIn.class, tryWith("ana.k", chosen));
  }

  @Test
  void a_temporary_password_is_met_when_it_is_given_and_gone_when_another_is_chosen() {
    SignedInPerson ana = signedIn();
    assertFalse(ana.passwordTemporary());
    record(new PasswordChanged(ANA, hash(RIGHT), new StaffName("lee"), true));
    assertFalse(ana.passwordTemporary(), "not in the middle of what she does");
    ana.lock(Cause.ASKED);
    assertEquals(Optional.empty(), ana.unlock(RIGHT.toCharArray()));
    assertTrue(ana.passwordTemporary());
    String chosen = "seven pears under a bridge";
    assertEquals(Optional.empty(), ana.changePassword(RIGHT.toCharArray(), chosen.toCharArray()));
    assertFalse(ana.passwordTemporary());
    assertFalse(signedInWith(chosen).passwordTemporary());
  }

  private SignedInPerson signedInWith(String password) {
    return assertInstanceOf(SignedIn.class, tryWith("ana.k", password)).person();
  }

  @Test
  void whoever_tries_at_many_doors_at_once_is_let_through_one_try_at_a_time() throws Exception {
    for (String name : List.of("ana.k", "nobody")) {
      List<Callable<SignInResult>> tries = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        tries.add(() -> tryWith(name, WRONG));
      }
      List<SignInResult> answers = new ArrayList<>();
      try (var doors = Executors.newFixedThreadPool(8)) {
        for (Future<SignInResult> answer : doors.invokeAll(tries)) {
          answers.add(answer.get());
        }
      }
      assertEquals(
          3, answers.stream().filter(new Refused(new NameOrPasswordWrong())::equals).count());
      assertEquals(21, answers.stream().filter(new Refused(new TryAgainAfter(1))::equals).count());
    }
  }
}
