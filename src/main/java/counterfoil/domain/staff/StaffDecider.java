package counterfoil.domain.staff;

import static counterfoil.domain.Decision.accepted;
import static counterfoil.domain.Decision.refused;

import counterfoil.domain.Decision;
import counterfoil.domain.Limits;
import counterfoil.domain.Refusal;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffCommand.Administration;
import counterfoil.domain.staff.StaffCommand.AtTheDoor;
import counterfoil.domain.staff.StaffCommand.CertifyKey;
import counterfoil.domain.staff.StaffCommand.ChangePassword;
import counterfoil.domain.staff.StaffCommand.GivePassword;
import counterfoil.domain.staff.StaffCommand.GrantRole;
import counterfoil.domain.staff.StaffCommand.LockWorkstation;
import counterfoil.domain.staff.StaffCommand.ReinstateStaff;
import counterfoil.domain.staff.StaffCommand.RevokeKey;
import counterfoil.domain.staff.StaffCommand.RevokeRole;
import counterfoil.domain.staff.StaffCommand.SignOut;
import counterfoil.domain.staff.StaffCommand.SuspendStaff;
import counterfoil.domain.staff.StaffCommand.UnlockSignIn;
import counterfoil.domain.staff.StaffEvent.PasswordChanged;
import counterfoil.domain.staff.StaffEvent.PasswordConfirmed;
import counterfoil.domain.staff.StaffEvent.RoleGranted;
import counterfoil.domain.staff.StaffEvent.RoleRevoked;
import counterfoil.domain.staff.StaffEvent.SignInFailed;
import counterfoil.domain.staff.StaffEvent.SignInUnlocked;
import counterfoil.domain.staff.StaffEvent.SignedIn;
import counterfoil.domain.staff.StaffEvent.SignedOut;
import counterfoil.domain.staff.StaffEvent.SigningKeyCertified;
import counterfoil.domain.staff.StaffEvent.SigningKeyRevoked;
import counterfoil.domain.staff.StaffEvent.StaffMemberAdded;
import counterfoil.domain.staff.StaffEvent.StaffReinstated;
import counterfoil.domain.staff.StaffEvent.StaffSuspended;
import counterfoil.domain.staff.StaffEvent.WorkstationLocked;
import counterfoil.domain.staff.StaffEvent.WorkstationUnlocked;
import counterfoil.domain.staff.StaffRefusal.AlreadySuspended;
import counterfoil.domain.staff.StaffRefusal.FirstMustAdminister;
import counterfoil.domain.staff.StaffRefusal.KeyNotPending;
import counterfoil.domain.staff.StaffRefusal.LastAdministrator;
import counterfoil.domain.staff.StaffRefusal.NameOrPasswordWrong;
import counterfoil.domain.staff.StaffRefusal.NoRole;
import counterfoil.domain.staff.StaffRefusal.NoSigningKey;
import counterfoil.domain.staff.StaffRefusal.NotLocked;
import counterfoil.domain.staff.StaffRefusal.NotSuspended;
import counterfoil.domain.staff.StaffRefusal.OwnKey;
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
import counterfoil.domain.staff.StaffState.KeyStanding;
import counterfoil.domain.staff.StaffState.Member;
import counterfoil.domain.staff.StaffState.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The rules of the branch's staff: state and command in, events or a refusal out. Whether who asks
 * may ask such a thing at all is {@link Permissions}' matter.
 */
public final class StaffDecider {
  public static final int MAX_FULL_NAME_LENGTH = 140;
  public static final int MAX_REASON_LENGTH = 140;

  private StaffDecider() {}

