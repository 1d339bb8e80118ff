package counterfoil.domain.workstation;

import counterfoil.domain.staff.StaffEvent.Attempt;

/** Something that happened at one workstation. It is recorded, and nothing follows from it. */
public sealed interface WorkstationEvent {
  String workstation();

  /**
   * A receipt was printed once more.
   *
   * @param position the entry that the receipt is for
   * @param copy 1 for the first copy after the original
   */
  record ReceiptReprinted(String workstation, long position, int copy) implements WorkstationEvent {
    public ReceiptReprinted {
      if (position < 1 || copy < 1) {
        throw new IllegalArgumentException("positions and copies count from 1");
      }
    }
  }

  /** Nobody of the name that was typed; the name is not kept, since it may be a password. */
  record SignInFailed(String workstation, Attempt attempt) implements WorkstationEvent {}

  /**
   * Somebody asked for what their role or the rule of maker and checker forbids.
   *
   * @param command what was asked for, such as {@code withdraw}
   * @param code of the refusal
   */
  record CommandRejected(String workstation, String command, String code)
      implements WorkstationEvent {}

  /**
   * From here on the workstation signs checkpoints of the ledger with a key of its own.
   *
   * @param key its public half, as a verifier key
   */
  record WorkstationKeyAdded(String workstation, String key) implements WorkstationEvent {
    public WorkstationKeyAdded {
      if (key.isBlank()) {
        throw new IllegalArgumentException("a key is not blank");
      }
    }
  }

  /**
   * The ledger is not what the workstation had seen of it, as after a restore, and an administrator
   * says that this is right.
   *
   * @param entries how many the workstation had seen, 1 or more
   * @param root the tree's root over those, in Base64
   * @param reason in the administrator's words
   */
  record RestoreAccepted(String workstation, long entries, String root, String reason)
      implements WorkstationEvent {
    public RestoreAccepted {
      if (entries < 1 || root.isBlank() || reason.isBlank()) {
        throw new IllegalArgumentException("what had been seen, and why that is right");
      }
    }
  }

  /** Something that is recorded was taken out of the program. */
  record AuditExported(String workstation, Export export) implements WorkstationEvent {}
}
