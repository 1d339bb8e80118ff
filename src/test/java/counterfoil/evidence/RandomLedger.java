package counterfoil.evidence;

import counterfoil.domain.approval.ActDigest;
import counterfoil.domain.approval.ApprovalEvent;
import counterfoil.domain.approval.Condition;
import counterfoil.domain.approval.TextSignature;
import counterfoil.domain.staff.Credential;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.SigningKey;
import counterfoil.domain.staff.StaffEvent;
import counterfoil.domain.staff.StaffName;
import counterfoil.eventstore.Append;
import counterfoil.eventstore.Append.Write;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.EventType;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.InMemoryEventStore;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.Provenance;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.eventstore.codec.Statement;
import counterfoil.evidence.PackWriter.MadeBy;
import counterfoil.evidence.PackWriter.Source;
import counterfoil.payload.ApprovalEvents;
import counterfoil.payload.StaffEvents;
import counterfoil.proof.ActSignature;
import counterfoil.proof.Checked.Good;
import counterfoil.proof.Checkpoint;
import counterfoil.proof.SignedCheckpoint;
import counterfoil.proof.TreeHash;
import counterfoil.proof.TreeHead;
import counterfoil.proof.TreeProofs;
import counterfoil.proof.VerifierKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** A small ledger of people who sign what they do, made up from a seed. */
final class RandomLedger {
  static final String ORIGIN = "counterfoil.example/riverside";

  private static final String HASH = "$argon2id$v=19$m=64,t=1,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNo";
  private static final List<String> NAMES = List.of("ada", "lucia", "amara", "oleg", "wei");

  private final Random random;
  private Instant now = Instant.parse("2026-11-23T08:00:00Z");
  private final InMemoryEventStore store = new InMemoryEventStore(() -> now);
  private final Charter charter =
      new Charter(ORIGIN, "Riverside \"North\" 林", "EUR", ZoneOffset.UTC, now, false);
  private final Map<String, Person> people = new HashMap<>();
  private final Map<StreamName, Long> versions = new HashMap<>();
  private final Statement statements = new Statement();
  private final TreeHash hash = new TreeHash();
  private final List<String> checkpoints = new ArrayList<>();
  private final List<counterfoil.proof.SigningKey> workstations = new ArrayList<>();
  private final List<Draft> waiting = new ArrayList<>();
  private Optional<Person> signer = Optional.empty();
  private final Map<Long, byte[]> erased = new java.util.TreeMap<>();
  private final boolean carriedOut;

  private static final class Person {
    final String name;
    final Set<Role> roles = EnumSet.noneOf(Role.class);
    byte[] seed = new byte[32];
    boolean revoked;

    Person(String name) {
      this.name = name;
    }

    byte[] publicKey() {
      return RandomLedger.publicKey(seed);
    }

    byte[] sign(byte[] message) {
      byte[] signature = new byte[64];
      Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
      return signature;
    }
  }

  private record Draft(Append append, Statement.Drafted statements) {}

  /**
   * @param acts how many, about
   */
  RandomLedger(long seed, int acts) {
    this.random = new Random(seed);
    carriedOut = random.nextInt(5) > 0;
    boolean staffed = random.nextInt(8) > 0;
    for (int i = random.nextInt(4); i > 0; i--) {
      pass();
      plain("riverside", "founder", "none", account(), money());
    }
    if (staffed) {
      found();
    }
    if (random.nextInt(6) > 0) {
      workstation();
    }
    for (int i = 0; i < acts; i++) {
      pass();
      if (staffed) {
        act();
      } else {
        plain("riverside", "founder", "none", account(), money());
      }
      if (random.nextInt(6) == 0) {
        checkpoint();
      }
    }
    signAll();
    if (random.nextInt(4) > 0) {
      checkpoint();
    }
  }

  static byte[] publicKey(byte[] seed) {
    byte[] key = new byte[32];
    Ed25519.generatePublicKey(seed, 0, key, 0);
    return key;
  }

  /** A key of checkpoints. */
  static counterfoil.proof.SigningKey workstationKey(Random random) {
    byte[] seed = new byte[32];
    random.nextBytes(seed);
    byte[] typed = ByteBuffer.allocate(33).put((byte) 1).put(publicKey(seed)).array();
    byte[] secret = ByteBuffer.allocate(33).put((byte) 1).put(seed).array();
    var digest = TreeHash.sha256();
    digest.update((ORIGIN + "\n").getBytes(StandardCharsets.UTF_8));
    String id = HexFormat.of().formatHex(digest.digest(typed)).substring(0, 8);
    Base64.Encoder base64 = Base64.getEncoder();
    String text =
        "%s+%s+%s\nPRIVATE+KEY+%s+%s+%s\n"
            .formatted(
                ORIGIN,
                id,
                base64.encodeToString(typed),
                ORIGIN,
                id,
                base64.encodeToString(secret));
    if (counterfoil.proof.SigningKey.parse(text)
        instanceof Good<counterfoil.proof.SigningKey>(var key)) {
      return key;
    }
    throw new AssertionError(text);
  }

