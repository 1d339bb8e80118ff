package counterfoil.payload;

import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffEvent;
import counterfoil.domain.staff.StaffEvent.Attempt;
import counterfoil.domain.staff.StaffEvent.Cause;
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
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.staff.StaffState;
import counterfoil.domain.staff.StaffState.Unknown;
import counterfoil.eventstore.StreamName;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What happened to the people of the branch, as payloads and back. */
public final class StaffEvents {
  /** The category of the streams that hold people. */
  public static final String CATEGORY = "staff";

  public static final String STAFF_MEMBER_ADDED = "StaffMemberAdded";
  public static final String ROLE_GRANTED = "RoleGranted";
  public static final String ROLE_REVOKED = "RoleRevoked";
  public static final String PASSWORD_CHANGED = "PasswordChanged";
  public static final String STAFF_SUSPENDED = "StaffSuspended";
  public static final String STAFF_REINSTATED = "StaffReinstated";
  public static final String SIGNED_IN = "SignedIn";
  public static final String SIGN_IN_FAILED = "SignInFailed";
  public static final String SIGNED_OUT = "SignedOut";
  public static final String WORKSTATION_LOCKED = "WorkstationLocked";
  public static final String WORKSTATION_UNLOCKED = "WorkstationUnlocked";
  public static final String PASSWORD_CONFIRMED = "PasswordConfirmed";
  public static final String SIGN_IN_UNLOCKED = "SignInUnlocked";
  public static final String SIGNING_KEY_CERTIFIED = "SigningKeyCertified";
  public static final String SIGNING_KEY_REVOKED = "SigningKeyRevoked";

  /** People as a kind of stream. */
  public static final StreamKind<StaffState, StaffEvent> KIND = new Kind();

  private StaffEvents() {}

  public static StreamName stream(StaffName name) {
    return StreamName.of(CATEGORY, name.value());
  }

  /** In the order of {@link Role}, so that equal roles are written alike. */
  static List<String> codes(Set<Role> roles) {
    return roles.stream().sorted().map(Role::code).toList();
  }

  static Set<Role> roles(Collection<String> codes) {
    return codes.stream().map(StaffEvents::role).collect(Collectors.toUnmodifiableSet());
  }

  static String nameOf(Attempt attempt) {
    return attempt.name().toLowerCase(Locale.ROOT);
  }

