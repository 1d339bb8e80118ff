package counterfoil.evidence;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import counterfoil.eventstore.Progress;
import counterfoil.evidence.PackFinding.Kind;
import counterfoil.proof.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program and {@code verify.mjs}, which share no code, say the same of every pack: whether it
 * is valid, and if not, what is wrong and where. {@code -Dpacks=10000 -Dseed=...} for more of them.
 */
final class PackAgreementTest {
  private static final int TOGETHER = 100;
  private static final int ENOUGH_FOR_EVERY_KIND = 1000;
  private static final List<RuleBreach> BREACHES = List.of(RuleBreach.values());

  @TempDir Path folder;

  /**
   * A pack, and what must come of it where that is known.
   *
   * @param what was done to it
   * @param kind of what must be found, if that is known
   */
  private record Sample(String what, byte[] pack, Expected expected, Optional<Kind> kind) {
    Sample(String what, byte[] pack, Expected expected) {
      this(what, pack, expected, Optional.empty());
    }
  }

  private enum Expected {
    VALID,
    NOT_VALID,
    EITHER
  }

  @Test
  void both_verifiers_agree_on_random_packs_good_and_bad() throws Exception {
    int packs = Integer.getInteger("packs", 200);
    long seed = Long.getLong("seed", new Random().nextLong());
    System.out.println("packs " + packs + ", seed " + seed);
    Random seeds = new Random(seed);
    int valid = 0;
    Map<String, Integer> kinds = new java.util.TreeMap<>();
    for (int done = 0; done < packs; done += TOGETHER) {
      List<Sample> samples = new ArrayList<>();
      for (int i = 0; i < Math.min(TOGETHER, packs - done); i++) {
        int number = done + i;
        samples.add(
            number < BREACHES.size()
                ? broken(BREACHES.get(number), seeds.nextLong())
                : sample(seeds.nextLong()));
      }
      valid += compare(samples, kinds);
    }
    System.out.println("valid " + valid + ", findings " + kinds);
    assertTrue(valid > 0 && valid < packs, "packs of both sorts");
    if (packs >= ENOUGH_FOR_EVERY_KIND) {
      Set<String> all = Stream.of(Kind.values()).map(Kind::code).collect(toSet());
      assertEquals(all, kinds.keySet(), "every kind was met, seed " + seed);
    }
  }

