package counterfoil.eventstore.tape;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A folder on a real disk. */
public record DiskFolder(Path path) implements TapeFolder {
  @Override
  public void make() throws IOException {
    Files.createDirectories(path);
  }

  @Override
  public List<String> list() throws IOException {
    if (Files.notExists(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Override
  public TapeFile open(String name) throws IOException {
    return new ChannelFile(FileChannel.open(path.resolve(name), READ, WRITE));
  }

  @Override
  public TapeFile create(String name) throws IOException {
    return new ChannelFile(FileChannel.open(path.resolve(name), READ, WRITE, CREATE_NEW));
  }

  @Override
  public void rename(String from, String to) throws IOException {
    Files.move(path.resolve(from), path.resolve(to), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(String name) throws IOException {
    Files.delete(path.resolve(name));
  }

  @Override
  public void force() throws IOException {
    force(path);
  }

  /**
   * Forces a folder's list of files. Windows cannot open a folder, and keeps the list by itself.
   */
  public static void force(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, READ)) {
        channel.force(true);
      }
    }
  }
}