  /** Decides what one person does about another, or about themselves. */
  public static Decision<StaffEvent> decide(
      StaffState state, Administration command, Office office) {
    return switch (command) {
      case AddStaffMember c -> add(state, c, office);
      case GrantRole c -> whenMember(state, c.name(), member -> grant(member, c, office));
      case RevokeRole c -> whenMember(state, c.name(), member -> revoke(member, c, office));
      case ChangePassword c ->
          whenMember(state, c.name(), _ -> accepted(changed(c, office.by().orElse(c.name()))));
      case SuspendStaff c -> whenMember(state, c.name(), member -> suspend(member, c, office));
      case ReinstateStaff c -> whenMember(state, c.name(), member -> reinstate(member, c));
      case UnlockSignIn c -> whenMember(state, c.name(), member -> unlock(member, c, office));
      case CertifyKey c -> whenMember(state, c.name(), member -> certify(member, c, office));
      case RevokeKey c -> whenMember(state, c.name(), member -> revokeKey(member, c, office));
    };
  }

  /**
   * Decides what a person does at a workstation's door. A wrong password is not refused but
   * recorded; where the answer is a refusal, the password must not have been looked at.
   */
  public static Decision<StaffEvent> decide(StaffState state, AtTheDoor command) {
    return switch (command) {
      case GivePassword c -> givePassword(state, c);
      case SignOut c ->
          whenMember(state, c.name(), _ -> accepted(new SignedOut(c.name(), c.workstation())));
      case LockWorkstation c ->
          whenMember(
              state,
              c.name(),
              _ -> accepted(new WorkstationLocked(c.name(), c.workstation(), c.cause())));
    };
  }

  /** Why a password is not even looked at now, if it is not. */
  public static Optional<Refusal> refuseTry(
      Failures failures, Instant now, boolean othersCanUnlock) {
    if (failures.lockedAt(now, othersCanUnlock)) {
      return Optional.of(new SignInLocked());
    }
    Duration wait = failures.waitAt(now);
    return wait.isPositive()
        ? Optional.of(new TryAgainAfter(Math.toIntExact(wait.plusNanos(999_999_999).toSeconds())))
        : Optional.empty();
  }

  private static Decision<StaffEvent> givePassword(StaffState state, GivePassword c) {
    return switch (state) {
      case Unknown _ -> refused(new NameOrPasswordWrong());
      case Member member ->
          refuseTry(member.failures(), c.at(), c.othersCanUnlock())
              .<Decision<StaffEvent>>map(Decision::refused)
              .orElseGet(() -> accepted(tried(member, c)));
    };
  }

  private static StaffEvent tried(Member member, GivePassword c) {
    if (!c.right() || member.suspended()) {
      return new SignInFailed(c.name(), c.workstation(), c.attempt(), c.at());
    }
    return switch (c.attempt()) {
      case SIGN_IN -> new SignedIn(c.name(), c.workstation());
      case UNLOCK -> new WorkstationUnlocked(c.name(), c.workstation());
      case SIGNATURE -> new PasswordConfirmed(c.name(), c.workstation());
    };
  }

  private static Decision<StaffEvent> add(StaffState state, AddStaffMember c, Office office) {
    return switch (state) {
      case Member _ -> refused(new StaffExists(c.name()));
      case Unknown _ when c.roles().isEmpty() -> refused(new NoRole(c.name()));
      case Unknown _ when !Permissions.mix(c.roles()) -> refused(new RolesDoNotMix(c.name()));
      case Unknown _ when office.unstaffed() && !c.roles().contains(Role.ADMINISTRATOR) ->
          refused(new FirstMustAdminister(c.name()));
      case Unknown _ ->
          refusedOr(
              Limits.refuseName("full_name", c.fullName(), MAX_FULL_NAME_LENGTH),
              new StaffMemberAdded(
                  c.name(), c.fullName(), c.roles(), c.credential(), c.temporary()));
    };
  }

  private static PasswordChanged changed(ChangePassword c, StaffName by) {
    return new PasswordChanged(c.name(), c.credential(), by, c.temporary() && !by.equals(c.name()));
  }

  private static Decision<StaffEvent> grant(Member member, GrantRole c, Office office) {
    if (isOwn(c, office)) {
      return refused(new OwnRoles(c.name()));
    }
    if (member.roles().contains(c.role())) {
      return refused(new RoleHeld(c.name()));
    }
    Set<Role> roles = new HashSet<>(member.roles());
    roles.add(c.role());
    return Permissions.mix(roles)
        ? accepted(new RoleGranted(c.name(), c.role()))
        : refused(new RolesDoNotMix(c.name()));
  }

