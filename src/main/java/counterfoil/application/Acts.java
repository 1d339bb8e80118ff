package counterfoil.application;

import counterfoil.application.OrderRefusal.EntryNotFound;
import counterfoil.application.OrderRefusal.NoReceipt;
import counterfoil.application.acts.DayActs;
import counterfoil.application.acts.Erasing;
import counterfoil.application.acts.OfficeActs;
import counterfoil.application.acts.Original;
import counterfoil.application.acts.PlannedAct;
import counterfoil.application.acts.Reversing;
import counterfoil.application.acts.Scene;
import counterfoil.application.acts.Serving;
import counterfoil.application.acts.TillActs;
import counterfoil.domain.Refusal;
import counterfoil.domain.review.ReviewCommand.Hands;
import counterfoil.domain.staff.Permission;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import java.util.Optional;
import java.util.function.Function;

/** Makes the act that an order of a member of staff comes to. Reads what it takes to begin. */
final class Acts {
  private final EventStore store;
  private final Particulars particulars;
  private final InterestAccrual interest;
  private final Dossiers dossiers;

  Acts(EventStore store, Particulars particulars, InterestAccrual interest, Dossiers dossiers) {
    this.store = store;
    this.particulars = particulars;
    this.interest = interest;
    this.dossiers = dossiers;
  }

  /** An act, or why there is none. */
  sealed interface Made {
    record Act(PlannedAct act) implements Made {}

    record None(Refusal refusal) implements Made {}
  }

  Made of(Scene scene, Order order) {
    return switch (order) {
      case Order.Serve o -> made(new Serving(scene.earning(interest.of(o)), o));
      case Order.Reverse o ->
          about(
              o.position(),
              entry -> new Reversing(scene, o, Original.of(particulars.wholeAct(entry))));
      case Order.KeepCustomer o -> made(OfficeActs.customer(scene, o));
      case Order.EraseCustomer o -> made(new Erasing(scene, o, dossiers.of(o.number())));
      case Order.OpenTill o -> made(TillActs.open(scene, o, particulars.tills()));
      case Order.CountTill o -> made(TillActs.count(scene, o));
      case Order.CloseTill o -> made(TillActs.close(scene, o, particulars.tills()));
      case Order.OfferCash o -> made(TillActs.offer(scene, o));
      case Order.AcceptCash o -> made(TillActs.accept(scene, o));
      case Order.DeclineCash o -> made(TillActs.decline(scene, o));
      case Order.BringCashIn o -> made(TillActs.bringIn(scene, o));
      case Order.SendCashOut o -> made(TillActs.sendOut(scene, o));
      case Order.OpenBusinessDay o -> made(DayActs.open(scene, o));
      case Order.CloseBusinessDay o ->
          made(DayActs.close(scene, o, particulars.tills(), particulars.pendingApprovals()));
      case Order.ChangeSettings o -> made(OfficeActs.settings(scene, o, particulars.tills()));
      case Order.ManageStaff o -> made(OfficeActs.staff(scene, o, particulars.names()));
      case Order.Approve o -> made(OfficeActs.approve(scene, o));
      case Order.Reject o -> made(OfficeActs.reject(scene, o));
      case Order.WithdrawRequest o -> made(OfficeActs.withdraw(scene, o));
      case Order.SignOff o ->
          about(
              o.position(),
              entry -> OfficeActs.signOff(scene, o, hands(entry), particulars.names()));
      case Order.ReprintReceipt o -> reprint(scene, o);
      case Order.RecordExport o -> made(OfficeActs.export(scene, o.export()));
      case Order.AcceptRestore o -> made(OfficeActs.acceptRestore(scene, o));
    };
  }

  private Made reprint(Scene scene, Order.ReprintReceipt order) {
    long position = order.position();
    Optional<Entry> entry = position < 1 ? Optional.empty() : store.at(position);
    if (entry.isEmpty()) {
      return new Made.None(new EntryNotFound(position));
    }
    if (Original.of(particulars.wholeAct(entry.get())).postings().isEmpty()) {
      return new Made.None(new NoReceipt(position));
    }
    boolean own = entry.get().provenance().actor().equals(scene.who().value());
    Permission permission = own ? Permission.SEE_OWN_JOURNAL : Permission.SEE_BRANCH;
    int copy = particulars.copies(position) + 1;
    return made(OfficeActs.reprint(scene, order, permission, copy));
  }

  private static Hands hands(Entry entry) {
    return new Hands(entry.provenance().actor(), entry.provenance().approver());
  }

  private static Made made(PlannedAct act) {
    return new Made.Act(act);
  }

  private Made about(long position, Function<Entry, PlannedAct> act) {
    Optional<Entry> entry = position < 1 ? Optional.empty() : store.at(position);
    return entry
        .<Made>map(found -> made(act.apply(found)))
        .orElseGet(() -> new Made.None(new EntryNotFound(position)));
  }
}
