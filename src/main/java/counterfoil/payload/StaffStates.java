package counterfoil.payload;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import counterfoil.domain.staff.Failures;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffEvent;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.staff.StaffState;
import counterfoil.domain.staff.StaffState.KeyStanding;
import counterfoil.domain.staff.StaffState.Member;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.List;

/**
 * The states of people as the bytes of a snapshot and back. A person who signs in, locks and
 * unlocks a few times a day has thousands of entries after a year.
 */
final class StaffStates {
  /** The version of the written form below. */
  private static final int SCHEMA = 1;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static final StateForm<StaffState> FORM =
      new StateForm<>() {
        private final String fold =
            FoldName.of(
                StaffEvents.CATEGORY,
                SCHEMA,
                List.of(
                    StaffState.class,
                    Member.class,
                    KeyStanding.class,
                    Failures.class,
                    Role.class,
                    StaffEvent.class));

        @Override
        public String fold() {
          return fold;
        }

        @Override
        public byte[] encode(StaffState state) {
          return StaffStates.encode(state);
        }

        @Override
        public StaffState decode(byte[] bytes) {
          return StaffStates.decode(bytes);
        }
      };

  private StaffStates() {}

  private static byte[] encode(StaffState state) {
    if (!(state instanceof Member member)) {
      throw new IllegalArgumentException("nothing to write");
    }
    ObjectNode tree = JSON.createObjectNode();
    tree.put("name", member.name().value()).put("full_name", member.fullName());
    ArrayNode roles = tree.putArray("roles");
    StaffEvents.codes(member.roles()).forEach(roles::add);
    member
        .credential()
        .key()
        .ifPresent(key ->
            tree.putObject(SigningKeys.FIELD)
                .put(SigningKeys.PUBLIC, key.publicKey())
                .put(SigningKeys.SEALED, key.sealed()));
    tree.put("credential", member.credential().phc())
        .put("password_set_by_another", member.passwordSetByAnother())
        .put("suspended", member.suspended())
        .put("failures", member.failures().count())
        .put("last_failure", member.failures().last().toString());
    if (member.keyStanding() != KeyStanding.NONE) {
      tree.put("key_standing", member.keyStanding().name());
    }
    if (member.passwordTemporary()) {
      tree.put("password_temporary", true);
    }
    try {
      return JSON.writeValueAsBytes(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StaffState decode(byte[] bytes) {
    try {
      Facts f = new Facts(JSON.readTree(bytes));
      return new Member(
          new StaffName(f.text("name")),
          f.text("full_name"),
          StaffEvents.roles(f.texts("roles")),
          f.credential(),
          f.truth("password_set_by_another"),
          f.truthOrNot("password_temporary"),
          f.truth("suspended"),
          f.has("key_standing") ? KeyStanding.valueOf(f.text("key_standing")) : KeyStanding.NONE,
          new Failures(Math.toIntExact(f.number("failures")), f.instant("last_failure")));
    } catch (IOException | IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw new UnknownEvent("a snapshot that is not a state", e);
    }
  }
}
