package counterfoil.cli;

import counterfoil.application.Ledger;
import counterfoil.application.Session;
import counterfoil.domain.approval.Condition;
import counterfoil.domain.branch.LimitName;
import counterfoil.domain.branch.Product;
import counterfoil.domain.branch.Settings;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.staff.Role;
import counterfoil.domain.till.Offer;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillState;
import counterfoil.projection.ApprovalLine;
import counterfoil.projection.CustomerLine;
import counterfoil.projection.SessionLine;
import counterfoil.projection.StaffLine;
import counterfoil.projection.TillLine;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/** The lines of every list, as far as a person may see them. */
final class BranchFactsheet {
  private final Ledger ledger;
  private final Session person;
  private final CurrencyUnit currency;

  BranchFactsheet(Ledger ledger, Session person) {
    this.ledger = ledger;
    this.person = person;
    this.currency = ledger.currency();
  }

  /**
   * @param on the business date of what belongs to one; the present one where none is given
   */
  List<Facts> lines(Listing listing, Optional<LocalDate> on) {
    return switch (listing) {
      case APPROVALS -> approvals();
      case OFFERS -> offers();
      case TILLS -> tills().map(this::facts).toList();
      case SESSIONS -> sessions(on.orElseGet(ledger::businessDate));
      case LIMITS -> limits();
      case SETTINGS -> settings();
      case PRODUCTS ->
          ledger.settings().products(currency).stream().map(BranchFactsheet::facts).toList();
      case STAFF ->
          ledger.inquiries().branch().staff().stream().map(BranchFactsheet::facts).toList();
      case CUSTOMERS ->
          ledger.inquiries().customers().find("", Integer.MAX_VALUE).stream()
              .map(BranchFactsheet::facts)
              .toList();
    };
  }

  private boolean all() {
    return person.may(Permission.SEE_BRANCH);
  }

  private boolean own(String name) {
    return all() || person.actor().name().equals(name);
  }

  private List<Facts> approvals() {
    return ledger.inquiries().branch().pendingApprovals(ledger.clock().instant()).stream()
        .filter(line -> own(line.request().maker().value()))
        .map(this::facts)
        .toList();
  }

  private Facts facts(ApprovalLine line) {
    var asked = line.request();
    return new Facts()
        .text("approval", asked.approval())
        .text("maker", asked.maker())
        .text("amount", asked.amount().map(money -> money.getAmount().toPlainString()))
        .text("currency", currency)
        .texts("conditions", asked.conditions().stream().sorted().map(Condition::code).toList())
        .text("requested_at", line.requestedAt())
        .text("expires_at", asked.expiresAt())
        .text("text", asked.text());
  }

  /** Of somebody who may not see the branch: from and to their own till. */
  private List<Facts> offers() {
    Optional<TillId> own = ledger.inquiries().tills().tillOf(actor()).map(TillLine::till);
    return ledger.inquiries().tills().offers().stream()
        .filter(offer ->
            all() || own.filter(t -> t.equals(offer.from()) || t.equals(offer.to())).isPresent())
        .map(this::facts)
        .toList();
  }

  private String actor() {
    return person.actor().name();
  }

  private Facts facts(Offer offer) {
    return new Facts()
        .text("offer", offer.id())
        .text("from", offer.from())
        .text("to", offer.to())
        .amount("total", offer.cash().total())
        .text("currency", currency)
        .cash("cash", offer.cash());
  }

  private Stream<TillLine> tills() {
    return ledger.inquiries().tills().tills().stream()
        .filter(line ->
            all() || line.state().session().filter(s -> s.teller().equals(actor())).isPresent());
  }

  private Facts facts(TillLine line) {
    TillState state = line.state();
    return new Facts()
        .text("till", line.till())
        .truth("open", line.till().isVault() || state.session().isPresent())
        .text("teller", state.session().map(TillState.Session::teller))
        .text("session", state.session().map(TillState.Session::id))
        .amount("total", state.drawer(currency).total())
        .amount("in_bag", state.bag(currency).total())
        .text("currency", currency)
        .cash("cash", state.drawer(currency));
  }

  private List<Facts> sessions(LocalDate date) {
    return ledger.inquiries().tills().sessions(date).stream()
        .filter(line -> own(line.teller()))
        .map(BranchFactsheet::facts)
        .toList();
  }

  private static Facts facts(SessionLine line) {
    return new Facts()
        .text("session", line.session())
        .text("till", line.session().till())
        .text("teller", line.teller())
        .text("opened_at", line.openedAt())
        .text("closed_at", line.closing().map(SessionLine.Closing::at))
        .text("closed_by", line.closing().map(SessionLine.Closing::by));
  }

  private List<Facts> limits() {
    Settings settings = ledger.settings();
    return Arrays.stream(LimitName.values())
        .map(name ->
            new Facts()
                .text("limit", name)
                .text("amount", settings.limit(name).map(m -> m.getAmount().toPlainString()))
                .text("currency", currency))
        .toList();
  }

  private List<Facts> settings() {
    Settings settings = ledger.settings();
    return SettingsSyntax.settings()
        .map(name -> new Facts().text("setting", name).text("value", (Object) settings.text(name)))
        .toList();
  }

  private static Facts facts(Product product) {
    return new Facts()
        .text("product", product.code())
        .text("name", product.name())
        .text("kind", product.kind().name().toLowerCase(Locale.ROOT))
        .amount("minimum_balance", product.minimumBalance())
        .truth("overdraft_allowed", product.overdraftAllowed())
        .amount("withdrawal_fee", product.withdrawalFee())
        .text("interest_percent", product.interestPercent().toPlainString())
        .text("currency", product.minimumBalance().getCurrencyUnit());
  }

  private static Facts facts(StaffLine line) {
    return new Facts()
        .text("name", line.name())
        .text("full_name", line.fullName())
        .texts("roles", line.roles().stream().sorted().map(Role::code).toList())
        .truth("suspended", line.suspended())
        .truth("locked", line.failures().locked())
        .text("last_sign_in", line.lastSignIn())
        .text("workstation", line.workstation());
  }

  private static Facts facts(CustomerLine line) {
    var details = line.details();
    return new Facts()
        .text("customer", line.number())
        .text("name", details.name())
        .text("birth_date", details.birthDate())
        .text("document_type", details.documentType())
        .text("document_number", details.documentNumber())
        .text("phone", details.phone())
        .text("address", details.address())
        .texts(
            "flags",
            details.flags().stream().sorted().map(f -> f.name().toLowerCase(Locale.ROOT)).toList())
        .text("note", details.noteToTeller())
        .text("registered_on", line.registeredOn());
  }
}
