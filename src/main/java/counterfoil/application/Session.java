package counterfoil.application;

import counterfoil.application.dispatch.Hand;
import counterfoil.domain.Refusal;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffEvent.Cause;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.staff.StaffRefusal.NotPermitted;
import counterfoil.eventstore.EventStoreException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * A person at a workstation: whatever is done to a ledger is done through one of these, and its
 * rules are looked after here, whoever asks. Safe from any thread; what reads or waits is not for
 * the screen's thread.
 */
public interface Session {
  /** Who, and where. */
  Actor actor();

  /** Signs what the person does; nobody in a ledger without staff, or while it is locked. */
  Optional<Hand> hand();

  /** As it is written on papers. */
  String fullName();

  /** Empty in a ledger without staff. */
  Set<Role> roles();

  /**
   * Whether the person may do such a thing at all; in a ledger without staff, serve customers only.
   */
  boolean may(Permission permission);

  /**
   * Why the person may not do such a thing; nothing where they may. Where they may not, it is on
   * record as an attempt when this returns. Not for the screen's thread.
   *
   * @param asked what they have asked for, in the words of commands: {@code export}
   */
  default Optional<Refusal> demand(Permission permission, String asked) {
    return may(permission)
        ? Optional.empty()
        : Optional.of(new NotPermitted(new StaffName(actor().name()), permission));
  }

  /**
   * Carries an order out; returns without waiting for the disk. Postings handed over by one thread
   * to one account take effect in that order. The future ends with an outcome, or as {@link
   * counterfoil.application.dispatch.Dispatcher#submit} says.
   *
   * <p>{@link Outcome.ApprovalNeeded} is answered where somebody else must approve. Then {@link
   * #submitApproved} has it approved at the desk; or {@link #requestApproval} asks for it, and once
   * it is granted, the same posting is submitted again.
   */
  CompletableFuture<Outcome> submit(Posting posting);

  /** As {@link #submit}, waiting. */
  default Outcome post(Posting posting) {
    return EventStoreException.await(submit(posting));
  }

  /** What an order would come to now; nothing is recorded. Reads: not on the screen's thread. */
  Rehearsal rehearse(Order order);

  /**
   * As {@link #submit}, with a second person's password over what they were shown: that very text
   * is recorded and signed. Where the act has come to something else by now, nothing is signed, and
   * the answer is {@link Outcome.ApprovalNeeded} with the text as it is now. A wrong password is
   * recorded, and answered as {@link Outcome.Refused}.
   *
   * @param shown the text of {@link Outcome.ApprovalNeeded}; nothing where they have seen the order
   *     alone, as in a line of a script: then no more than that is what they sign
   * @param password is wiped
   */
  CompletableFuture<Outcome> submitApproved(
      Posting posting, Optional<String> shown, String approver, char[] password);

  /** Asks for the approval that {@link #submit} has said is needed; it waits in the queue. */
  CompletableFuture<Outcome> requestApproval(Posting posting);

  /** From now on nothing is done in this session until it is unlocked. */
  void lock(Cause cause);

  /**
   * @param password is wiped
   * @return why not; nothing where the session goes on
   */
  Optional<Refusal> unlock(char[] password);

  boolean locked();

  /**
   * Whether the password was given to the person for this one sign-in: nothing is done in this
   * session then, and they sign nothing for others, until they have chosen their own with {@link
   * #changePassword}.
   */
  boolean passwordTemporary();

  /**
   * The key that somebody else has made for the person since they last signed in: whoever made it
   * could sign as them. Known from signing in on; reads nothing.
   */
  Optional<NewKey> newKey();

  /**
   * Changes the person's own password. Takes as long as two hashes cost.
   *
   * @param present the one they have; wiped, as {@code chosen} is
   * @return why not; nothing where it is changed
   */
  Optional<Refusal> changePassword(char[] present, char[] chosen);

  /** The end: nothing more can be done in this session. */
  void signOut();
}
