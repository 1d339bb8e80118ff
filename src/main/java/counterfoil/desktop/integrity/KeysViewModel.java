package counterfoil.desktop.integrity;

import counterfoil.application.Ledger;
import counterfoil.application.Order.ManageStaff;
import counterfoil.application.Outcome;
import counterfoil.application.notary.Notary;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.Handover;
import counterfoil.desktop.kit.LatestQuestion;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Refusals;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.staff.StaffCommand.Administration;
import counterfoil.domain.staff.StaffCommand.CertifyKey;
import counterfoil.domain.staff.StaffCommand.RevokeKey;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.staff.StaffState.Member;
import counterfoil.payload.StaffEvents;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The keys that acts and checkpoints are signed with, and what is done about them. */
public final class KeysViewModel {
  private final Ledger ledger;
  private final Desk desk;
  private final Handover handover;
  private final LatestQuestion<Boolean, Keys> question;
  private final ReadOnlyObjectWrapper<Optional<Keys>> keys =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<StaffKey>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> outcome =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final StringProperty reason = new SimpleStringProperty("");

  KeysViewModel(Ledger ledger, Desk desk, Background background) {
    this.ledger = ledger;
    this.desk = desk;
    this.handover = new Handover(desk);
    this.question =
        new LatestQuestion<>(background, _ -> read(), (_, now) -> show(now), this::failed);
  }

  /** Nothing before they were read. */
  ReadOnlyObjectProperty<Optional<Keys>> keysProperty() {
    return keys.getReadOnlyProperty();
  }

  /** Whose key something is to be done about. */
  ReadOnlyObjectProperty<Optional<StaffKey>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Why a key shall count no longer. */
  StringProperty reasonProperty() {
    return reason;
  }

  ReadOnlyObjectProperty<Optional<Message>> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty underWayProperty() {
    return handover.underWayProperty();
  }

  /** The key of the person at the desk. */
  Optional<StaffKey> own() {
    return keys.get().stream()
        .flatMap(all -> all.staff().stream())
        .filter(key -> key.name().value().equals(desk.actor().name()))
        .findFirst();
  }

  /** Why nothing can be done about keys by the person at the desk. */
  Optional<Message> whyNot() {
    return desk.staffed() && desk.may(Permission.CERTIFY_KEYS)
        ? Optional.empty()
        : Optional.of(
            Message.of(
                desk.staffed() ? "integrity.keys.why.read-only" : "integrity.keys.why.no-staff"));
  }

  /** Why the key chosen cannot be certified; nothing where it can. */
  Optional<Message> whyNotCertify() {
    return whyNotChosen()
        .or(() ->
            switch (chosen.get().orElseThrow().standing()) {
              case OWN -> Optional.empty();
              case CERTIFIED -> Optional.of(Message.of("integrity.keys.why.certified"));
              case NONE, REVOKED -> Optional.of(Message.of("integrity.keys.why.none"));
            });
  }

  /** Why the key chosen cannot be revoked; nothing where it can. */
  Optional<Message> whyNotRevoke() {
    return whyNotChosen()
        .or(() ->
            switch (chosen.get().orElseThrow().standing()) {
              case OWN, CERTIFIED -> Optional.empty();
              case NONE, REVOKED -> Optional.of(Message.of("integrity.keys.why.none"));
            });
  }

  private Optional<Message> whyNotChosen() {
    return whyNot()
        .or(() ->
            chosen.get().isEmpty()
                ? Optional.of(Message.of("integrity.keys.why.choose"))
                : Optional.empty())
        .or(() ->
            chosen.get().equals(own())
                ? Optional.of(Message.of("integrity.keys.why.own"))
                : Optional.empty());
  }

  void choose(Optional<StaffKey> key) {
    if (!key.map(StaffKey::name).equals(chosen.get().map(StaffKey::name))) {
      outcome.set(Optional.empty());
      problem.set(Optional.empty());
      reason.set("");
    }
    chosen.set(key);
  }

  /** Says that the key chosen is that person's. */
  void certify() {
    problem.set(whyNotCertify());
    if (problem.get().isEmpty()) {
      StaffKey key = chosen.get().orElseThrow();
      hand(
          new CertifyKey(key.name(), key.publicKey().orElseThrow()),
          Message.of("integrity.keys.done.certified", key.fullName()));
    }
  }

  /** Says that the key chosen counts no longer, for the reason typed. */
  void revoke() {
    problem.set(whyNotRevoke());
    if (problem.get().isEmpty()) {
      StaffKey key = chosen.get().orElseThrow();
      hand(
          new RevokeKey(key.name(), reason.get().strip()),
          Message.of("integrity.keys.done.revoked", key.fullName()));
    }
  }

  private void hand(Administration command, Message done) {
    outcome.set(Optional.empty());
    handover.hand(
        new ManageStaff(command),
        OptionalLong.empty(),
        answer -> answered(answer, done),
        this::failed);
  }

  private void answered(Outcome answer, Message done) {
    switch (answer) {
      case Outcome.Posted _ -> {
        outcome.set(Optional.of(done));
        reason.set("");
        refresh();
      }
      case Outcome.Refused(_, var refusal) -> problem.set(Optional.of(Refusals.message(refusal)));
      case Outcome.ApprovalNeeded _, Outcome.ChangedMeanwhile _ -> refresh();
    }
  }

  /** Reads again. */
  void refresh() {
    question.ask(true);
  }

  private void show(Keys now) {
    Optional<StaffName> before = chosen.get().map(StaffKey::name);
    keys.set(Optional.of(now));
    choose(now.staff().stream().filter(key -> before.equals(Optional.of(key.name()))).findFirst());
  }

  private void failed(Throwable fault) {
    problem.set(Optional.of(Faults.message(fault)));
  }

  private Keys read() {
    List<StaffKey> staff =
        ledger.inquiries().branch().staff().stream().flatMap(line -> key(line.name())).toList();
    return new Keys(staff, ledger.notary().map(Notary::keys).orElse(List.of()));
  }

  private Stream<StaffKey> key(StaffName name) {
    return ledger.streams().load(StaffEvents.stream(name), StaffEvents.KIND).state()
            instanceof Member member
        ? Stream.of(StaffKey.of(member))
        : Stream.empty();
  }
}
