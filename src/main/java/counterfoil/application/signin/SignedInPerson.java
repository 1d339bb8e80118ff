package counterfoil.application.signin;

import counterfoil.application.OrderRefusal.SignedOff;
import counterfoil.application.OrderRefusal.WorkstationIsLocked;
import counterfoil.application.dispatch.Hand;
import counterfoil.application.signin.PasswordRefusal.PasswordUnchanged;
import counterfoil.domain.Refusal;
import counterfoil.domain.staff.Credential;
import counterfoil.domain.staff.Office;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffCommand.ChangePassword;
import counterfoil.domain.staff.StaffCommand.LockWorkstation;
import counterfoil.domain.staff.StaffCommand.SignOut;
import counterfoil.domain.staff.StaffDecider;
import counterfoil.domain.staff.StaffEvent.Attempt;
import counterfoil.domain.staff.StaffEvent.Cause;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.staff.StaffState.Member;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A person at a workstation, from signing in to signing out. The workstation may be locked in
 * between: then the person must give their password before they go on. Passwords are wiped before a
 * call returns. Safe from any thread.
 */
public final class SignedInPerson {
  private final StaffName name;
  private final String fullName;
  private final String workstation;
  private final Door door;
  private volatile boolean locked;
  private volatile boolean signedIn = true;
  private volatile boolean passwordTemporary;

  /** The person's key, while it is in memory. */
  private Optional<PersonalHand> hand;

  /**
   * @param hand the person's, which is wiped when they lock the workstation or leave
   */
  SignedInPerson(Member member, Optional<PersonalHand> hand, String workstation, Door door) {
    this.hand = hand;
    this.name = member.name();
    this.fullName = member.fullName();
    this.workstation = workstation;
    this.door = door;
    this.passwordTemporary = member.passwordTemporary();
  }

  public StaffName name() {
    return name;
  }

  public String fullName() {
    return fullName;
  }

  public String workstation() {
    return workstation;
  }

  /** Signs what the person does; nobody where they have no key that counts, or have locked. */
  public synchronized Optional<Hand> hand() {
    return hand.map(Function.identity());
  }

  /**
   * Checking a password takes a while: who has left by then, or locked the workstation, gets no key
   * back into memory, and is told why.
   */
  private synchronized Optional<Refusal> take(Optional<PersonalHand> next, boolean unlocking) {
    if (!signedIn || (locked && !unlocking)) {
      next.ifPresent(PersonalHand::wipe);
      return Optional.of(
          signedIn ? new WorkstationIsLocked(name.value()) : new SignedOff(name.value()));
    }
    locked = false;
    hand.ifPresent(PersonalHand::wipe);
    hand = next;
    return Optional.empty();
  }

  private synchronized void wipe() {
    hand.ifPresent(PersonalHand::wipe);
    hand = Optional.empty();
  }

  /** Whether nothing may be shown or done until {@link #unlock}. */
  public boolean locked() {
    return locked;
  }

  public boolean signedIn() {
    return signedIn;
  }

  /** As the ledger has it now, read anew: roles come and go while somebody is signed in. */
  public Set<Role> roles() {
    Member member = door.member(name);
    return member.suspended() || !signedIn ? Set.of() : member.roles();
  }

  /** Whether somebody else chose the password and so may know it: it should be changed. */
  public boolean passwordSetByAnother() {
    return door.member(name).passwordSetByAnother();
  }

  /**
   * Whether the password that was last given here must be changed before anything else is done. One
   * that somebody sets while the person is signed in is met when they next give it.
   */
  public boolean passwordTemporary() {
    return passwordTemporary;
  }

  /**
   * Locks the workstation; nothing happens where it is locked already. It is locked also where the
   * entry cannot be recorded, which is then thrown.
   */
  public void lock(Cause cause) {
    synchronized (this) {
      if (locked || !signedIn) {
        return;
      }
      locked = true;
      wipe();
    }
    door.record(
        name,
        workstation,
        state -> StaffDecider.decide(state, new LockWorkstation(name, workstation, cause)),
        Optional.empty());
  }

  /** Unlocks the workstation, or says why not. */
  public Optional<Refusal> unlock(char[] password) {
    return given(password, Attempt.UNLOCK);
  }

  /** Ends it, locked or not; nothing happens the second time. */
  public void signOut() {
    synchronized (this) {
      if (!signedIn) {
        return;
      }
      signedIn = false;
      wipe();
    }
    door.record(
        name,
        workstation,
        state -> StaffDecider.decide(state, new SignOut(name, workstation)),
        Optional.empty());
  }

  /** Changes the person's own password, which must be given once more, or says why not. */
  public Optional<Refusal> changePassword(char[] present, char[] chosen) {
    try {
      Optional<Refusal> refusal =
          Arrays.equals(present, chosen)
              ? Optional.of(new PasswordUnchanged())
              : door.passwords().refuse(name, chosen).or(() -> given(present, Attempt.SIGNATURE));
      if (refusal.isEmpty()) {
        Optional<Hand> before = hand();
        Credential credential = credential(chosen);
        Office own = new Office(Optional.of(name), Set.of());
        door.record(
            name,
            workstation,
            state -> StaffDecider.decide(state, new ChangePassword(name, credential), own),
            before);
        // The password is changed, also where the key is not taken any more.
        var _ = take(Passwords.hand(credential, chosen), false);
        passwordTemporary = false;
      }
      return refusal;
    } finally {
      Arrays.fill(present, '\0');
      Arrays.fill(chosen, '\0');
    }
  }

  /**
   * The key stays under the new password, unless somebody else set the old one and so could have
   * opened it.
   */
  private Credential credential(char[] chosen) {
    Optional<PersonalHand> present;
    synchronized (this) {
      present = hand;
    }
    if (present.isEmpty() || passwordSetByAnother()) {
      return door.passwords().hash(chosen);
    }
    byte[] seed = present.get().seed();
    try {
      return door.passwords().hash(chosen, seed);
    } finally {
      Arrays.fill(seed, (byte) 0);
    }
  }

  private Optional<Refusal> given(char[] password, Attempt attempt) {
    try {
      return switch (door.tried(name.value(), password, workstation, attempt)) {
        case Confirmation.Confirmed(Member member) -> {
          passwordTemporary = member.passwordTemporary();
          yield take(Passwords.hand(member, password), attempt == Attempt.UNLOCK);
        }
        case Confirmation.Refused(Refusal refusal) -> Optional.of(refusal);
      };
    } finally {
      Arrays.fill(password, '\0');
    }
  }
}
