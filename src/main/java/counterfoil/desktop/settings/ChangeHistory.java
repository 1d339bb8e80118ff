package counterfoil.desktop.settings;

import counterfoil.application.Ledger;
import counterfoil.desktop.kit.Message;
import counterfoil.domain.branch.BranchEvent;
import counterfoil.domain.branch.BranchEvent.DenominationsSet;
import counterfoil.domain.branch.BranchEvent.LimitSet;
import counterfoil.domain.branch.BranchEvent.ProductDefined;
import counterfoil.domain.branch.BranchEvent.SettingChanged;
import counterfoil.domain.branch.BranchEvent.TillAdded;
import counterfoil.domain.branch.Product;
import counterfoil.domain.branch.SettingName;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffEvent;
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
import counterfoil.eventstore.Entry;
import counterfoil.payload.BranchEvents;
import counterfoil.payload.StaffEvents;
import counterfoil.projection.StaffLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** Who changed what, when, from what to what: told by the entries themselves. */
final class ChangeHistory {
  private static final Message NONE = Message.of("settings.change.none");

  private final Ledger ledger;
  private final Map<String, String> names;

  ChangeHistory(Ledger ledger, List<StaffLine> staff) {
    this.ledger = ledger;
    this.names =
        staff.stream().collect(Collectors.toMap(line -> line.name().value(), StaffLine::fullName));
  }

  /** Newest first. Reads. */
  List<ChangeLine> read(List<StaffLine> staff) {
    List<ChangeLine> lines = new ArrayList<>();
    for (Entry entry : ledger.store().load(BranchEvents.STREAM, 0)) {
      lines.add(of(entry, BranchEvents.KIND.decode(entry.type(), entry.payload())));
    }
    for (StaffLine person : staff) {
      for (Entry entry : ledger.store().load(StaffEvents.stream(person.name()), 0)) {
        of(entry, StaffEvents.KIND.decode(entry.type(), entry.payload())).ifPresent(lines::add);
      }
    }
    lines.sort(Comparator.comparingLong(ChangeLine::position).reversed());
    return List.copyOf(lines);
  }

  private ChangeLine line(
      Entry entry, Section section, Message what, Message before, Message after) {
    String actor = entry.provenance().actor();
    return new ChangeLine(
        entry.position(),
        entry.recordedAt(),
        names.getOrDefault(actor, actor),
        section,
        what,
        before,
        after);
  }

  private ChangeLine of(Entry entry, BranchEvent event) {
    return switch (event) {
      case LimitSet(var limit, var before, var after) ->
          line(
              entry,
              Section.LIMITS,
              Message.of("settings.field." + word(limit.code())),
              amount(before),
              amount(after));
      case ProductDefined(var before, var after) ->
          line(
              entry,
              Section.PRODUCTS,
              Message.of("settings.change.text", after.name()),
              before.map(ChangeHistory::product).orElse(NONE),
              product(after));
      case SettingChanged(var setting, var before, var after) ->
          line(
              entry,
              section(setting),
              Message.of("settings.field." + word(setting.code())),
              text(before),
              text(after));
      case DenominationsSet(var before, var after) ->
          line(
              entry,
              Section.CASH,
              Message.of("settings.field.denominations"),
              text(String.join(" ", before.labels())),
              text(String.join(" ", after.labels())));
      case TillAdded(var till) ->
          line(entry, Section.CASH, Message.of("settings.change.till"), NONE, text(till.value()));
    };
  }

  static String word(String code) {
    return code.replace('.', '-').replace('_', '-');
  }

  static Section section(SettingName setting) {
    return switch (setting) {
      case RECEIPT_HEADER, RECEIPT_FOOTER -> Section.RECEIPTS;
      case SIGN_IN -> Section.STAFF;
      case BRANCH_NAME, BRANCH_ADDRESS, LOCK_AFTER_MINUTES, OPENING_HOURS, APPROVAL_MINUTES ->
          Section.BRANCH;
    };
  }

  private static Message text(String value) {
    return value.isBlank()
        ? NONE
        : Message.of("settings.change.text", value.strip().replace("\n", ", "));
  }

  private static Message amount(Optional<Money> amount) {
    return amount.map(money -> Message.of("settings.change.text", money)).orElse(NONE);
  }

  private static Message product(Product product) {
    return Message.of(
        "settings.change.product",
        product.minimumBalance(),
        product.withdrawalFee(),
        product.interestPercent(),
        Message.of(product.overdraftAllowed() ? "settings.yes" : "settings.no"));
  }

  /** What people do at the door is no change of who they are. */
  private Optional<ChangeLine> of(Entry entry, StaffEvent event) {
    return switch (event) {
      case StaffMemberAdded e ->
          staff(entry, "added", e, NONE, Message.of("settings.change.text", e.fullName()));
      case RoleGranted e -> staff(entry, "role", e, NONE, role(e.role()));
      case RoleRevoked e -> staff(entry, "role", e, role(e.role()), NONE);
      case PasswordChanged e -> staff(entry, "password", e, hidden(), hidden());
      case StaffSuspended e -> staff(entry, "suspended", e, NONE, text(e.reason()));
      case StaffReinstated e -> staff(entry, "reinstated", e, NONE, text(e.reason()));
      case SignInUnlocked e -> staff(entry, "unlocked", e, NONE, text(e.by().value()));
      case SigningKeyCertified e -> staff(entry, "key_certified", e, NONE, text(e.by().value()));
      case SigningKeyRevoked e -> staff(entry, "key_revoked", e, NONE, text(e.reason()));
      case SignedIn _,
          SignInFailed _,
          SignedOut _,
          WorkstationLocked _,
          WorkstationUnlocked _,
          PasswordConfirmed _ ->
          Optional.empty();
    };
  }

  private static Message hidden() {
    return Message.of("settings.change.hidden");
  }

  private static Message role(Role role) {
    return Message.of("settings.role." + ChangeHistory.word(role.code()));
  }

  private Optional<ChangeLine> staff(
      Entry entry, String what, StaffEvent event, Message before, Message after) {
    return Optional.of(
        line(
            entry,
            Section.STAFF,
            Message.of("settings.change." + what, event.name()),
            before,
            after));
  }
}
