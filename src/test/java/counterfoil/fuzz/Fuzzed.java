package counterfoil.fuzz;

import counterfoil.eventstore.codec.FuzzedEntry;
import counterfoil.eventstore.tape.FuzzedTape;
import counterfoil.evidence.FuzzedPack;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The parsers of what comes from outside. Each reads any bytes at all: it answers or refuses them,
 * throws nothing, and what it takes it would itself have written so.
 */
// Each is a method without state, which the checker cannot know.
@SuppressWarnings("ImmutableEnumChecker")
enum Fuzzed {
  PROOF(FuzzedProofs::proof, FuzzedProofs::proofs),
  NOTE(FuzzedProofs::note, FuzzedProofs::notes),
  CHECKPOINT(FuzzedProofs::checkpoint, FuzzedProofs::checkpoints),
  KEY(FuzzedProofs::key, FuzzedProofs::keys),
  SIGNATURE(FuzzedProofs::signature, FuzzedProofs::signatures),
  ENTRY(FuzzedEntry::read, FuzzedEntry::examples),
  TAPE(FuzzedTape::read, FuzzedTape::examples),
  PACK(FuzzedPack::read, FuzzedPack::examples),
  PICTURE(FuzzedPictures::read, FuzzedPictures::examples);

  /**
   * Reads an input and says whether it was taken; fails if what is promised of its parser does not
   * hold.
   */
  @FunctionalInterface
  interface Reading {
    boolean of(byte[] input) throws IOException;
  }

  private final Reading reading;
  private final Supplier<List<byte[]>> examples;

  Fuzzed(Reading reading, Supplier<List<byte[]>> examples) {
    this.reading = reading;
    this.examples = examples;
  }

  /** Returns whether its parser takes the input; fails if it does what it must not. */
  boolean read(byte[] input) throws IOException {
    return reading.of(input);
  }

  /** Inputs that its parser takes, to begin with. */
  List<byte[]> examples() {
    return examples.get();
  }

  /** The name on the command line, and of the folder of kept inputs. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Fuzzed of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
