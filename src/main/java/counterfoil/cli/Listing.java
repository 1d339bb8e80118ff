package counterfoil.cli;

import counterfoil.domain.staff.Permission;
import java.util.List;
import java.util.Locale;

/** What can be listed, by the names that scripts know it by. */
enum Listing {
  APPROVALS,
  OFFERS,
  TILLS,
  SESSIONS,
  LIMITS,
  SETTINGS,
  PRODUCTS,
  STAFF,
  CUSTOMERS;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** One of these is needed. */
  List<Permission> permissions() {
    return switch (this) {
      case APPROVALS, OFFERS, TILLS, SESSIONS, LIMITS, SETTINGS, PRODUCTS ->
          List.of(Permission.SEE_OWN_JOURNAL);
      case STAFF -> List.of(Permission.SEE_BRANCH, Permission.MANAGE_STAFF);
      case CUSTOMERS -> List.of(Permission.SEE_BRANCH, Permission.SERVE_CUSTOMERS);
    };
  }

  /** What people see; programs see every fact. */
  List<String> columns() {
    return switch (this) {
      case APPROVALS -> List.of("approval", "maker", "amount", "conditions", "expires_at", "text");
      case OFFERS -> List.of("offer", "from", "to", "total", "cash");
      case TILLS -> List.of("till", "open", "teller", "session", "total", "in_bag", "cash");
      case SESSIONS -> List.of("session", "teller", "opened_at", "closed_at", "closed_by");
      case LIMITS -> List.of("limit", "amount");
      case SETTINGS -> List.of("setting", "value");
      case PRODUCTS ->
          List.of(
              "product",
              "name",
              "kind",
              "minimum_balance",
              "overdraft_allowed",
              "withdrawal_fee",
              "interest_percent");
      case STAFF -> List.of("name", "full_name", "roles", "suspended", "locked", "workstation");
      case CUSTOMERS ->
          List.of(
              "customer",
              "name",
              "birth_date",
              "document_type",
              "document_number",
              "phone",
              "flags");
    };
  }

  static boolean figures(String column) {
    return switch (column) {
      case "amount", "total", "in_bag", "minimum_balance", "withdrawal_fee", "interest_percent" ->
          true;
      default -> false;
    };
  }
}
