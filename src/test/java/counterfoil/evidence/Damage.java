package counterfoil.evidence;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Append.Write;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventType;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.NewEvent.Attested;
import counterfoil.eventstore.Provenance;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.eventstore.codec.EntryCodec.Slot;
import counterfoil.eventstore.codec.Statement;
import counterfoil.evidence.EntryForm.Packed;
import counterfoil.evidence.PackedContent.Erased;
import counterfoil.evidence.PackedContent.Retold;
import counterfoil.evidence.PackedContent.Shown;
import counterfoil.proof.ActSignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** What somebody may do to the entries of a pack. */
enum Damage {
  BIT_OF_AN_ENVELOPE {
    @Override
    void to(EditablePack pack, Random random) {
      edit(pack, random, entry -> new Packed(flipped(entry.envelope(), random), entry.content()));
    }
  },
  BIT_OF_A_CONTENT {
    @Override
    void to(EditablePack pack, Random random) {
      edit(
          pack,
          random,
          entry ->
              entry.content() instanceof Shown(var salt, var payload)
                  ? new Packed(
                      entry.envelope(),
                      random.nextInt(4) == 0
                          ? new Shown(flipped(salt, random), payload)
                          : new Shown(salt, flipped(payload, random)))
                  : new Packed(entry.envelope(), new Shown(new byte[32], new byte[3])));
    }
  },
  DELETED {
    @Override
    void to(EditablePack pack, Random random) {
      pack.entries.remove(any(pack, random));
    }
  },
  DELETED_AND_RENUMBERED {
    @Override
    void to(EditablePack pack, Random random) {
      int at = any(pack, random);
      pack.entries.remove(at);
      renumber(pack, at);
    }
  },
  CUT_TAIL {
    @Override
    void to(EditablePack pack, Random random) {
      pack.entries.subList(any(pack, random), pack.entries.size()).clear();
    }
  },
  REPEATED {
    @Override
    void to(EditablePack pack, Random random) {
      int at = any(pack, random);
      pack.entries.add(any(pack, random), pack.entries.get(at));
    }
  },
  REPEATED_AND_RENUMBERED {
    @Override
    void to(EditablePack pack, Random random) {
      int at = any(pack, random);
      pack.entries.add(at, pack.entries.get(at));
      renumber(pack, at);
    }
  },
  SWAPPED {
    @Override
    void to(EditablePack pack, Random random) {
      int one = any(pack, random);
      int other = any(pack, random);
      Packed kept = pack.entries.get(one);
      pack.entries.set(one, pack.entries.get(other));
      pack.entries.set(other, kept);
      if (random.nextBoolean()) {
        renumber(pack, 0);
      }
    }
  },
  RESEALED_WITH_ANOTHER_CONTENT {
    @Override
    void to(EditablePack pack, Random random) {
      reseal(
          pack,
          random,
          entry -> {
            String text = new String(entry.payload(), StandardCharsets.UTF_8);
            String[] others = {
              text.replace("1", "7"),
              text.replace("teller", "auditor"),
              text.replace("\"", ""),
              "{}",
              "[]",
              "{\"role\":\"king\"}",
              "\uFEFF" + text,
              text + " x",
              text.replace("a", "e"),
              "{\"public_key\":7,\"signature\":null,\"approver\":\"lucia\"}"
            };
            return new Forged(entry)
                .content(others[random.nextInt(others.length)].getBytes(StandardCharsets.UTF_8));
          });
    }
  },
  MADE_BY_ANOTHER {
    @Override
    void to(EditablePack pack, Random random) {
      String[] names = {"ada", "lucia", "amara", "oleg", "nobody"};
      reseal(pack, random, entry -> new Forged(entry).actor(names[random.nextInt(names.length)]));
    }
  },
  ANOTHER_ROLE {
    @Override
    void to(EditablePack pack, Random random) {
      String[] roles = {"teller", "head_teller", "auditor", "administrator", "none"};
      reseal(pack, random, entry -> new Forged(entry).role(roles[random.nextInt(roles.length)]));
    }
  },
  AN_APPROVER_NAMED {
    @Override
    void to(EditablePack pack, Random random) {
      reseal(pack, random, entry -> new Forged(entry).approver("lucia"));
    }
  },
  ANOTHER_TYPE {
    @Override
    void to(EditablePack pack, Random random) {
      String[] types = {
        "SignedIn",
        "RoleGranted",
        "ApprovalUsed",
        "ApprovalGranted",
        "SigningKeyRevoked",
        "StaffMemberAdded",
        "WorkstationKeyAdded",
        "Whatever"
      };
      reseal(
          pack,
          random,
          entry ->
              new Forged(entry)
                  .type(new EventType(types[random.nextInt(types.length)], 1 + random.nextInt(2))));
    }
  },
  ANOTHER_STREAM {
    @Override
    void to(EditablePack pack, Random random) {
      String[] streams = {"staff-ada", "staff-eve", "approval-1", "workstation-x", "account-9"};
      reseal(
          pack,
          random,
          entry ->
              new Forged(entry).stream(new StreamName(streams[random.nextInt(streams.length)])));
    }
  },
  ANOTHER_VERSION {
    @Override
    void to(EditablePack pack, Random random) {
      reseal(pack, random, entry -> new Forged(entry).version(random.nextInt(4)));
    }
  },
  THE_CLOCK_MOVED {
    @Override
    void to(EditablePack pack, Random random) {
      reseal(
          pack,
          random,
          entry ->
              new Forged(entry).time(entry.recordedAt().plusSeconds(random.nextInt(4000) - 2000L)));
    }
  },
  UNSIGNED {
    @Override
    void to(EditablePack pack, Random random) {
      reseal(pack, random, entry -> new Forged(entry).signature(Optional.empty()));
    }
  },
  A_SIGNATURE_MOVED {
    @Override
    void to(EditablePack pack, Random random) {
      Entry other = open(pack.entries.get(any(pack, random)));
      reseal(pack, random, entry -> new Forged(entry).signature(EntryCodec.signature(other)));
    }
  },
  A_BIT_OF_A_SIGNATURE {
    @Override
    void to(EditablePack pack, Random random) {
      reseal(
          pack,
          random,
          entry ->
              new Forged(entry)
                  .signature(EntryCodec.signature(entry).map(bytes -> flipped(bytes, random))));
    }
  },
  SIGNED_WITH_A_KEY_OF_ONES_OWN {
    @Override
    void to(EditablePack pack, Random random) {
      byte[] seed = new byte[32];
      random.nextBytes(seed);
      byte[] key = RandomLedger.publicKey(seed);
      reseal(
          pack,
          random,
          entry ->
              new Forged(entry)
                  .signature(
                      Optional.of(
                          ActSignature.sign(
                                  List.of(new Statement().of(entry)),
                                  RandomLedger.ORIGIN,
                                  key,
                                  message -> {
                                    byte[] signature = new byte[64];
                                    Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
                                    return signature;
                                  })
                              .getFirst()
                              .toBytes())));
    }
  },
  A_KEY_REPLACED {
    @Override
    void to(EditablePack pack, Random random) {
      byte[] seed = new byte[32];
      random.nextBytes(seed);
      String other = Base64.getEncoder().encodeToString(RandomLedger.publicKey(seed));
      pack.entries.replaceAll(entry ->
          entry.content() instanceof Retold(var payload) && random.nextBoolean()
              ? new Packed(
                  entry.envelope(),
                  new Retold(
                      new String(payload, StandardCharsets.UTF_8)
                          .replaceFirst("\"public\":\"[^\"]*\"", "\"public\":\"" + other + "\"")
                          .getBytes(StandardCharsets.UTF_8)))
              : entry);
    }
  },
  RETOLD {
    @Override
    void to(EditablePack pack, Random random) {
      edit(
          pack,
          random,
          entry ->
              new Packed(
                  entry.envelope(),
                  new Retold("{\"amount\":\"1.00\"}".getBytes(StandardCharsets.UTF_8))));
    }
  },
  ERASED {
    @Override
    void to(EditablePack pack, Random random) {
      edit(
          pack,
          random,
          entry -> new Packed(entry.envelope(), new Erased("{}".getBytes(StandardCharsets.UTF_8))));
    }
  },
  NONSENSE_FOR_AN_ENVELOPE {
    @Override
    void to(EditablePack pack, Random random) {
      byte[] nonsense = new byte[random.nextInt(400)];
      random.nextBytes(nonsense);
      edit(pack, random, entry -> new Packed(nonsense, entry.content()));
    }
  },
  ANOTHER_LIST_OF_KEYS {
    @Override
    void to(EditablePack pack, Random random) {
      pack.text(PackFiles.KEYS, pack.text(PackFiles.KEYS) + "1 staff-eve AAAA\n");
    }
  },
  CHECKPOINTS_EDITED {
    @Override
    void to(EditablePack pack, Random random) {
      String text = pack.text(PackFiles.CHECKPOINTS);
      pack.text(
          PackFiles.CHECKPOINTS,
          switch (random.nextInt(5)) {
            case 0 -> text.replaceFirst("\n[0-9]", "\n9");
            case 1 -> text + text;
            case 2 -> text.replaceFirst("riverside\n", "elsewhere\n");
            case 3 -> text.substring(0, random.nextInt(text.length() + 1));
            default ->
                new String(
                    flipped(
                        text.isEmpty() ? new byte[1] : text.getBytes(StandardCharsets.UTF_8),
                        random),
                    StandardCharsets.ISO_8859_1);
          });
    }
  },
  PROOFS_EDITED {
    @Override
    void to(EditablePack pack, Random random) {
      byte[] bytes = pack.text(PackFiles.PROOFS).getBytes(StandardCharsets.UTF_8);
      pack.texts.put(PackFiles.PROOFS, bytes.length == 0 ? new byte[1] : flipped(bytes, random));
    }
  },
  ANOTHER_ORIGIN {
    @Override
    void to(EditablePack pack, Random random) {
      Manifest made = pack.manifest;
      pack.manifest =
          new Manifest(
              new Manifest.Identity(
                  RandomLedger.ORIGIN + "2", "B", "EUR", "UTC", "2026-11-23T08:00:00Z", true),
              made.entries(),
              made.root(),
              made.madeAt(),
              made.workstation(),
              made.program(),
              made.files());
    }
  };

