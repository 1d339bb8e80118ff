package counterfoil.eventstore.tape;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * A folder and its mirror on another disk: whatever is done, is done in both, and has been done
 * only when both have. They are forced at the same time. Reads the first alone. A failure of the
 * mirror is a {@link MirrorFault}; that the two are the same when they are opened is {@link
 * MirrorRepair}'s.
 */
public final class MirroredFolder implements TapeFolder {
  private final TapeFolder tape;
  private final TapeFolder mirror;
  private final Executor forces =
      Executors.newCachedThreadPool(
          work -> Thread.ofPlatform().daemon().name("tape-mirror").unstarted(work));

  public MirroredFolder(TapeFolder tape, TapeFolder mirror) {
    this.tape = tape;
    this.mirror = mirror;
  }

  public TapeFolder tape() {
    return tape;
  }

  public TapeFolder mirror() {
    return mirror;
  }

  @Override
  public Path path() {
    return tape.path();
  }

  @Override
  public void make() throws IOException {
    tape.make();
    mirrored(mirror::make);
  }

  /** The names in either: after a crash one may have a file that the other has not yet. */
  @Override
  public List<String> list() throws IOException {
    return Stream.concat(tape.list().stream(), mirrorList().stream()).distinct().sorted().toList();
  }

  @Override
  public TapeFile open(String name) throws IOException {
    return both(tape.open(name), () -> mirror.open(name));
  }

  @Override
  public TapeFile create(String name) throws IOException {
    return both(tape.create(name), () -> mirror.create(name));
  }

  @Override
  public void rename(String from, String to) throws IOException {
    tape.rename(from, to);
    mirrored(() -> mirror.rename(from, to));
  }

  @Override
  public void delete(String name) throws IOException {
    if (tape.list().contains(name)) {
      tape.delete(name);
    }
    if (mirrorList().contains(name)) {
      mirrored(() -> mirror.delete(name));
    }
  }

  @Override
  public void force() throws IOException {
    tape.force();
    mirrored(mirror::force);
  }

  private List<String> mirrorList() throws IOException {
    try {
      return mirror.list();
    } catch (IOException e) {
      throw new MirrorFault(mirror.path(), e);
    }
  }

  private TapeFile both(TapeFile first, Opening opening) throws IOException {
    try {
      return new MirroredFile(first, opening.open());
    } catch (IOException e) {
      closeAfter(e, first);
      throw new MirrorFault(mirror.path(), e);
    } catch (RuntimeException e) {
      closeAfter(e, first);
      throw e;
    }
  }

  private static void closeAfter(Exception reason, TapeFile file) {
    try {
      file.close();
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  private void mirrored(Step step) throws IOException {
    try {
      step.run();
    } catch (IOException e) {
      throw new MirrorFault(mirror.path(), e);
    }
  }

  @FunctionalInterface
  private interface Opening {
    TapeFile open() throws IOException;
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private final class MirroredFile implements TapeFile {
    private final TapeFile first;
    private final TapeFile second;

    MirroredFile(TapeFile first, TapeFile second) {
      this.first = first;
      this.second = second;
    }

    @Override
    public long size() throws IOException {
      return first.size();
    }

    @Override
    public void read(ByteBuffer into, long at) throws IOException {
      first.read(into, at);
    }

    @Override
    public void write(ByteBuffer from, long at) throws IOException {
      ByteBuffer again = from.duplicate();
      first.write(from, at);
      mirrored(() -> second.write(again, at));
    }

    @Override
    public void force() throws IOException {
      CompletableFuture<Optional<IOException>> other =
          CompletableFuture.supplyAsync(this::forceSecond, forces);
      try {
        first.force();
      } finally {
        // Nobody may go on while a force is still under way, whatever became of the other.
        other.join();
      }
      Optional<IOException> failure = other.join();
      if (failure.isPresent()) {
        throw new MirrorFault(mirror.path(), failure.get());
      }
    }

    private Optional<IOException> forceSecond() {
      try {
        second.force();
        return Optional.empty();
      } catch (IOException e) {
        return Optional.of(e);
      }
    }

    @Override
    public void close() throws IOException {
      try {
        first.close();
      } finally {
        mirrored(second::close);
      }
    }
  }
}
