package counterfoil.eventstore;

import counterfoil.eventstore.Append.Write;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** Appends with every field of every shape, from one seed. */
public final class RandomAppends {
  private final SplittableRandom random;

  public RandomAppends(long seed) {
    random = new SplittableRandom(seed);
  }

  /** One event for a stream, whatever its version. */
  public Append append() {
    return append(List.of(new Write(stream(), ExpectedVersion.any(), List.of(event()))));
  }

  public Append append(List<Write> writes) {
    return new Append(uuid(), bytes(32), provenance(), writes, List.of());
  }

  public Provenance provenance() {
    return new Provenance(
        text(12),
        text(12),
        text(30),
        text(12),
        maybe() ? Optional.of(text(20)) : Optional.empty(),
        date(),
        maybe() ? Optional.of(date()) : Optional.empty(),
        uuid(),
        maybe() ? Optional.of(uuid()) : Optional.empty(),
        maybe() ? Optional.of(text(Provenance.MAX_TEXT_LENGTH)) : Optional.empty(),
        maybe() ? Optional.of(text(12)) : Optional.empty());
  }

  public StreamName stream() {
    return StreamName.of("account", Integer.toString(random.nextInt(50)));
  }

  public NewEvent event() {
    return new NewEvent(
        new EventType("Kind" + random.nextInt(9), 1 + random.nextInt(3)),
        text(200).getBytes(StandardCharsets.UTF_8));
  }

  public Instant time() {
    return Instant.ofEpochSecond(
            random.nextLong(-1L << 33, 1L << 33), random.nextInt(1_000_000_000))
        .truncatedTo(ChronoUnit.MICROS);
  }

  public LocalDate date() {
    return LocalDate.ofEpochDay(random.nextInt(-200_000, 200_000));
  }

  public UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  public byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  public long number(long bound) {
    return random.nextLong(bound);
  }

  private boolean maybe() {
    return random.nextBoolean();
  }

  private String text(int atMost) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(atMost + 1);
    while (text.length() < length) {
      switch (random.nextInt(5)) {
        case 0 -> text.append((char) random.nextInt(0x80));
        case 1 -> text.append((char) random.nextInt(0x80, 0x800));
        case 2 -> text.append((char) random.nextInt(0x4E00, 0x9FFF));
        case 3 -> {
          if (text.length() + 2 <= length) {
            text.appendCodePoint(random.nextInt(0x10000, 0x10FFFF));
          }
        }
        default -> text.append((char) ('a' + random.nextInt(26)));
      }
    }
    return text.toString();
  }
}