  static Attempt attempt(String name) {
    return Attempt.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static Role role(String code) {
    return Role.of(code).orElseThrow(() -> new IllegalArgumentException("no role " + code));
  }

  private static final class Kind extends JsonKind<StaffState, StaffEvent> {
    Kind() {
      super(CATEGORY);
    }

    @Override
    public StaffState nothing() {
      return new Unknown();
    }

    @Override
    public StaffState after(StaffState state, StaffEvent event) {
      return state.after(event);
    }

    @Override
    public Optional<StateForm<StaffState>> snapshots() {
      return Optional.of(StaffStates.FORM);
    }

    @Override
    String nameOf(StaffEvent event) {
      return switch (event) {
        case StaffMemberAdded _ -> STAFF_MEMBER_ADDED;
        case RoleGranted _ -> ROLE_GRANTED;
        case RoleRevoked _ -> ROLE_REVOKED;
        case PasswordChanged _ -> PASSWORD_CHANGED;
        case StaffSuspended _ -> STAFF_SUSPENDED;
        case StaffReinstated _ -> STAFF_REINSTATED;
        case SignedIn _ -> SIGNED_IN;
        case SignInFailed _ -> SIGN_IN_FAILED;
        case SignedOut _ -> SIGNED_OUT;
        case WorkstationLocked _ -> WORKSTATION_LOCKED;
        case WorkstationUnlocked _ -> WORKSTATION_UNLOCKED;
        case PasswordConfirmed _ -> PASSWORD_CONFIRMED;
        case SignInUnlocked _ -> SIGN_IN_UNLOCKED;
        case SigningKeyCertified _ -> SIGNING_KEY_CERTIFIED;
        case SigningKeyRevoked _ -> SIGNING_KEY_REVOKED;
      };
    }

    @Override
    void write(FactWriter facts, StaffEvent event) {
      facts.text("name", event.name().value());
      switch (event) {
        case StaffMemberAdded e ->
            facts
                .text("full_name", e.fullName())
                .texts("roles", codes(e.roles()))
                .text("credential", e.credential().phc())
                .truthIfSo("temporary", e.temporary())
                .signingKeyIfAny(e.credential().key());
        case RoleGranted e -> facts.text("role", e.role().code());
        case RoleRevoked e -> facts.text("role", e.role().code());
        case PasswordChanged e ->
            facts
                .text("credential", e.credential().phc())
                .signingKeyIfAny(e.credential().key())
                .text("set_by", e.setBy().value())
                .truthIfSo("temporary", e.temporary());
        case StaffSuspended e -> facts.text("reason", e.reason());
        case StaffReinstated e -> facts.text("reason", e.reason());
        case SignedIn e -> facts.text("workstation", e.workstation());
        case SignInFailed e ->
            facts
                .text("workstation", e.workstation())
                .text("attempt", StaffEvents.nameOf(e.attempt()))
                .text("at", e.at().toString());
        case SignedOut e -> facts.text("workstation", e.workstation());
        case WorkstationLocked e ->
            facts
                .text("workstation", e.workstation())
                .text("cause", e.cause().name().toLowerCase(Locale.ROOT));
        case WorkstationUnlocked e -> facts.text("workstation", e.workstation());
        case PasswordConfirmed e -> facts.text("workstation", e.workstation());
        case SignInUnlocked e -> facts.text("by", e.by().value());
        case SigningKeyCertified e ->
            facts.text("public_key", e.publicKey()).text("by", e.by().value());
        case SigningKeyRevoked e ->
            facts
                .text("public_key", e.publicKey())
                .text("reason", e.reason())
                .text("by", e.by().value());
      }
    }

    @Override
    StaffEvent read(String type, Facts f) {
      StaffName name = new StaffName(f.text("name"));
      return switch (type) {
        case STAFF_MEMBER_ADDED ->
            new StaffMemberAdded(
                name,
                f.text("full_name"),
                roles(f.texts("roles")),
                f.credential(),
                f.truthOrNot("temporary"));
        case ROLE_GRANTED -> new RoleGranted(name, role(f.text("role")));
        case ROLE_REVOKED -> new RoleRevoked(name, role(f.text("role")));
        case PASSWORD_CHANGED ->
            new PasswordChanged(
                name, f.credential(), new StaffName(f.text("set_by")), f.truthOrNot("temporary"));
        case STAFF_SUSPENDED -> new StaffSuspended(name, f.text("reason"));
        case STAFF_REINSTATED -> new StaffReinstated(name, f.text("reason"));
        case SIGNED_IN -> new SignedIn(name, f.text("workstation"));
        case SIGN_IN_FAILED ->
            new SignInFailed(
                name, f.text("workstation"), attempt(f.text("attempt")), f.instant("at"));
        case SIGNED_OUT -> new SignedOut(name, f.text("workstation"));
        case WORKSTATION_LOCKED ->
            new WorkstationLocked(
                name,
                f.text("workstation"),
                Cause.valueOf(f.text("cause").toUpperCase(Locale.ROOT)));
        case WORKSTATION_UNLOCKED -> new WorkstationUnlocked(name, f.text("workstation"));
        case PASSWORD_CONFIRMED -> new PasswordConfirmed(name, f.text("workstation"));
        case SIGN_IN_UNLOCKED -> new SignInUnlocked(name, new StaffName(f.text("by")));
        case SIGNING_KEY_CERTIFIED ->
            new SigningKeyCertified(name, f.text("public_key"), new StaffName(f.text("by")));
        case SIGNING_KEY_REVOKED ->
            new SigningKeyRevoked(
                name, f.text("public_key"), f.text("reason"), new StaffName(f.text("by")));
        default -> throw unknown(type);
      };
    }
  }
}
