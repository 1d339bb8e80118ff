package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.RandomAppends;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * A program that posts as fast as it can until it is killed, and says of each append that it was
 * acknowledged. Half of them it submits one by one, half of them many at a time.
 */
final class PostingProcess {
  private PostingProcess() {}

  public static void main(String[] args) {
    RandomAppends appends = new RandomAppends(Long.parseLong(args[1]));
    EmbeddedStore store =
        EmbeddedStore.open(
            Path.of(args[0]), List.of(new CountModel()), InstantSource.system(), Progress.NONE);
    PrintStream out = System.out;
    while (true) {
      acknowledge(out, store.append(appends.append()).lastPosition(), "one");
      for (int i = 0; i < 20; i++) {
        Append append = appends.append();
        store
            .submit(append)
            .thenAccept(
                appended -> acknowledge(out, appended.lastPosition(), "" + append.commandId()))
            .exceptionally(PostingProcess::die);
      }
    }
  }

  /** One write of the whole line, so that a kill cannot tear it where it would still be read. */
  private static void acknowledge(PrintStream out, long position, String what) {
    byte[] line = (position + " " + what + "\n").getBytes(StandardCharsets.US_ASCII);
    out.write(line, 0, line.length);
    out.flush();
  }

  private static Void die(Throwable fault) {
    fault.printStackTrace();
    Runtime.getRuntime().halt(1);
    throw new AssertionError("halted");
  }
}
