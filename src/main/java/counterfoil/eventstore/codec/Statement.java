package counterfoil.eventstore.codec;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Append.Write;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.NewEvent.Attested;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What whoever makes an entry signs of it: everything but its position and its time, which the
 * store assigns later. Stream and version are in it, so that a signature is good for one place
 * only; the payload is in it by its commitment, so that a signature outlives an erased payload. For
 * one thread at a time.
 */
public final class Statement {
  private final EnvelopeWriter writer = new EnvelopeWriter();
  private final Commitment commitment = new Commitment();

  /** An append's statements, in the order of its events, with the salts they rest on. */
  public record Drafted(List<byte[]> statements, List<byte[]> salts) {
    public Drafted {
      statements = List.copyOf(statements);
      salts = List.copyOf(salts);
    }
  }

  /**
   * The statements of an append whose writes demand exact versions.
   *
   * @param fresh 32 random bytes each time, never used before
   */
  public Drafted draft(Append append, Iterator<byte[]> fresh) {
    List<byte[]> statements = new ArrayList<>();
    List<byte[]> salts = new ArrayList<>();
    for (Write write : append.writes()) {
      long version =
          switch (write.expected()) {
            case ExpectedVersion.Exactly(long exact) -> exact;
            case ExpectedVersion.NoStream _ -> ExpectedVersion.NONE;
            case ExpectedVersion.Any _, ExpectedVersion.StreamExists _ ->
                throw new IllegalArgumentException("no exact version of " + write.stream());
          };
      for (NewEvent event : write.events()) {
        byte[] salt = fresh.next();
        salts.add(salt);
        statements.add(
            writer.statement(
                write.stream(),
                ++version,
                event.type(),
                append.commandId(),
                append.commandDigest(),
                append.provenance(),
                commitment.to(event.payload(), salt)));
      }
    }
    return new Drafted(statements, salts);
  }

  /**
   * The append with its signatures.
   *
   * @param signatures one for each statement of {@code drafted}
   */
  public static Append signed(Append append, Drafted drafted, List<byte[]> signatures) {
    int next = 0;
    List<Write> writes = new ArrayList<>();
    for (Write write : append.writes()) {
      List<NewEvent> events = new ArrayList<>();
      for (NewEvent event : write.events()) {
        events.add(event.attested(new Attested(drafted.salts().get(next), signatures.get(next))));
        next++;
      }
      writes.add(new Write(write.stream(), write.expected(), events));
    }
    return new Append(
        append.commandId(), append.commandDigest(), append.provenance(), writes, append.demands());
  }

  /**
   * The statement that a recorded entry's signature is over.
   *
   * @throws MalformedEnvelope if the envelope cannot be read
   */
  public byte[] of(Entry entry) {
    return writer.statement(
        entry.stream(),
        entry.version(),
        entry.type(),
        entry.commandId(),
        entry.commandDigest(),
        entry.provenance(),
        EntryCodec.commitmentIn(entry.envelope()));
  }
}