  private static Decision<StaffEvent> revoke(Member member, RevokeRole c, Office office) {
    if (isOwn(c, office)) {
      return refused(new OwnRoles(c.name()));
    }
    if (!member.roles().contains(c.role())) {
      return refused(new RoleNotHeld(c.name()));
    }
    return c.role() == Role.ADMINISTRATOR && isLast(member, office)
        ? refused(new LastAdministrator(c.name()))
        : accepted(new RoleRevoked(c.name(), c.role()));
  }

  private static Decision<StaffEvent> suspend(Member member, SuspendStaff c, Office office) {
    if (isOwn(c, office)) {
      return refused(new OwnSuspension(c.name()));
    }
    if (member.suspended()) {
      return refused(new AlreadySuspended(c.name()));
    }
    if (isLast(member, office)) {
      return refused(new LastAdministrator(c.name()));
    }
    return refusedOr(refuseReason(c.reason()), new StaffSuspended(c.name(), c.reason()));
  }

  private static Decision<StaffEvent> reinstate(Member member, ReinstateStaff c) {
    return member.suspended()
        ? refusedOr(refuseReason(c.reason()), new StaffReinstated(c.name(), c.reason()))
        : refused(new NotSuspended(c.name()));
  }

  private static Decision<StaffEvent> unlock(Member member, UnlockSignIn c, Office office) {
    if (!member.failures().locked()) {
      return refused(new NotLocked(c.name()));
    }
    return by(office, c.name())
        .map(by -> Decision.<StaffEvent>accepted(new SignInUnlocked(c.name(), by)))
        .orElseGet(() -> refused(new OwnLock(c.name())));
  }

  private static Decision<StaffEvent> certify(Member member, CertifyKey c, Office office) {
    if (isOwn(c, office)) {
      return refused(new OwnKey(c.name()));
    }
    boolean same =
        member.signsWith().filter(key -> key.publicKey().equals(c.publicKey())).isPresent();
    if (!same || member.keyStanding() == KeyStanding.CERTIFIED) {
      return refused(new KeyNotPending(c.name()));
    }
    return by(office, c.name())
        .<Decision<StaffEvent>>map(
            by -> accepted(new SigningKeyCertified(c.name(), c.publicKey(), by)))
        .orElseGet(() -> refused(new OwnKey(c.name())));
  }

  private static Decision<StaffEvent> revokeKey(Member member, RevokeKey c, Office office) {
    Optional<StaffName> by = by(office, c.name());
    Optional<SigningKey> key = member.signsWith();
    if (by.isEmpty()) {
      return refused(new OwnKey(c.name()));
    }
    if (key.isEmpty()) {
      return refused(new NoSigningKey(c.name()));
    }
    return refusedOr(
        refuseReason(c.reason()),
        new SigningKeyRevoked(c.name(), key.get().publicKey(), c.reason(), by.get()));
  }

  /** Who does it, if that is somebody else. */
  private static Optional<StaffName> by(Office office, StaffName name) {
    return office.by().filter(by -> !by.equals(name));
  }

  private static boolean isOwn(Administration command, Office office) {
    return office.by().equals(Optional.of(command.name()));
  }

  /** Whether the branch would be left without anybody to administer it. */
  private static boolean isLast(Member member, Office office) {
    return member.administers() && office.administrators().stream().allMatch(member.name()::equals);
  }

  private static Optional<Refusal> refuseReason(String reason) {
    return Limits.refuseName("reason", reason, MAX_REASON_LENGTH);
  }

  private static Decision<StaffEvent> refusedOr(Optional<Refusal> refusal, StaffEvent event) {
    return refusal.<Decision<StaffEvent>>map(Decision::refused).orElseGet(() -> accepted(event));
  }

  private static Decision<StaffEvent> whenMember(
      StaffState state, StaffName name, Function<Member, Decision<StaffEvent>> rule) {
    return switch (state) {
      case Unknown _ -> refused(new StaffNotFound(name));
      case Member member -> rule.apply(member);
    };
  }
}
