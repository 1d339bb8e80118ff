package counterfoil.domain.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.domain.Decision;
import counterfoil.domain.InputRefusal.TextMissing;
import counterfoil.domain.InputRefusal.TextTooLong;
import counterfoil.domain.Refusal;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffCommand.Administration;
import counterfoil.domain.staff.StaffCommand.ChangePassword;
import counterfoil.domain.staff.StaffCommand.GivePassword;
import counterfoil.domain.staff.StaffCommand.GrantRole;
import counterfoil.domain.staff.StaffCommand.LockWorkstation;
import counterfoil.domain.staff.StaffCommand.ReinstateStaff;
import counterfoil.domain.staff.StaffCommand.RevokeRole;
import counterfoil.domain.staff.StaffCommand.SignOut;
import counterfoil.domain.staff.StaffCommand.SuspendStaff;
import counterfoil.domain.staff.StaffCommand.UnlockSignIn;
import counterfoil.domain.staff.StaffEvent.Attempt;
import counterfoil.domain.staff.StaffEvent.Cause;
import counterfoil.domain.staff.StaffEvent.PasswordChanged;
import counterfoil.domain.staff.StaffEvent.PasswordConfirmed;
import counterfoil.domain.staff.StaffEvent.RoleGranted;
import counterfoil.domain.staff.StaffEvent.RoleRevoked;
import counterfoil.domain.staff.StaffEvent.SignInFailed;
import counterfoil.domain.staff.StaffEvent.SignInUnlocked;
import counterfoil.domain.staff.StaffEvent.SignedIn;
import counterfoil.domain.staff.StaffEvent.SignedOut;
import counterfoil.domain.staff.StaffEvent.StaffMemberAdded;
import counterfoil.domain.staff.StaffEvent.StaffReinstated;
import counterfoil.domain.staff.StaffEvent.StaffSuspended;
import counterfoil.domain.staff.StaffEvent.WorkstationLocked;
import counterfoil.domain.staff.StaffEvent.WorkstationUnlocked;
import counterfoil.domain.staff.StaffRefusal.AlreadySuspended;
import counterfoil.domain.staff.StaffRefusal.FirstMustAdminister;
import counterfoil.domain.staff.StaffRefusal.LastAdministrator;
import counterfoil.domain.staff.StaffRefusal.NameOrPasswordWrong;
import counterfoil.domain.staff.StaffRefusal.NoRole;
import counterfoil.domain.staff.StaffRefusal.NotLocked;
import counterfoil.domain.staff.StaffRefusal.NotSuspended;
import counterfoil.domain.staff.StaffRefusal.OwnLock;
import counterfoil.domain.staff.StaffRefusal.OwnRoles;
import counterfoil.domain.staff.StaffRefusal.OwnSuspension;
import counterfoil.domain.staff.StaffRefusal.RoleHeld;
import counterfoil.domain.staff.StaffRefusal.RoleNotHeld;
import counterfoil.domain.staff.StaffRefusal.RolesDoNotMix;
import counterfoil.domain.staff.StaffRefusal.SignInLocked;
import counterfoil.domain.staff.StaffRefusal.StaffExists;
import counterfoil.domain.staff.StaffRefusal.StaffNotFound;
import counterfoil.domain.staff.StaffRefusal.TryAgainAfter;
import counterfoil.domain.staff.StaffState.Member;
import counterfoil.domain.staff.StaffState.Unknown;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaffDeciderTest {
  private static final StaffName ANA = new StaffName("ana.k");
  private static final StaffName ADMIN = new StaffName("admin");
  private static final StaffName OTHER = new StaffName("otto");
  private static final Credential FIRST = credential("AAAA");
  private static final Credential SECOND = credential("BBBB");
  private static final String DESK = "Counter 1";
  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

  /** One administrator, who asks. */
  private static final Office OFFICE = new Office(Optional.of(ADMIN), Set.of(ADMIN));

  private static Credential credential(String salt) {
    return new Credential("$argon2id$v=19$m=64,t=1,p=1$" + salt + "$AAAA");
  }

  private static StaffState after(StaffEvent... events) {
    StaffState state = new Unknown();
    for (StaffEvent event : events) {
      state = state.after(event);
    }
    return state;
  }

  private static StaffMemberAdded added(StaffName name, Role... roles) {
    return new StaffMemberAdded(name, "Ana Kovač", Set.of(roles), FIRST);
  }

  private static Member failedTimes(int times, Instant last) {
    StaffState state = after(added(ANA, Role.TELLER));
    for (int i = 0; i < times; i++) {
      state = state.after(new SignInFailed(ANA, DESK, Attempt.SIGN_IN, last));
    }
    return assertInstanceOf(Member.class, state);
  }

  private static GivePassword given(boolean right, Instant at) {
    return new GivePassword(ANA, DESK, Attempt.SIGN_IN, right, true, at);
  }

  @Test
  void the_first_person_must_be_an_administrator() {
    assertRefused(add(Office.founding(), Role.TELLER), new FirstMustAdminister(ANA));
    assertAccepted(add(Office.founding(), Role.ADMINISTRATOR), added(ANA, Role.ADMINISTRATOR));
  }

  @Test
  void later_people_have_whatever_role_they_are_given() {
    for (Role role : Role.values()) {
      assertAccepted(add(OFFICE, role), added(ANA, role));
    }
    assertAccepted(
        add(OFFICE, Role.TELLER, Role.HEAD_TELLER), added(ANA, Role.TELLER, Role.HEAD_TELLER));
  }

  @Test
  void a_person_has_a_role_a_name_and_a_sign_in_name_of_their_own() {
    assertRefused(add(OFFICE), new NoRole(ANA));
    assertRefused(
        decide(after(), new AddStaffMember(ANA, " ", Set.of(Role.TELLER), FIRST), OFFICE),
        new TextMissing("full_name"));
    assertRefused(
        decide(
            after(added(ANA, Role.AUDITOR)),
            new AddStaffMember(ANA, "Ana", Set.of(Role.TELLER), FIRST),
            OFFICE),
        new StaffExists(ANA));
  }

  @Test
  void who_watches_or_sets_the_rules_does_nothing_else() {
    assertRefused(add(OFFICE, Role.TELLER, Role.AUDITOR), new RolesDoNotMix(ANA));
    assertRefused(add(OFFICE, Role.AUDITOR, Role.ADMINISTRATOR), new RolesDoNotMix(ANA));
    assertRefused(
        decide(after(added(ANA, Role.HEAD_TELLER)), new GrantRole(ANA, Role.ADMINISTRATOR), OFFICE),
        new RolesDoNotMix(ANA));
  }

  @Test
  void roles_are_granted_and_revoked_one_by_one() {
    StaffState teller = after(added(ANA, Role.TELLER));
    RoleGranted granted = new RoleGranted(ANA, Role.HEAD_TELLER);
    assertAccepted(decide(teller, new GrantRole(ANA, Role.HEAD_TELLER), OFFICE), granted);
    assertRefused(decide(teller, new GrantRole(ANA, Role.TELLER), OFFICE), new RoleHeld(ANA));
    assertRefused(
        decide(teller, new RevokeRole(ANA, Role.HEAD_TELLER), OFFICE), new RoleNotHeld(ANA));
    assertAccepted(
        decide(teller.after(granted), new RevokeRole(ANA, Role.TELLER), OFFICE),
        new RoleRevoked(ANA, Role.TELLER));
  }

  @Test
  void a_teller_becomes_an_auditor_by_giving_the_first_role_up() {
    StaffState nothing = after(added(ANA, Role.TELLER), new RoleRevoked(ANA, Role.TELLER));
    assertAccepted(
        decide(nothing, new GrantRole(ANA, Role.AUDITOR), OFFICE),
        new RoleGranted(ANA, Role.AUDITOR));
  }

  @Test
  void nobody_changes_their_own_roles_or_suspends_themselves() {
    StaffState admin = after(added(ADMIN, Role.ADMINISTRATOR));
    Office two = new Office(Optional.of(ADMIN), Set.of(ADMIN, OTHER));
    assertRefused(decide(admin, new GrantRole(ADMIN, Role.TELLER), two), new OwnRoles(ADMIN));
    assertRefused(
        decide(admin, new RevokeRole(ADMIN, Role.ADMINISTRATOR), two), new OwnRoles(ADMIN));
    assertRefused(decide(admin, new SuspendStaff(ADMIN, "leaving"), two), new OwnSuspension(ADMIN));
  }

  @Test
  void the_last_administrator_stays_one_whoever_asks() {
    StaffState admin = after(added(ADMIN, Role.ADMINISTRATOR));
    Office byAnother = new Office(Optional.of(OTHER), Set.of(ADMIN));
    assertRefused(
        decide(admin, new RevokeRole(ADMIN, Role.ADMINISTRATOR), byAnother),
        new LastAdministrator(ADMIN));
    assertRefused(
        decide(admin, new SuspendStaff(ADMIN, "leaving"), byAnother), new LastAdministrator(ADMIN));
    Office two = new Office(Optional.of(OTHER), Set.of(ADMIN, OTHER));
    assertAccepted(
        decide(admin, new RevokeRole(ADMIN, Role.ADMINISTRATOR), two),
        new RoleRevoked(ADMIN, Role.ADMINISTRATOR));
  }

  @Test
  void suspending_and_reinstating_each_need_a_reason_and_the_other_before() {
    StaffState teller = after(added(ANA, Role.TELLER));
    StaffSuspended suspended = new StaffSuspended(ANA, "on leave");
    assertAccepted(decide(teller, new SuspendStaff(ANA, "on leave"), OFFICE), suspended);
    assertRefused(decide(teller, new SuspendStaff(ANA, ""), OFFICE), new TextMissing("reason"));
    assertRefused(
        decide(teller, new SuspendStaff(ANA, "x".repeat(141)), OFFICE),
        new TextTooLong("reason", 141, 140));
    assertRefused(decide(teller, new ReinstateStaff(ANA, "back"), OFFICE), new NotSuspended(ANA));
    StaffState away = teller.after(suspended);
    assertRefused(decide(away, new SuspendStaff(ANA, "again"), OFFICE), new AlreadySuspended(ANA));
    assertAccepted(
        decide(away, new ReinstateStaff(ANA, "back"), OFFICE), new StaffReinstated(ANA, "back"));
  }

  @Test
  void nothing_is_done_about_somebody_who_is_not_there() {
    assertRefused(decide(after(), new GrantRole(ANA, Role.TELLER), OFFICE), new StaffNotFound(ANA));
    assertRefused(StaffDecider.decide(after(), new SignOut(ANA, DESK)), new StaffNotFound(ANA));
    assertRefused(StaffDecider.decide(after(), given(true, NINE)), new NameOrPasswordWrong());
  }

  @Test
  void a_password_set_by_somebody_else_is_known_as_that_until_it_is_changed() {
    StaffState state = after(added(ANA, Role.TELLER));
    assertTrue(member(state).passwordSetByAnother());
    Office own = new Office(Optional.of(ANA), Set.of(ADMIN));
    PasswordChanged changed = new PasswordChanged(ANA, SECOND, ANA);
    assertAccepted(decide(state, new ChangePassword(ANA, SECOND), own), changed);
    assertFalse(member(state.after(changed)).passwordSetByAnother());
    assertEquals(SECOND, member(state.after(changed)).credential());
    assertAccepted(
        decide(state, new ChangePassword(ANA, SECOND), OFFICE),
        new PasswordChanged(ANA, SECOND, ADMIN));
  }

  @Test
  void the_right_password_opens_what_it_was_given_for() {
    StaffState state = after(added(ANA, Role.TELLER));
    assertAccepted(StaffDecider.decide(state, given(true, NINE)), new SignedIn(ANA, DESK));
    assertAccepted(
        StaffDecider.decide(state, new GivePassword(ANA, DESK, Attempt.UNLOCK, true, true, NINE)),
        new WorkstationUnlocked(ANA, DESK));
    assertAccepted(
        StaffDecider.decide(
            state, new GivePassword(ANA, DESK, Attempt.SIGNATURE, true, true, NINE)),
        new PasswordConfirmed(ANA, DESK));
  }

  @Test
  void a_wrong_password_is_recorded_and_so_is_any_of_somebody_suspended() {
    StaffState state = after(added(ANA, Role.TELLER));
    SignInFailed failed = new SignInFailed(ANA, DESK, Attempt.SIGN_IN, NINE);
    assertAccepted(StaffDecider.decide(state, given(false, NINE)), failed);
    StaffState suspended = state.after(new StaffSuspended(ANA, "on leave"));
    assertAccepted(StaffDecider.decide(suspended, given(true, NINE)), failed);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,0", "2,0", "3,1", "4,2", "5,4", "6,8", "7,16", "8,32", "9,60"})
  void from_the_third_failure_on_the_wait_grows_up_to_a_minute(int failures, int seconds) {
    Member member = failedTimes(failures, NINE);
    assertEquals(seconds, member.failures().delay().toSeconds());
    if (seconds > 0) {
      assertRefused(
          StaffDecider.decide(member, given(true, NINE.plusSeconds(seconds).minusMillis(1))),
          new TryAgainAfter(1));
      assertRefused(StaffDecider.decide(member, given(true, NINE)), new TryAgainAfter(seconds));
    }
    assertAccepted(
        StaffDecider.decide(member, given(true, NINE.plusSeconds(seconds))),
        new SignedIn(ANA, DESK));
  }

  @Test
  void a_clock_set_back_by_a_year_makes_nobody_wait_a_year() {
    assertRefused(
        StaffDecider.decide(failedTimes(4, NINE), given(true, NINE.minusSeconds(31_536_000))),
        new TryAgainAfter(2));
  }

  @Test
  void after_ten_failures_the_door_stays_locked_until_somebody_else_unlocks() {
    Member locked = failedTimes(10, NINE);
    assertRefused(
        StaffDecider.decide(locked, given(true, NINE.plusSeconds(1_000_000))), new SignInLocked());
    Office own = new Office(Optional.of(ANA), Set.of(ADMIN));
    assertRefused(decide(locked, new UnlockSignIn(ANA), own), new OwnLock(ANA));
    SignInUnlocked unlocked = new SignInUnlocked(ANA, ADMIN);
    assertAccepted(decide(locked, new UnlockSignIn(ANA), OFFICE), unlocked);
    assertAccepted(
        StaffDecider.decide(locked.after(unlocked), given(true, NINE)), new SignedIn(ANA, DESK));
    assertRefused(decide(failedTimes(9, NINE), new UnlockSignIn(ANA), OFFICE), new NotLocked(ANA));
  }

  @Test
  void where_nobody_else_could_unlock_the_lock_lasts_an_hour() {
    Member locked = failedTimes(10, NINE);
    GivePassword early =
        new GivePassword(ANA, DESK, Attempt.SIGN_IN, true, false, NINE.plusSeconds(3_599));
    assertRefused(StaffDecider.decide(locked, early), new SignInLocked());
    GivePassword late =
        new GivePassword(ANA, DESK, Attempt.SIGN_IN, true, false, NINE.plusSeconds(3_600));
    assertAccepted(StaffDecider.decide(locked, late), new SignedIn(ANA, DESK));
  }

  @Test
  void whatever_goes_right_ends_the_count_of_failures() {
    for (StaffEvent right :
        List.of(
            new SignedIn(ANA, DESK),
            new WorkstationUnlocked(ANA, DESK),
            new PasswordConfirmed(ANA, DESK),
            new PasswordChanged(ANA, SECOND, ADMIN))) {
      assertEquals(Failures.NONE, member(failedTimes(9, NINE).after(right)).failures());
    }
    assertEquals(
        9, member(failedTimes(9, NINE).after(new SignedOut(ANA, DESK))).failures().count());
  }

  @Test
  void locking_and_signing_out_are_recorded() {
    StaffState state = after(added(ANA, Role.TELLER));
    assertAccepted(
        StaffDecider.decide(state, new LockWorkstation(ANA, DESK, Cause.IDLE)),
        new WorkstationLocked(ANA, DESK, Cause.IDLE));
    assertAccepted(StaffDecider.decide(state, new SignOut(ANA, DESK)), new SignedOut(ANA, DESK));
  }

  @Test
  void a_history_that_cannot_be_is_called_damaged() {
    assertThrows(IllegalStateException.class, () -> after(new SignedOut(ANA, DESK)));
    assertThrows(
        IllegalStateException.class, () -> after(added(ANA, Role.TELLER), added(ANA, Role.TELLER)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "ana", "ana.k", "t-01", "0_0"})
  void a_sign_in_name_is_small_letters_and_digits(String name) {
    assertEquals(Optional.of(new StaffName(name)), StaffName.parse(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "ana k", ".ana", "ana-", "аnа", "ana/k", "ana\nk", "安娜"})
  void other_names_are_none(String typed) {
    assertEquals(Optional.empty(), StaffName.parse(typed));
    assertThrows(IllegalArgumentException.class, () -> new StaffName(typed));
  }

  @Test
  void capitals_and_spaces_around_a_typed_name_do_not_matter() {
    assertEquals(Optional.of(ANA), StaffName.parse(" Ana.K "));
    assertEquals(Optional.empty(), StaffName.parse("x".repeat(61)));
  }

  @Test
  void a_credential_shows_itself_to_nobody_by_accident() {
    assertFalse(added(ANA, Role.TELLER).toString().contains("argon2"));
    assertThrows(IllegalArgumentException.class, () -> new Credential("correct horse"));
  }

  private static Decision<StaffEvent> add(Office office, Role... roles) {
    return decide(after(), new AddStaffMember(ANA, "Ana Kovač", Set.of(roles), FIRST), office);
  }

  private static Decision<StaffEvent> decide(
      StaffState state, Administration command, Office office) {
    return StaffDecider.decide(state, command, office);
  }

  private static Member member(StaffState state) {
    return assertInstanceOf(Member.class, state);
  }

  private static void assertAccepted(Decision<StaffEvent> decision, StaffEvent event) {
    assertEquals(Decision.accepted(event), decision);
  }

  private static void assertRefused(Decision<StaffEvent> decision, Refusal refusal) {
    assertEquals(Decision.refused(refusal), decision);
  }
}