  private static final EntryCodec CODEC = new EntryCodec();

  abstract void to(EditablePack pack, Random random);

  private static int any(EditablePack pack, Random random) {
    return random.nextInt(pack.entries.size());
  }

  private static void edit(EditablePack pack, Random random, UnaryOperator<Packed> change) {
    int at = any(pack, random);
    pack.entries.set(at, change.apply(pack.entries.get(at)));
  }

  private static void reseal(
      EditablePack pack, Random random, java.util.function.Function<Entry, Forged> change) {
    edit(pack, random, entry -> change.apply(open(entry)).sealed(entry.content()));
  }

  /** The entries from one on get the positions that they have. */
  private static void renumber(EditablePack pack, int from) {
    for (int i = from; i < pack.entries.size(); i++) {
      Packed packed = pack.entries.get(i);
      Forged forged = new Forged(open(packed));
      forged.position = i + 1L;
      byte[] envelope = forged.sealed(packed.content()).envelope();
      // The commitment is the last field, and the content need not be known to move an entry.
      byte[] before = packed.envelope();
      System.arraycopy(before, before.length - 32, envelope, envelope.length - 32, 32);
      pack.entries.set(i, new Packed(envelope, packed.content()));
    }
  }

  static Entry open(Packed packed) {
    return switch (packed.content()) {
      case Shown(var salt, var payload) -> EntryCodec.open(packed.envelope(), salt, payload);
      case Retold(var payload) -> EntryCodec.open(packed.envelope(), new byte[32], payload);
      case Erased(var left) -> EntryCodec.open(packed.envelope(), new byte[32], left);
    };
  }

