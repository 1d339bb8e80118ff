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

  static final class Person {
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
    this(seed, acts, Optional.empty());
  }

  /**
   * @param breach of a rule, at the end
   */
  RandomLedger(long seed, int acts, Optional<RuleBreach> breach) {
    this.random = new Random(seed);
    carriedOut = random.nextInt(5) > 0 || breach.isPresent();
    boolean staffed = random.nextInt(8) > 0 || breach.isPresent();
    for (int i = random.nextInt(4); i > 0; i--) {
      pass();
      plain("founder", "none", account(), money());
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
        plain("founder", "none", account(), money());
      }
      if (random.nextInt(6) == 0) {
        checkpoint();
      }
    }
    signAll();
    breach.ifPresent(rule -> rule.in(this));
    if (random.nextInt(4) > 0) {
      checkpoint();
    }
  }

  /** An act of one entry that is signed, permitted or not. */
  void signs(String person, String role, String stream, NewEvent event) {
    signs(people(person), role, stream, event);
  }

  void signs(Person person, String role, String stream, NewEvent event) {
    signAll();
    signed(person, role, Optional.empty(), List.of(write(new StreamName(stream), event)));
    signAll();
  }

  /** History from elsewhere. */
  void imports(String person, String role) {
    signAll();
    signer = Optional.of(people(person));
    Append append =
        append(
            person,
            role,
            Optional.of(Provenance.IMPORTED),
            Optional.empty(),
            List.of(write(account(), money())));
    waiting.add(new Draft(append, statements.draft(append, List.of(salt()).iterator())));
    signAll();
  }

  void unsigned() {
    plain("lucia", "head_teller", account(), money());
  }

  /** Money is moved in the name of an approver who was not asked. */
  void namesAnApprover() {
    signAll();
    signed(people("lucia"), "head_teller", Optional.of("ada"), List.of(write(account(), money())));
    signAll();
  }

  /**
   * An approval of lucia's.
   *
   * @param signer whose key it is signed with, if it is
   */
  void approves(Optional<String> signer, String shown, String signedText) {
    UUID id = id();
    var digest = new ActDigest("ab".repeat(32));
    String stream = ApprovalEvents.stream(id).value();
    signs("lucia", "head_teller", stream, requested(id, people("lucia"), shown, digest));
    Base64.Encoder base64 = Base64.getEncoder();
    Optional<TextSignature> signature =
        signer
            .map(this::people)
            .map(by ->
                new TextSignature(
                    base64.encodeToString(by.publicKey()),
                    base64.encodeToString(by.sign(TextSignature.message(id, digest, signedText)))));
    signs(
        "lucia",
        "head_teller",
        stream,
        ApprovalEvents.KIND.encode(
            new ApprovalEvent.ApprovalGranted(id, new StaffName("lucia"), signature)));
  }

  /** Returns the position of an entry with something personal in it. */
  long personal(String customer) {
    signs(
        "lucia",
        "head_teller",
        "customer-" + customer,
        new NewEvent(
            new EventType("CustomerRegistered", 1),
            "{\"name\":\"Zoë 林\"}".getBytes(StandardCharsets.UTF_8)));
    return last();
  }

  long last() {
    return store.head().position();
  }

  /** Of an entry's payload, only this is left in the pack. */
  void goes(long position, String left) {
    erased.put(position, left.getBytes(StandardCharsets.UTF_8));
  }

  void erases(String customer, String named) {
    signs("ada", "administrator", "customer-" + customer, erasure(named));
  }

  NewEvent erasure(String named) {
    return new NewEvent(
        new EventType("CustomerErased", 1),
        "{\"customer\":\"C\",\"reason\":\"asked\",\"entries\":[%s]}"
            .formatted(named)
            .getBytes(StandardCharsets.UTF_8));
  }

  /** An entry as an erasure names it. */
  static String named(long position, String left) {
    return named(position, left.getBytes(StandardCharsets.UTF_8));
  }

  private static String named(long position, byte[] left) {
    return "\"%d %s\""
        .formatted(position, HexFormat.of().formatHex(TreeHash.sha256().digest(left)));
  }

  String key(String person) {
    return Base64.getEncoder().encodeToString(people(person).publicKey());
  }

  NewEvent granted(String person) {
    return StaffEvents.KIND.encode(new StaffEvent.RoleGranted(new StaffName(person), Role.AUDITOR));
  }

  NewEvent certified(String person, String key) {
    return StaffEvents.KIND.encode(
        new StaffEvent.SigningKeyCertified(new StaffName(person), key, new StaffName("ada")));
  }

  NewEvent revoked(String person, String key) {
    return StaffEvents.KIND.encode(
        new StaffEvent.SigningKeyRevoked(new StaffName(person), key, "lost", new StaffName("ada")));
  }

  NewEvent addedAgain(String person) {
    return added(people(person));
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
    plain("founder", "administrator", StaffEvents.stream(name(ada)), added(ada));
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
      case 6 -> imports("ada", "administrator");
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
    signed(amara, role, stream, requested(id, amara, text, digest));
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

  private NewEvent requested(UUID id, Person by, String text, ActDigest digest) {
    return ApprovalEvents.KIND.encode(
        new ApprovalEvent.ApprovalRequested(
            id,
            name(by),
            text,
            digest,
            EnumSet.of(EnumSet.allOf(Condition.class).iterator().next()),
            Optional.empty(),
            now.plusSeconds(600)));
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
    if (person.revoked) {
      return;
    }
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
      named.append(named.isEmpty() ? "" : ",").append(named(position, left));
    }
    signed(
        people("ada"),
        Role.ADMINISTRATOR,
        new StreamName("customer-C-00000" + random.nextInt(3)),
        erasure(named.toString()));
    signAll();
  }

  private void workstation() {
    signAll();
    var key = workstationKey(random);
    String name = "WS-0" + (workstations.size() + 1);
    workstations.add(key);
    plain(
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

  NewEvent money() {
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

  private void plain(String actor, String role, StreamName stream, NewEvent event) {
    signAll();
    store.append(append(actor, role, reason(), Optional.empty(), List.of(write(stream, event))));
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
    Append append = append(person.name, role, reason(), approver, writes);
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

  private Optional<String> reason() {
    return random.nextInt(5) == 0 ? Optional.of("Übertrag") : Optional.empty();
  }

  private Append append(
      String actor,
      String role,
      Optional<String> reason,
      Optional<String> approver,
      List<Write> writes) {
    UUID id = id();
    return new Append(
        id,
        salt(),
        new Provenance(
            actor,
            role,
            "riverside",
            "WS-01",
            random.nextBoolean() ? Optional.of("T-01") : Optional.empty(),
            LocalDate.of(2026, 11, 23),
            random.nextInt(5) == 0 ? Optional.of(LocalDate.of(2026, 11, 24)) : Optional.empty(),
            id,
            random.nextInt(5) == 0 ? Optional.of(id()) : Optional.empty(),
            reason,
            approver),
        writes,
        List.of());
  }
}
