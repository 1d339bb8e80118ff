package counterfoil.application.signin;

import counterfoil.application.dispatch.SigningDesk;
import counterfoil.domain.Refusal;
import counterfoil.domain.staff.StaffEvent.Attempt;
import counterfoil.domain.staff.StaffState.Member;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The door of the branch. Who is not known meets the same answers after the same time as who is;
 * whatever is tried is an entry, and who fails too often waits, then stays out until somebody else
 * unlocks.
 *
 * <p>A person may be signed in at several workstations: one that lost its power must not keep
 * anybody out, and a head teller goes from the vault to the counter. Each workstation has its own
 * lock, and a teller has one open till wherever they are.
 *
 * <p>Every call may take as long as a hash costs, so none belongs on the thread that shows the
 * screen. Passwords are wiped before a call returns. Besides what they answer, calls end as an
 * append may. Safe from any thread.
 */
public final class SignIn {
  private final Door door;

  /**
   * @param desk where what happens at the door is handed to the store
   * @param branch the branch's name
   * @param businessDate the day that entries of the door belong to
   */
  public SignIn(
      SigningDesk desk,
      People people,
      Passwords passwords,
      InstantSource clock,
      String branch,
      Supplier<LocalDate> businessDate) {
    this.door = new Door(desk, people, passwords, clock, new Door.Place(branch, businessDate));
  }

  /**
   * Signs a person in at a workstation.
   *
   * @param typed the name as it was typed; capitals count as small letters
   */
  public SignInResult signIn(String typed, char[] password, String workstation) {
    try {
      return switch (door.tried(typed, password, workstation, Attempt.SIGN_IN)) {
        case Confirmation.Confirmed(Member member) ->
            new SignInResult.SignedIn(
                new SignedInPerson(member, Passwords.hand(member, password), workstation, door));
        case Confirmation.Refused(Refusal refusal) -> new SignInResult.Refused(refusal);
      };
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /**
   * Asks for the password of a second person at somebody's desk, without signing them in. Failures
   * count as those of signing in do.
   */
  public Seconding second(String typed, char[] password, String workstation) {
    try {
      return switch (door.tried(typed, password, workstation, Attempt.SIGNATURE)) {
        case Confirmation.Confirmed(Member member) ->
            new Seconding.By(member, Passwords.hand(member, password));
        case Confirmation.Refused(Refusal refusal) -> new Seconding.Refused(refusal);
      };
    } finally {
      Arrays.fill(password, '\0');
    }
  }
}