  static byte[] flipped(byte[] bytes, Random random) {
    byte[] other = bytes.clone();
    int bit = random.nextInt(8 * Math.max(1, bytes.length));
    if (other.length > 0) {
      other[bit / 8] ^= (byte) (1 << (bit % 8));
    }
    return other;
  }

  /** An entry as somebody with the program's own means would seal it anew. */
  private static final class Forged {
    private final Entry entry;
    private long position;
    private StreamName stream;
    private long version;
    private EventType type;
    private String actor;
    private String role;
    private Optional<String> approver;
    private Instant time;
    private byte[] content;
    private Optional<byte[]> signature;

    Forged(Entry entry) {
      this.entry = entry;
      this.position = entry.position();
      this.stream = entry.stream();
      this.version = entry.version();
      this.type = entry.type();
      this.actor = entry.provenance().actor();
      this.role = entry.provenance().role();
      this.approver = entry.provenance().approver();
      this.time = entry.recordedAt();
      this.content = entry.payload();
      this.signature = EntryCodec.signature(entry);
    }

    Forged stream(StreamName other) {
      stream = other;
      return this;
    }

    Forged version(long other) {
      version = other;
      return this;
    }

    Forged type(EventType other) {
      type = other;
      return this;
    }

    Forged actor(String other) {
      actor = other;
      return this;
    }

    Forged role(String other) {
      role = other;
      return this;
    }

    Forged approver(String other) {
      approver = Optional.of(other);
      return this;
    }

    Forged time(Instant other) {
      time = other;
      return this;
    }

    Forged content(byte[] other) {
      content = other;
      return this;
    }

    Forged signature(Optional<byte[]> other) {
      signature = other;
      return this;
    }

    Packed sealed(PackedContent before) {
      Provenance was = entry.provenance();
      Provenance now =
          new Provenance(
              actor,
              role,
              was.branch(),
              was.workstation(),
              was.tillSession(),
              was.businessDate(),
              was.valueDate(),
              was.correlationId(),
              was.causationId(),
              was.reason(),
              approver);
      byte[] salt = entry.salt();
      NewEvent event =
          new NewEvent(type, content, signature.map(bytes -> new Attested(salt, bytes)));
      Append append =
          new Append(
              entry.commandId(),
              entry.commandDigest(),
              now,
              List.of(new Write(stream, ExpectedVersion.exactly(version), List.of(event))),
              List.of());
      Entry sealed = CODEC.seal(new Slot(position, stream, version, time), event, append, salt);
      return new Packed(
          sealed.envelope(),
          switch (before) {
            case Shown _ -> new Shown(salt, content);
            case Retold _ -> new Retold(content);
            case Erased _ -> new Erased(content);
          });
    }
  }
}