  /** Returns how many are valid. */
  private int compare(List<Sample> samples, Map<String, Integer> kinds) throws Exception {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      Path file = folder.resolve("pack-" + i + ".zip");
      Files.write(file, samples.get(i).pack());
      files.add(file);
    }
    List<JsonNode> theirs = SecondVerifier.verify(folder, files, List.of());
    int valid = 0;
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      PackVerdict ours = PackVerifier.verify(files.get(i), List.of(), Progress.NONE);
      assertEquals(
          SecondVerifier.described(theirs.get(i)), SecondVerifier.described(ours), sample.what());
      switch (sample.expected()) {
        case VALID -> assertTrue(ours.valid(), () -> sample.what() + ": " + ours.findings());
        case NOT_VALID -> {
          assertFalse(ours.valid(), sample.what());
          assertTrue(
              sample
                  .kind()
                  .map(
                      kind -> ours.findings().stream().anyMatch(found -> found.kind().equals(kind)))
                  .orElse(true),
              () -> sample.what() + ": " + ours.findings());
        }
        case EITHER -> {
          // Who holds all keys of a branch can make another ledger that is valid in itself.
        }
      }
      valid += ours.valid() ? 1 : 0;
      new TreeSet<>(ours.findings().stream().map(found -> found.kind().code()).toList())
          .forEach(kind -> kinds.merge(kind, 1, Integer::sum));
    }
    return valid;
  }

  /** Each rule of who may do what is broken in one pack at least. */
  private static Sample broken(RuleBreach breach, long seed) {
    RandomLedger ledger =
        new RandomLedger(seed, 1 + new Random(seed).nextInt(30), Optional.of(breach));
    return new Sample(
        "seed " + seed + ", " + breach,
        ledger.pack(),
        Expected.NOT_VALID,
        Optional.of(breach.kind()));
  }

  private static Sample sample(long seed) throws IOException {
    Random random = new Random(seed);
    RandomLedger ledger = new RandomLedger(seed, 1 + random.nextInt(30));
    byte[] good = ledger.pack();
    String what = "seed " + seed;
    return switch (random.nextInt(9)) {
      case 8 -> broken(BREACHES.get(random.nextInt(BREACHES.size())), seed);
      case 0 -> new Sample(what + ", good", good, Expected.VALID);
      case 1 -> bytes(what, good, random);
      case 2 -> files(what, good, random);
      default -> entries(what, ledger, new EditablePack(good), random);
    };
  }

  private static Sample bytes(String what, byte[] good, Random random) {
    byte[] bad =
        switch (random.nextInt(5)) {
          case 0 -> Arrays.copyOf(good, random.nextInt(good.length));
          case 1 -> Arrays.copyOf(good, good.length + 1 + random.nextInt(40));
          case 2 -> {
            byte[] nonsense = new byte[random.nextInt(2000)];
            random.nextBytes(nonsense);
            yield nonsense;
          }
          default -> Damage.flipped(good, random);
        };
    return new Sample(what + ", bytes", bad, Expected.NOT_VALID);
  }

  /** Whole files are damaged, and the manifest is true to them or not. */
  private static Sample files(String what, byte[] good, Random random) {
    EditablePack pack = new EditablePack(good);
    Map<String, byte[]> files = pack.files(1 + random.nextInt(60));
    List<String> names = List.copyOf(files.keySet());
    String name = names.get(random.nextInt(names.size()));
    byte[] before = files.getOrDefault(name, new byte[0]);
    String done;
    switch (random.nextInt(5)) {
      case 0 -> {
        files.remove(name);
        done = "without ";
      }
      case 1 -> {
        files.put("more.txt", new byte[3]);
        done = "with more than ";
      }
      case 2 -> {
        Map<String, byte[]> moved = new LinkedHashMap<>();
        moved.put(name, before);
        files.forEach(moved::putIfAbsent);
        files = moved;
        done = "first ";
      }
      default -> {
        files.put(name, Damage.flipped(before, random));
        done = "a bit of ";
      }
    }
    if (random.nextBoolean() && files.containsKey(PackFiles.MANIFEST)) {
      // Whoever changes a file can also list it as it is now.
      if (!name.equals(PackFiles.MANIFEST)) {
        files.put(PackFiles.MANIFEST, pack.list(files).toBytes());
      }
    }
    return new Sample(what + ", " + done + name, EditablePack.zip(files), Expected.EITHER);
  }

  private static Sample entries(
      String what, RandomLedger ledger, EditablePack pack, Random random) {
    if (pack.entries.isEmpty()) {
      return new Sample(what + ", empty", EditablePack.zip(pack.files(1)), Expected.VALID);
    }
    List<byte[]> before = pack.entries.stream().map(EntryForm.Packed::envelope).toList();
    List<Damage> all = List.copyOf(EnumSet.allOf(Damage.class));
    Damage damage = all.get(random.nextInt(all.size()));
    damage.to(pack, random);
    int repair = random.nextInt(6);
    if (repair > 0) {
      pack.claimWhatIsThere();
    }
    if (repair > 1) {
      pack.listKeys();
    }
    boolean readable =
        CheckpointFile.parse(pack.texts.getOrDefault(PackFiles.CHECKPOINTS, new byte[0]))
            .isPresent();
    if (repair > 2 && readable && !ledger.workstations().isEmpty()) {
      SigningKey key =
          repair > 4 ? RandomLedger.workstationKey(random) : ledger.workstations().getFirst();
      pack.signAgain(key);
    }
    boolean other =
        !Arrays.deepEquals(
            before.toArray(), pack.entries.stream().map(EntryForm.Packed::envelope).toArray());
    return new Sample(
        what + ", " + damage + ", repaired " + repair,
        EditablePack.zip(pack.files(1 + random.nextInt(40))),
        other && repair == 0 ? Expected.NOT_VALID : Expected.EITHER);
  }
}
