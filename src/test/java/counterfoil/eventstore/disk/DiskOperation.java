package counterfoil.eventstore.disk;

/**
 * Something that changed a disk, or what may be expected of it. Files have numbers of their own.
 */
public sealed interface DiskOperation {
  record Create(String path, int file) implements DiskOperation {}

  record Write(int file, int at, byte[] bytes) implements DiskOperation {}

  record Resize(int file, int size) implements DiskOperation {}

  record Force(int file) implements DiskOperation {}

  record Rename(String from, String to) implements DiskOperation {}

  record Delete(String path) implements DiskOperation {}

  /** Forces the list of a folder's files. */
  record ForceNames(String folder) implements DiskOperation {}

  /** Everything up to an entry was acknowledged. */
  record Acknowledged(long position) implements DiskOperation {}
}
