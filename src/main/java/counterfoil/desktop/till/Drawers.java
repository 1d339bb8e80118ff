package counterfoil.desktop.till;

import counterfoil.desktop.kit.BranchNow;
import counterfoil.desktop.kit.Message;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.till.TillId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which drawers a person may look at, and what they may do with each; with the reasons why not.
 *
 * @param name the person's sign-in name
 * @param permissions what the person may do
 */
record Drawers(String name, Set<Permission> permissions) {
  Drawers {
    permissions =
        permissions.isEmpty() ? EnumSet.noneOf(Permission.class) : EnumSet.copyOf(permissions);
  }

  private boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  /** The person's own first, then the vault, then the others'. */
  List<TillId> of(BranchNow now) {
    var all = new ArrayList<TillId>();
    now.tillOf(name).ifPresent(all::add);
    if (may(Permission.RUN_VAULT)) {
      all.add(TillId.VAULT);
    }
    if (may(Permission.COUNT_TILLS) || may(Permission.SEE_BRANCH)) {
      now.tills().keySet().stream()
          .filter(till -> !till.isVault() && !all.contains(till))
          .forEach(all::add);
    }
    return List.copyOf(all);
  }

  /** Tills that nobody has open. */
  static List<TillId> closed(BranchNow now) {
    return now.tills().entrySet().stream()
        .filter(till -> !till.getKey().isVault() && till.getValue().session().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  boolean own(BranchNow now, TillId till) {
    return now.tillOf(name).filter(till::equals).isPresent();
  }

  /** What makes sense for a drawer at all, whoever asks. */
  static List<Task> tasks(Optional<TillId> drawer) {
    if (drawer.isEmpty()) {
      return List.of(Task.OPEN);
    }
    return drawer.get().isVault()
        ? List.of(Task.OFFER, Task.BRING_IN, Task.SEND_OUT, Task.COUNT)
        : List.of(Task.CLOSE, Task.COUNT, Task.OFFER);
  }

  /** Why the person cannot do it now; nothing where they can. */
  Optional<Message> whyNot(BranchNow now, Optional<TillId> drawer, Task task) {
    if (now.day().openDate().isEmpty()) {
      return Optional.of(
          Message.of(may(Permission.RUN_DAY) ? "till.why.day-first" : "till.why.no-day"));
    }
    if (drawer.isEmpty()) {
      return may(Permission.KEEP_TILL)
          ? Optional.empty()
          : Optional.of(Message.of("till.why.no-till-for-role"));
    }
    return drawer.get().isVault()
        ? unless(may(Permission.RUN_VAULT), "till.why.vault")
        : whyNotTill(now, drawer.get(), task);
  }

  private Optional<Message> whyNotTill(BranchNow now, TillId till, Task task) {
    if (now.till(till).session().isEmpty()) {
      return Optional.of(Message.of("till.why.closed", till));
    }
    boolean own = own(now, till);
    return switch (task) {
      case COUNT ->
          own
              ? Optional.of(Message.of("till.why.own-count"))
              : unless(may(Permission.COUNT_TILLS), "till.why.count");
      case CLOSE -> unless(own || may(Permission.FORCE_CLOSE_TILL), "till.why.close");
      case OFFER -> unless(own, "till.why.not-own");
      case OPEN, BRING_IN, SEND_OUT -> Optional.empty();
    };
  }

  private static Optional<Message> unless(boolean allowed, String key) {
    return allowed ? Optional.empty() : Optional.of(Message.of(key));
  }

  /** Where cash can go from a drawer: the vault first, then every open till. */
  static List<TillId> recipients(BranchNow now, TillId from) {
    var all = new ArrayList<TillId>();
    if (!from.isVault()) {
      all.add(TillId.VAULT);
    }
    now.tills().entrySet().stream()
        // A float waits for a till that is still shut: the vault gives to any, a till to open ones.
        .filter(till -> from.isVault() || till.getValue().session().isPresent())
        .map(Map.Entry::getKey)
        .filter(till -> !till.isVault() && !till.equals(from))
        .forEach(all::add);
    return List.copyOf(all);
  }
}
