package counterfoil.cli;

import counterfoil.domain.staff.Permission;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What can be listed, by the names that scripts know it by. */
enum Listing {
  APPROVALS(
      List.of(Permission.SEE_BRANCH, Permission.SEE_OWN_JOURNAL),
      "approval",
      "maker",
      "amount",
      "conditions",
      "expires_at",
      "text"),
  OFFERS(
      List.of(Permission.SEE_BRANCH, Permission.SEE_OWN_JOURNAL),
      "offer",
      "from",
      "to",
      "total",
      "cash"),
  TILLS(
      List.of(Permission.SEE_BRANCH, Permission.SEE_OWN_JOURNAL),
      "till",
      "open",
      "teller",
      "session",
      "total",
      "in_bag",
      "cash"),
  SESSIONS(
      List.of(Permission.SEE_BRANCH, Permission.SEE_OWN_JOURNAL),
      "session",
      "teller",
      "opened_at",
      "closed_at",
      "closed_by"),
  LIMITS(List.of(Permission.SEE_OWN_JOURNAL), "limit", "amount"),
  SETTINGS(List.of(Permission.SEE_OWN_JOURNAL), "setting", "value"),
  PRODUCTS(
      List.of(Permission.SEE_OWN_JOURNAL),
      "product",
      "name",
      "kind",
      "minimum_balance",
      "overdraft_allowed",
      "withdrawal_fee",
      "interest_percent"),
  STAFF(
      List.of(Permission.SEE_BRANCH, Permission.MANAGE_STAFF),
      "name",
      "full_name",
      "roles",
      "suspended",
      "locked",
      "workstation"),
  CUSTOMERS(
      List.of(Permission.SERVE_CUSTOMERS, Permission.SEE_BRANCH),
      "customer",
      "name",
      "birth_date",
      "document_type",
      "document_number",
      "phone",
      "flags");

  private static final Set<String> FIGURES =
      Set.of("amount", "total", "in_bag", "minimum_balance", "withdrawal_fee", "interest_percent");

  private final List<Permission> permissions;
  private final List<String> columns;

  /**
   * @param columns what people see; programs see every fact
   */
  Listing(List<Permission> permissions, String... columns) {
    this.permissions = permissions;
    this.columns = List.of(columns);
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** One of these is needed. */
  List<Permission> permissions() {
    return permissions;
  }

  List<String> columns() {
    return columns;
  }

  boolean figures(String column) {
    return FIGURES.contains(column);
  }
}
