package counterfoil.application.acts;

import counterfoil.application.Order;
import counterfoil.application.acts.Plan.Ready;
import counterfoil.application.dispatch.Change;
import counterfoil.application.dispatch.Concern;
import counterfoil.application.dispatch.Subject;
import counterfoil.domain.Decision;
import counterfoil.domain.Refusal;
import counterfoil.domain.approval.ApprovalCommand;
import counterfoil.domain.approval.ApprovalCommand.Checker;
import counterfoil.domain.approval.ApprovalCommand.RejectApproval;
import counterfoil.domain.approval.ApprovalCommand.WithdrawApproval;
import counterfoil.domain.approval.ApprovalDecider;
import counterfoil.domain.branch.SettingsCommand;
import counterfoil.domain.branch.SettingsDecider;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.customer.CustomerDecider;
import counterfoil.domain.review.ReviewCommand;
import counterfoil.domain.review.ReviewCommand.Hands;
import counterfoil.domain.review.ReviewDecider;
import counterfoil.domain.staff.Office;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.staff.Permissions;
import counterfoil.domain.staff.StaffCommand;
import counterfoil.domain.staff.StaffCommand.Administration;
import counterfoil.domain.staff.StaffDecider;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.staff.StaffRefusal.NotPermitted;
import counterfoil.domain.staff.StaffState.Member;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillState;
import counterfoil.domain.workstation.Export;
import counterfoil.domain.workstation.WorkstationEvent.AuditExported;
import counterfoil.domain.workstation.WorkstationEvent.CommandRejected;
import counterfoil.domain.workstation.WorkstationEvent.ReceiptReprinted;
import counterfoil.domain.workstation.WorkstationEvent.RestoreAccepted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/** What is done away from accounts and cash: customers, settings, staff, approvals, reviews. */
public final class OfficeActs {
  private OfficeActs() {}

  public static PlannedAct customer(Scene scene, Order.KeepCustomer order) {
    return new OneStream<>(
        scene,
        Subjects.customer(order.command().number()),
        Permission.SERVE_CUSTOMERS,
        footing ->
            footing
                .refuseDay()
                .or(() -> Holders.refuseRelief(footing, order.command()))
                .<Decision<counterfoil.domain.customer.CustomerEvent>>map(Decision::refused)
                .orElseGet(() ->
                    CustomerDecider.decide(
                        footing.standing().of(Subjects.customer(order.command().number())),
                        order.command(),
                        footing.businessDate())));
  }

  /**
   * @param tills every till that was ever used, and the vault
   */
  public static PlannedAct settings(Scene scene, Order.ChangeSettings order, List<TillId> tills) {
    if (!(order.command() instanceof SettingsCommand.SetDenominations)) {
      return new OneStream<>(
          scene,
          Subjects.SETTINGS,
          Permission.CHANGE_SETTINGS,
          footing ->
              SettingsDecider.decide(
                  footing.settings(), order.command(), scene.branch().currency()));
    }
    return new OneStream<>(
        scene,
        Subjects.SETTINGS,
        Permission.CHANGE_SETTINGS,
        footing ->
            SettingsDecider.decide(
                footing.settings(),
                order.command(),
                scene.branch().currency(),
                held(footing, tills))) {
      @Override
      List<Concern> own() {
        List<Concern> own = new ArrayList<>(super.own());
        tills.forEach(till -> own.add(Concern.reads(Subjects.till(till))));
        return own;
      }

      @Override
      Plan plan(Footing footing) {
        List<Concern> unseen = footing.unseenTills().stream().<Concern>map(Concern::reads).toList();
        return unseen.isEmpty() ? super.plan(footing) : new Plan.Also(unseen);
      }
    };
  }

  /** In the drawers and in the bags. */
  private static Map<TillId, Cash> held(Footing footing, List<TillId> tills) {
    CurrencyUnit currency = footing.scene().branch().currency();
    Map<TillId, Cash> held = new HashMap<>();
    Stream.concat(tills.stream(), footing.settings().tills().stream())
        .forEach(till -> {
          TillState state = footing.standing().of(Subjects.till(till));
          held.put(till, state.drawer(currency).plus(state.bag(currency)));
        });
    return held;
  }

  /**
   * @param names everybody who was ever added
   */
  public static PlannedAct staff(
      Scene scene, Order.ManageStaff order, Collection<StaffName> names) {
    Administration command = order.command();
    return new OneStream<>(
        scene,
        Subjects.staff(command.name()),
        permission(command),
        footing ->
            command instanceof StaffCommand.ChangePassword && command.name().equals(scene.who())
                ? Decision.refused(new NotPermitted(scene.who(), Permission.MANAGE_STAFF))
                : StaffDecider.decide(
                    footing.standing().of(Subjects.staff(command.name())),
                    command,
                    office(footing, names))) {
      @Override
      List<Concern> own() {
        List<Concern> own = new ArrayList<>(super.own());
        names.stream()
            .filter(name -> !name.equals(command.name()))
            .map(name -> Concern.reads(Subjects.staff(name)))
            .forEach(own::add);
        return own;
      }
    };
  }

  private static Permission permission(Administration command) {
    return switch (command) {
      case StaffCommand.UnlockSignIn _ -> Permission.UNLOCK_SIGN_IN;
      case StaffCommand.CertifyKey _, StaffCommand.RevokeKey _ -> Permission.CERTIFY_KEYS;
      case StaffCommand.AddStaffMember _,
          StaffCommand.GrantRole _,
          StaffCommand.RevokeRole _,
          StaffCommand.ChangePassword _,
          StaffCommand.SuspendStaff _,
          StaffCommand.ReinstateStaff _ ->
          Permission.MANAGE_STAFF;
    };
  }

