package counterfoil.campaign;

import counterfoil.campaign.NaiveBook.Placed;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** A {@link TellersProcess} at work, and what it has said so far. */
final class Session {
  private final Process process;
  private final Thread listener;
  private final CountDownLatch opening = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);
  private final Set<UUID> sent = new HashSet<>();
  private final Set<UUID> refused = new HashSet<>();
  private final Map<UUID, Placed> posted = new HashMap<>();

  private Session(Process process) {
    this.process = process;
    this.listener = Thread.ofVirtual().start(this::listen);
  }

  /** Starts one. */
  static Session start(Path folder, long number, int tellers, long restMicros) throws IOException {
    return new Session(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                TellersProcess.class.getName(),
                folder.toString(),
                Long.toString(number),
                Integer.toString(tellers),
                Long.toString(restMicros))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** Returns when it begins to open the ledger. */
  void awaitOpening() throws InterruptedException {
    opening.await();
  }

  /** Returns when it begins to post. */
  void awaitOpen() throws InterruptedException {
    open.await();
  }

  /** Kills it and returns when it is dead and everything that it could still say is heard. */
  void kill() throws InterruptedException {
    if (!process.isAlive()) {
      throw new AssertionError("the process has ended by itself: " + process.exitValue());
    }
    // Through the handle: Process.destroyForcibly would close the pipe before it is read.
    process.toHandle().destroyForcibly();
    process.waitFor();
    listener.join();
  }

  /** Everything that it began to hand over. Not to be asked before it is dead. */
  Set<UUID> sent() {
    return sent;
  }

  Set<UUID> refused() {
    return refused;
  }

  /** Everything acknowledged, and what was said of it. */
  Map<UUID, Placed> posted() {
    return posted;
  }

  private void listen() {
    StringBuilder half = new StringBuilder();
    try (BufferedReader lines = process.inputReader()) {
      for (int c = lines.read(); c >= 0; c = lines.read()) {
        if (c == '\n') {
          hear(half.toString().split(" "));
          half.setLength(0);
        } else {
          half.append((char) c);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } finally {
      opening.countDown();
      open.countDown();
    }
  }

  private void hear(String[] words) {
    switch (words[0]) {
      case "opening" -> opening.countDown();
      case "open" -> open.countDown();
      case "sent" -> sent.add(UUID.fromString(words[1]));
      case "refused" -> refused.add(UUID.fromString(words[1]));
      case "posted" ->
          posted.put(
              UUID.fromString(words[1]),
              new Placed(Long.parseLong(words[2]), Long.parseLong(words[3])));
      default -> throw new IllegalStateException(String.join(" ", words));
    }
  }
}