  List<counterfoil.proof.SigningKey> workstations() {
    return List.copyOf(workstations);
  }

  List<VerifierKey> workstationKeys() {
    return workstations.stream().map(counterfoil.proof.SigningKey::verifier).toList();
  }

  List<Entry> entries() {
    return store.read(1, Integer.MAX_VALUE);
  }

  /** What is there after the erasures that were ordered: salts and payloads are gone. */
  private EventStore erased() {
    List<Entry> entries = new ArrayList<>(entries());
    if (!carriedOut) {
      return store;
    }
    erased.forEach((position, left) ->
        entries.set(
            (int) (position - 1), EntryCodec.erased(entries.get((int) (position - 1)), left)));
    return (EventStore)
        java.lang.reflect.Proxy.newProxyInstance(
            EventStore.class.getClassLoader(),
            new Class<?>[] {EventStore.class},
            (_, method, arguments) ->
                method.getName().equals("read")
                    ? entries.subList(
                        (int) ((long) arguments[0] - 1),
                        (int) ((long) arguments[0] - 1 + (int) arguments[1]))
                    : method.invoke(store, arguments));
  }

  /** All of it as a pack. */
  byte[] pack() {
    long entries = store.head().position();
    var out = new ByteArrayOutputStream();
    try {
      PackWriter.write(
          out,
          new Source(
              charter,
              erased(),
              entries,
              checkpoints,
              proofs(entries().stream().map(Entry::envelope).map(hash::leaf).toList())),
          new MadeBy("oleg", now, "counterfoil 0"),
          Progress.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static TreeProofs proofs(List<byte[]> leaves) {
    return new TreeProofs((level, index) -> perfect(leaves, level, index));
  }

  private static byte[] perfect(List<byte[]> leaves, int level, long index) {
    if (level == 0) {
      return leaves.get((int) index);
    }
    return new TreeHash()
        .node(perfect(leaves, level - 1, 2 * index), perfect(leaves, level - 1, 2 * index + 1));
  }

  private void pass() {
    now = now.plusMillis(random.nextInt(100_000));
  }

  private void found() {
    Person ada = person("ada", Role.ADMINISTRATOR);
    plain("riverside", "founder", "administrator", StaffEvents.stream(name(ada)), added(ada));
    add("lucia", Role.HEAD_TELLER);
    add("amara", Role.TELLER);
    add("oleg", Role.AUDITOR);
    if (random.nextBoolean()) {
      add("wei", Role.TELLER);
    }
  }

  private void add(String name, Role role) {
    signAll();
    Person person = person(name, role);
    signed(people("ada"), Role.ADMINISTRATOR, StaffEvents.stream(name(person)), added(person));
    signAll();
  }

  private Person person(String name, Role role) {
    Person person = new Person(name);
    person.roles.add(role);
    random.nextBytes(person.seed);
    people.put(name, person);
    return person;
  }

  private Person people(String name) {
    return Optional.ofNullable(people.get(name)).orElseThrow();
  }

  private static StaffName name(Person person) {
    return new StaffName(person.name);
  }

  private static Credential credential(Person person) {
    return new Credential(
        HASH,
        Optional.of(new SigningKey(Base64.getEncoder().encodeToString(person.publicKey()), HASH)));
  }

  private static NewEvent added(Person person) {
    return StaffEvents.KIND.encode(
        new StaffEvent.StaffMemberAdded(
            name(person), person.name + " Someone", person.roles, credential(person)));
  }

  private void act() {
    switch (random.nextInt(12)) {
      case 0 -> atTheDoor();
      case 1 -> approved();
      case 2 -> password();
      case 3 -> role();
      case 4 -> workstation();
      case 5 -> erase();
      default -> {
        Person teller = people(random.nextInt(5) == 0 ? "lucia" : "amara");
        Role role = teller.roles.stream().findFirst().orElse(Role.TELLER);
        signed(teller, role, account(), money());
      }
    }
  }

  private void atTheDoor() {
    signAll();
    Person person = people(NAMES.get(random.nextInt(4)));
    plain(
        "riverside",
        person.name,
        "none",
        StaffEvents.stream(name(person)),
        StaffEvents.KIND.encode(new StaffEvent.SignedIn(name(person), "WS-01")));
  }

  private void approved() {
    signAll();
    UUID id = id();
    StreamName stream = ApprovalEvents.stream(id);
    Person amara = people("amara");
    Person lucia = people("lucia");
    if (amara.revoked || lucia.revoked || amara.roles.isEmpty()) {
      return;
    }
    Role role = amara.roles.iterator().next();
    var digest = new ActDigest("ab".repeat(32));
    String text = "withdraw; amount: EUR " + random.nextInt(1000) + ".00; name: \"Müller, 林\"";
    signed(
        amara,
        role,
        stream,
        ApprovalEvents.KIND.encode(
            new ApprovalEvent.ApprovalRequested(
                id,
                name(amara),
                text,
                digest,
                EnumSet.of(EnumSet.allOf(Condition.class).iterator().next()),
                Optional.empty(),
                now.plusSeconds(600))));
    signAll();
    Base64.Encoder base64 = Base64.getEncoder();
    var signature =
        new TextSignature(
            base64.encodeToString(lucia.publicKey()),
            base64.encodeToString(lucia.sign(TextSignature.message(id, digest, text))));
    signed(
        lucia,
        Role.HEAD_TELLER,
        stream,
        ApprovalEvents.KIND.encode(
            new ApprovalEvent.ApprovalGranted(id, name(lucia), Optional.of(signature))));
    signAll();
    var writes = new ArrayList<Write>();
    writes.add(write(account(), money()));
    writes.add(write(stream, ApprovalEvents.KIND.encode(new ApprovalEvent.ApprovalUsed(id))));
    signed(amara, role.code(), Optional.of("lucia"), writes);
  }

  /** One's own password with a new key, or with the old; or one that an administrator sets. */
  private void password() {
    signAll();
    Person person = people(NAMES.get(1 + random.nextInt(3)));
    boolean own = random.nextBoolean() && !person.revoked;
    Person by = own ? person : people("ada");
    byte[] before = person.seed;
    if (random.nextBoolean()) {
      byte[] other = new byte[32];
      random.nextBytes(other);
      person.seed = other;
    }
    var event =
        StaffEvents.KIND.encode(
            new StaffEvent.PasswordChanged(name(person), credential(person), name(by)));
    byte[] after = person.seed;
    if (own) {
      // A new key is signed in with the old one.
      person.seed = before;
    }
    signed(by, by.roles.iterator().next(), StaffEvents.stream(name(person)), event);
    signAll();
    person.revoked &= Arrays.equals(before, after);
    person.seed = after;
  }

  private void role() {
    signAll();
    Person person = people("amara");
    String key = Base64.getEncoder().encodeToString(person.publicKey());
    StaffEvent event =
        switch (random.nextInt(4)) {
          case 0 -> new StaffEvent.RoleGranted(name(person), Role.HEAD_TELLER);
          case 1 -> new StaffEvent.RoleRevoked(name(person), Role.HEAD_TELLER);
          case 2 -> new StaffEvent.SigningKeyCertified(name(person), key, new StaffName("ada"));
          default ->
              new StaffEvent.SigningKeyRevoked(name(person), key, "lost", new StaffName("ada"));
        };
    signed(
        people("ada"),
        Role.ADMINISTRATOR,
        StaffEvents.stream(name(person)),
        StaffEvents.KIND.encode(event));
    signAll();
    switch (event) {
      case StaffEvent.RoleGranted _ -> person.roles.add(Role.HEAD_TELLER);
      case StaffEvent.RoleRevoked _ -> person.roles.remove(Role.HEAD_TELLER);
      default -> person.revoked = event instanceof StaffEvent.SigningKeyRevoked;
    }
  }

  /** Some of the accounts' entries, and the texts of approvals, lose what is personal in them. */
  private void erase() {
    signAll();
    List<Long> positions =
        entries().stream()
            .filter(entry ->
                entry.stream().category().equals("account")
                    || entry.type().name().equals("ApprovalRequested"))
            .map(Entry::position)
            .filter(position -> !erased.containsKey(position) && random.nextInt(4) == 0)
            .toList();
    StringBuilder named = new StringBuilder();
    for (long position : positions) {
      String payload =
          new String(entries().get((int) position - 1).payload(), StandardCharsets.UTF_8);
      byte[] left =
          payload.replace("Zoë 林", "–").replace("Müller, 林", "–").getBytes(StandardCharsets.UTF_8);
      erased.put(position, left);
      named
          .append(named.isEmpty() ? "\"" : ",\"")
          .append(position)
          .append(' ')
          .append(HexFormat.of().formatHex(TreeHash.sha256().digest(left)))
          .append('"');
    }
    signed(
        people("ada"),
        Role.ADMINISTRATOR,
        new StreamName("customer-C-00000" + random.nextInt(3)),
        new NewEvent(
            new EventType("CustomerErased", 1),
            "{\"customer\":\"C\",\"reason\":\"asked\",\"entries\":[%s]}"
                .formatted(named)
                .getBytes(StandardCharsets.UTF_8)));
    signAll();
  }

  private void workstation() {
    signAll();
    var key = workstationKey(random);
    String name = "WS-0" + (workstations.size() + 1);
    workstations.add(key);
    plain(
        "riverside",
        name,
        "none",
        new StreamName("workstation-" + name),
        new NewEvent(
            new EventType("WorkstationKeyAdded", 1),
            "{\"workstation\":\"%s\",\"key\":\"%s\"}"
                .formatted(name, key.verifier().text())
                .getBytes(StandardCharsets.UTF_8)));
  }

  private void checkpoint() {
    signAll();
    if (!workstations.isEmpty()) {
      var key = workstations.get(random.nextInt(workstations.size()));
      var head = store.head();
      var checkpoint = new Checkpoint(ORIGIN, new TreeHead(head.position(), head.root()));
      checkpoints.add(SignedCheckpoint.sign(checkpoint, key).toText());
    }
  }

  private StreamName account() {
    return new StreamName("account-1004-" + random.nextInt(4));
  }

  private NewEvent money() {
    String payload =
        "{\"amount\":\"%d.00\",\"holder\":\"Zoë 林\"}".formatted(random.nextInt(10_000));
    return new NewEvent(
        new EventType("MoneyDeposited", 1), payload.getBytes(StandardCharsets.UTF_8));
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private Write write(StreamName stream, NewEvent... events) {
    long version = versions.getOrDefault(stream, -1L);
    versions.put(stream, version + events.length);
    return new Write(stream, ExpectedVersion.exactly(version), List.of(events));
  }

  private void plain(String branch, String actor, String role, StreamName stream, NewEvent event) {
    signAll();
    store.append(append(branch, actor, role, Optional.empty(), List.of(write(stream, event))));
  }

  private void signed(Person person, Role role, StreamName stream, NewEvent event) {
    if (person.revoked || !person.roles.contains(role)) {
      return;
    }
    signed(person, role.code(), Optional.empty(), List.of(write(stream, event)));
  }

  private void signed(Person person, String role, Optional<String> approver, List<Write> writes) {
    if (signer.filter(by -> by != person).isPresent()) {
      signAll();
    }
    signer = Optional.of(person);
    Append append = append("riverside", person.name, role, approver, writes);
    waiting.add(
        new Draft(append, statements.draft(append, List.of(salt(), salt(), salt()).iterator())));
    if (random.nextInt(3) == 0) {
      signAll();
    }
  }

  /** All that waits, with one signature. */
  private void signAll() {
    if (waiting.isEmpty()) {
      return;
    }
    Person person = signer.orElseThrow();
    List<byte[]> all =
        waiting.stream().flatMap(draft -> draft.statements().statements().stream()).toList();
    List<ActSignature> signatures =
        ActSignature.sign(all, ORIGIN, person.publicKey(), person::sign);
    int next = 0;
    for (Draft draft : waiting) {
      int many = draft.statements().statements().size();
      List<byte[]> bytes =
          signatures.subList(next, next + many).stream().map(ActSignature::toBytes).toList();
      store.append(Statement.signed(draft.append(), draft.statements(), bytes));
      next += many;
    }
    waiting.clear();
    signer = Optional.empty();
  }

  private byte[] salt() {
    byte[] salt = new byte[32];
    random.nextBytes(salt);
    return salt;
  }

  private Append append(
      String branch, String actor, String role, Optional<String> approver, List<Write> writes) {
    UUID id = id();
    return new Append(
        id,
        salt(),
        new Provenance(
            actor,
            role,
            branch,
            "WS-01",
            random.nextBoolean() ? Optional.of("T-01") : Optional.empty(),
            LocalDate.of(2026, 11, 23),
            random.nextInt(5) == 0 ? Optional.of(LocalDate.of(2026, 11, 24)) : Optional.empty(),
            id,
            random.nextInt(5) == 0 ? Optional.of(id()) : Optional.empty(),
            random.nextInt(5) == 0 ? Optional.of("Übertrag") : Optional.empty(),
            approver),
        writes,
        List.of());
  }
}
