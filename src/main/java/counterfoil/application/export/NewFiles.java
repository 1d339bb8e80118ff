package counterfoil.application.export;

import counterfoil.eventstore.tape.DiskFolder;
import counterfoil.proof.TreeHash;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files that are there together, complete and forced to disk, or not at all. They are written into
 * a folder of their own, beside the place they are for, and get their names at the end. For one
 * thread. Everything but {@link #close} throws {@link ExportFailed}.
 */
public final class NewFiles implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final String PART = ".part-";
  private static final String REPLACED = ".replaced";
  private static final Pattern MAKER = Pattern.compile("([0-9]{1,18})-[0-9a-f-]{36}");
  private static final Pattern PDF = Pattern.compile("\\.pdf$", Pattern.CASE_INSENSITIVE);

  private final Path target;
  private final boolean folder;
  private final boolean replacing;
  private final Path workplace;
  private final MessageDigest sha256 = TreeHash.sha256();
  private final List<Path> places = new ArrayList<>();

  /** Where the copies are of what is being replaced, by its place. */
  private final Map<Path, Path> replaced = new HashMap<>();

  private NewFiles(Path target, boolean folder, boolean replacing) {
    this.target = target;
    this.folder = folder;
    this.replacing = replacing;
    this.workplace =
        target
            .resolveSibling(
                "%s%s%d-%s"
                    .formatted(
                        name(target), PART, ProcessHandle.current().pid(), UUID.randomUUID()))
            .normalize();
    removeAbandoned(target);
    try {
      Files.createDirectory(workplace);
    } catch (IOException e) {
      throw new ExportFailed(target, e);
    }
  }

  /** What a killed process has left for the same target goes; what another one writes stays. */
  private static void removeAbandoned(Path target) {
    String beginning = name(target) + PART;
    try (Stream<Path> beside = Files.list(parent(target))) {
      beside
          .filter(path -> name(path).startsWith(beginning))
          .filter(path -> isAbandoned(name(path).substring(beginning.length())))
          .forEach(NewFiles::removeFolder);
    } catch (IOException | UncheckedIOException _) {
      // It has no name that anybody would take for an export.
    }
  }

  private static boolean isAbandoned(String made) {
    Matcher maker = MAKER.matcher(made);
    return maker.matches()
        && ProcessHandle.of(Long.parseLong(maker.group(1)))
            .filter(ProcessHandle::isAlive)
            .isEmpty();
  }

  /** Not where it holds the only copy of a file that was being replaced. */
  private static void removeFolder(Path abandoned) {
    try (Stream<Path> drafts = Files.list(abandoned)) {
      List<Path> all = drafts.toList();
      if (all.stream().noneMatch(draft -> name(draft).endsWith(REPLACED))) {
        all.forEach(NewFiles::remove);
        remove(abandoned);
      }
    } catch (IOException | UncheckedIOException _) {
      // It has no name that anybody would take for an export.
    }
  }

  /** Writes one file's content. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** In a folder, which is made where there is none; no file in it is replaced. */
  public static NewFiles inFolder(Path out) {
    Path target = named(out);
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(target)) {
      throw new ExportFailed(out);
    }
    return new NewFiles(target, true, false);
  }

  /** One file; where {@code out} is a folder, {@code name} in it. Nothing is replaced. */
  public static NewFiles file(Path out, String name) {
    Path given = named(out);
    Path target = Files.isDirectory(given) ? given.resolve(name) : given;
    refuseIfThere(target);
    return new NewFiles(target, false, false);
  }

  /** One file, in place of what has its name. */
  public static NewFiles replacing(Path file) {
    return new NewFiles(named(file), false, true);
  }

  /** A path that ends in a name: a root or the place one is at can get no files beside it. */
  private static Path named(Path out) {
    return Optional.of(out.toAbsolutePath().normalize())
        .filter(path -> path.getFileName() != null)
        .orElseThrow(() -> new ExportFailed(out));
  }

  private static void refuseIfThere(Path file) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new ExportFailed(file);
    }
  }

  /**
   * Writes a file.
   *
   * @param name after all earlier ones in the order of names; of a single file it says nothing
   */
  public void write(String name, Content content) {
    Path place = folder ? target.resolve(name) : target;
    if (!places.isEmpty() && (!folder || name(places.getLast()).compareTo(name) >= 0)) {
      throw new IllegalArgumentException("files out of order");
    }
    write(place, content);
  }

  /**
   * Writes a file at the side of the single one, once that is written.
   *
   * @param ending takes the place of {@code .pdf}, or stands behind another name
   * @return where it will be
   */
  public Path writeBeside(String ending, Content content) {
    if (folder || places.size() != 1) {
      throw new IllegalArgumentException("no single file is written");
    }
    Path place = target.resolveSibling(PDF.matcher(name(target)).replaceFirst("") + ending);
    write(place, content);
    return place;
  }

  private static String name(Path place) {
    return String.valueOf(place.getFileName());
  }

  private void write(Path place, Content content) {
    if (!replacing) {
      refuseIfThere(place);
    }
    places.add(place);
    try (var channel =
            FileChannel.open(
                draft(place), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var out =
            new BufferedOutputStream(
                new DigestOutputStream(Channels.newOutputStream(channel), sha256), BUFFER_BYTES)) {
      content.writeTo(out);
      out.flush();
      channel.force(true);
    } catch (IOException e) {
      throw new ExportFailed(place, e);
    } catch (UncheckedIOException e) {
      throw new ExportFailed(place, new IOException(e));
    }
  }

  private Path draft(Path place) {
    return workplace.resolve(name(place));
  }

  public int count() {
    return places.size();
  }

  /** See {@link counterfoil.domain.workstation.Export#sha256()}; of what is written so far. */
  public String sha256() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) sha256.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 of the JDK can be copied", e);
    }
  }

  /** Gives the files their names; returns where they are. */
  public List<Path> publish() {
    List<Path> published = new ArrayList<>();
    try {
      if (folder && !Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        DiskFolder.force(workplace);
        Files.move(workplace, target);
        published.addAll(places);
      } else {
        for (Path place : places) {
          keepAside(place);
        }
        for (Path place : places) {
          move(draft(place), place);
          published.add(place);
        }
      }
      DiskFolder.force(published.isEmpty() ? target : parent(published.getFirst()));
      DiskFolder.force(parent(target));
      return published;
    } catch (IOException e) {
      published.forEach(this::undo);
      throw e instanceof FileAlreadyExistsException
          ? new ExportFailed(target)
          : new ExportFailed(target, e);
    }
  }

  private void keepAside(Path place) throws IOException {
    if (replacing && Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      Path copy = workplace.resolve(name(place) + REPLACED);
      replaced.put(place, copy);
      Files.copy(place, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }
  }

  /** What was replaced comes back; where it cannot, its copy stays. */
  private void undo(Path place) {
    Path copy = replaced.remove(place);
    if (copy == null) {
      remove(place);
      return;
    }
    try {
      move(copy, place);
    } catch (IOException _) {
      // Beside it is the folder with the copy, which nobody removes.
    }
  }

  private void move(Path from, Path to) throws IOException {
    CopyOption[] options =
        replacing
            ? new CopyOption[] {StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING}
            : new CopyOption[0];
    Files.move(from, to, options);
  }

  private static Path parent(Path path) {
    return Optional.ofNullable(path.getParent()).orElse(path);
  }

  /** Takes away what was not published. */
  @Override
  public void close() {
    places.forEach(place -> remove(draft(place)));
    replaced.values().forEach(NewFiles::remove);
    remove(workplace);
  }

  private static void remove(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException _) {
      // It has no name that anybody would take for an export.
    }
  }
}