  private static Office office(Footing footing, Collection<StaffName> names) {
    Set<StaffName> administrators = new HashSet<>();
    for (StaffName name : names) {
      if (footing.standing().of(Subjects.staff(name)) instanceof Member member
          && member.administers()) {
        administrators.add(name);
      }
    }
    return new Office(Optional.of(footing.scene().who()), administrators);
  }

  public static PlannedAct approve(Scene scene, Order.Approve order) {
    return approval(
        scene,
        order.approval(),
        Permission.APPROVE,
        footing ->
            Approving.granted(
                footing,
                scene.who(),
                scene.hand(),
                order.approval(),
                footing.standing().of(Subjects.approval(order.approval()))));
  }

  public static PlannedAct reject(Scene scene, Order.Reject order) {
    return approval(
        scene,
        order.approval(),
        Permission.APPROVE,
        footing ->
            new RejectApproval(order.approval(), checker(footing), order.reason(), scene.now()));
  }

  public static PlannedAct withdraw(Scene scene, Order.WithdrawRequest order) {
    return approval(
        scene,
        order.approval(),
        Permission.KEEP_TILL,
        _ -> new WithdrawApproval(order.approval(), scene.who()));
  }

  private static Checker checker(Footing footing) {
    return new Checker(footing.scene().who(), footing.roles());
  }

  private static PlannedAct approval(
      Scene scene,
      UUID approval,
      Permission permission,
      Function<Footing, ApprovalCommand> command) {
    return new OneStream<>(
        scene,
        Subjects.approval(approval),
        permission,
        footing ->
            ApprovalDecider.decide(
                footing.standing().of(Subjects.approval(approval)), command.apply(footing)));
  }

  /**
   * @param made who stands in the entry
   * @param names everybody who was ever added
   */
  public static PlannedAct signOff(
      Scene scene, Order.SignOff order, Hands made, Collection<StaffName> names) {
    List<StaffName> others = names.stream().filter(name -> !name.equals(scene.who())).toList();
    return new OneStream<>(
        scene,
        Subjects.review(order.position()),
        Permission.SIGN_OFF_EXCEPTIONS,
        footing -> {
          boolean othersCan =
              others.stream()
                  .map(footing::roles)
                  .anyMatch(roles -> Permissions.allows(roles, Permission.SIGN_OFF_EXCEPTIONS));
          var command =
              new ReviewCommand.SignOff(
                  order.position(), scene.who(), made, othersCan, order.comment());
          return ReviewDecider.decide(
              footing.standing().of(Subjects.review(order.position())), command);
        }) {
      @Override
      List<Concern> own() {
        List<Concern> own = new ArrayList<>(super.own());
        others.forEach(name -> own.add(Concern.reads(Subjects.staff(name))));
        return own;
      }
    };
  }

  /**
   * @param copy 1 for the first copy after the original
   */
  public static PlannedAct reprint(
      Scene scene, Order.ReprintReceipt order, Permission permission, int copy) {
    return new OneStream<>(
        scene,
        Subjects.workstation(scene.workstation()),
        permission,
        _ -> Decision.accepted(new ReceiptReprinted(scene.workstation(), order.position(), copy)));
  }

  /** Whoever may see a paper may take it along; the whole ledger takes a permission of its own. */
  public static PlannedAct export(Scene scene, Export export) {
    Permission permission =
        switch (export.content()) {
          case LEDGER -> Permission.EXPORT;
          case JOURNAL, LARGE_CASH -> Permission.SEE_BRANCH;
          case STATEMENT -> Permission.SEE_OWN_JOURNAL;
        };
    return new OneStream<>(
        scene,
        Subjects.workstation(scene.workstation()),
        permission,
        _ -> Decision.accepted(new AuditExported(scene.workstation(), export)));
  }

  public static PlannedAct acceptRestore(Scene scene, Order.AcceptRestore order) {
    return new OneStream<>(
        scene,
        Subjects.workstation(scene.workstation()),
        Permission.MAINTAIN_LEDGER,
        _ ->
            Decision.accepted(
                new RestoreAccepted(
                    scene.workstation(), order.entries(), order.root(), order.reason())));
  }

  /** What somebody asked for and may not do is recorded as well. */
  public static PlannedAct rejected(Scene scene, String command, String code) {
    return new PlannedAct(scene) {
      @Override
      List<Concern> own() {
        return List.of(Concern.writes(Subjects.workstation(scene.workstation())));
      }

      @Override
      Plan plan(Footing footing) {
        var event = new CommandRejected(scene.workstation(), command, code);
        return Ready.of(
            Permission.SEE_OWN_JOURNAL,
            new Change<>(Subjects.workstation(scene.workstation()), List.of(event)));
      }
    };
  }

  /** An act over one stream, by one permission and the decider's rules. */
  private static class OneStream<S, E> extends PlannedAct {
    private final Subject<S, E> subject;
    private final Permission permission;
    private final Function<Footing, Decision<E>> rule;

    OneStream(
        Scene scene,
        Subject<S, E> subject,
        Permission permission,
        Function<Footing, Decision<E>> rule) {
      super(scene);
      this.subject = subject;
      this.permission = permission;
      this.rule = rule;
    }

    @Override
    List<Concern> own() {
      return List.of(Concern.writes(subject));
    }

    @Override
    Plan plan(Footing footing) {
      Optional<Refusal> refusal = footing.refuse(permission);
      if (refusal.isPresent()) {
        return new Plan.Refused(refusal.get());
      }
      return switch (rule.apply(footing)) {
        case Decision.Refused<E>(var no) -> new Plan.Refused(no);
        case Decision.Accepted<E>(var events) ->
            Ready.of(permission, new Change<>(subject, events));
      };
    }
  }
}
