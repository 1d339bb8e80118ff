package counterfoil.application.acts;

import counterfoil.application.OrderRefusal.NoOwnTill;
import counterfoil.application.dispatch.Concern;
import counterfoil.application.dispatch.Hand;
import counterfoil.application.dispatch.Standing;
import counterfoil.application.dispatch.Subject;
import counterfoil.domain.Refusal;
import counterfoil.domain.branch.DayRefusal.DayNotOpen;
import counterfoil.domain.branch.DayState;
import counterfoil.domain.branch.Settings;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.staff.Permissions;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.SigningKey;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.staff.StaffRefusal.NoSigningKey;
import counterfoil.domain.staff.StaffRefusal.NotPermitted;
import counterfoil.domain.staff.StaffState;
import counterfoil.domain.staff.StaffState.KeyStanding;
import counterfoil.domain.staff.StaffState.Member;
import counterfoil.domain.staff.StaffState.Unknown;
import counterfoil.domain.till.TillDecider;
import counterfoil.domain.till.TillEvent;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillSession;
import counterfoil.domain.till.TillState;
import counterfoil.eventstore.Provenance;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What every act of a member of staff is checked against, on the states it is decided on: who the
 * person is by now, the business day, the branch's settings.
 */
record Footing(Scene scene, Standing standing) {
  /** The role of somebody who has none: suspended, say, while signed in. */
  private static final String NO_ROLE = "none";

  /** The streams that it rests on. */
  static List<Concern> concerns(Scene scene) {
    return List.of(
        Concern.reads(Subjects.staff(scene.who())),
        Concern.reads(Subjects.DAY),
        Concern.reads(Subjects.SETTINGS));
  }

  Settings settings() {
    return standing.of(Subjects.SETTINGS);
  }

  /** Tills that came into use since the act was made, which it has not looked at yet. */
  List<Subject<TillState, TillEvent>> unseenTills() {
    return settings().tills().stream()
        .map(Subjects::till)
        .filter(subject -> !standing.covers(subject))
        .toList();
  }

  DayState day() {
    return standing.of(Subjects.DAY);
  }

  /** Empty for one who is suspended, or no longer known. */
  Set<Role> roles() {
    return roles(scene.who());
  }

  Set<Role> roles(StaffName name) {
    StaffState state = standing.of(Subjects.staff(name));
    return switch (state) {
      case Unknown _ -> Set.of();
      case Member member -> member.suspended() ? Set.of() : member.roles();
    };
  }

  boolean may(Permission permission) {
    return Permissions.allows(roles(), permission);
  }

  Optional<Refusal> refuse(Permission permission) {
    return may(permission)
        ? Optional.empty()
        : Optional.of(new NotPermitted(scene.who(), permission));
  }

  /**
   * Why somebody cannot sign: their key counts no longer, or it is not the one that they have in
   * hand. Who never had one, in a ledger from before people signed, goes without.
   */
  Optional<Refusal> refuseHand(StaffName name, Optional<Hand> hand) {
    if (!(standing.of(Subjects.staff(name)) instanceof Member member)) {
      return Optional.empty();
    }
    Optional<String> inHand = hand.map(own -> Base64.getEncoder().encodeToString(own.publicKey()));
    boolean fits =
        member.keyStanding() == KeyStanding.NONE
            ? inHand.isEmpty()
            : inHand.equals(member.signsWith().map(SigningKey::publicKey)) && inHand.isPresent();
    return fits ? Optional.empty() : Optional.of(new NoSigningKey(name));
  }

  Optional<Refusal> refuseDay() {
    return day().openDate().isPresent() ? Optional.empty() : Optional.of(new DayNotOpen());
  }

  /** The day to post under: of the open one, else the last one's, else the clock's. */
  LocalDate businessDate() {
    return day().latestDate().orElseGet(scene::today);
  }

  Role actsAs(Permission permission) {
    return Permissions.actsAs(roles(), permission)
        .orElseThrow(() -> new IllegalStateException("not permitted and not refused"));
  }

  /**
   * Why a customer cannot be served: tellers serve from an open till of their own only, a head
   * teller also without one.
   */
  Optional<Refusal> refuseWithoutTill(Permission permission) {
    String who = scene.who().value();
    if (scene.till().isPresent()) {
      TillId till = scene.till().get();
      TillState state = standing.of(Subjects.till(till));
      return TillDecider.refuseServing(state, till, who, businessDate());
    }
    return actsAs(permission) == Role.TELLER ? Optional.of(new NoOwnTill(who)) : Optional.empty();
  }

  /** The session of the teller's own till, where there is one. */
  Optional<TillSession> session() {
    return scene
        .till()
        .flatMap(till -> standing.of(Subjects.till(till)).session())
        .filter(session -> session.teller().equals(scene.who().value()))
        .map(TillState.Session::id);
  }

  Provenance provenance(Permission permission, Plan.Why why, Optional<StaffName> approver) {
    return new Provenance(
        scene.who().value(),
        Permissions.actsAs(roles(), permission).map(Role::code).orElse(NO_ROLE),
        scene.branch().name(),
        scene.workstation(),
        why.till().map(TillSession::toString),
        why.date().orElseGet(this::businessDate),
        Optional.empty(),
        scene.commandId(),
        why.cause(),
        why.reason().filter(text -> !text.isBlank()),
        approver.map(StaffName::value));
  }
}
