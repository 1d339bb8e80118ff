package counterfoil.eventstore.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.h2.store.fs.FilePath;

/** Shows H2 the files of {@link RecordedDisk}s under names that begin with {@link #SCHEME}. */
public final class RecordedFilePath extends FilePath {
  private static final String SCHEME = "recorded";

  /** What the names of files begin with. */
  public static final String FILE_SYSTEM = SCHEME + ":";

  /** H2 knows file systems by name only. */
  private static final Map<String, RecordedDisk> DISKS = new ConcurrentHashMap<>();

  private RecordedFilePath(String name) {
    this.name = name;
  }

  static void attach(RecordedDisk disk) {
    FilePath.register(new RecordedFilePath(""));
    if (DISKS.put(disk.root().toString(), disk) != null) {
      throw new IllegalStateException("two disks in one place");
    }
  }

  static void detach(RecordedDisk disk) {
    DISKS.remove(disk.root().toString());
  }

  private String path() {
    return name.substring(FILE_SYSTEM.length());
  }

  private RecordedDisk disk() {
    for (String at = path(); !at.isEmpty(); at = Platter.folder(at)) {
      RecordedDisk disk = DISKS.get(at);
      if (disk != null) {
        return disk;
      }
    }
    throw new IllegalStateException("no disk for " + name);
  }

  @Override
  public long size() {
    try {
      return disk().size(path());
    } catch (IOException e) {
      throw DbException.convertIOException(e, name);
    }
  }

  @Override
  public void moveTo(FilePath other, boolean atomicReplace) {
    try {
      disk().rename(path(), ((RecordedFilePath) other).path());
    } catch (IOException e) {
      throw DbException.get(ErrorCode.FILE_RENAME_FAILED_2, e, name, other.name);
    }
  }

  @Override
  public boolean createFile() {
    try {
      if (exists()) {
        return false;
      }
      disk().create(path()).close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public boolean exists() {
    return disk().exists(path());
  }

  @Override
  public void delete() {
    try {
      if (exists()) {
        disk().delete(path());
      }
    } catch (IOException e) {
      throw DbException.get(ErrorCode.FILE_DELETE_FAILED_1, e, name);
    }
  }

  @Override
  public List<FilePath> newDirectoryStream() {
    // H2 changes the list that it is given.
    try {
      List<FilePath> files = new ArrayList<>();
      disk().list(path()).forEach(file -> files.add(getPath(FILE_SYSTEM + file)));
      return files;
    } catch (IOException e) {
      throw DbException.convertIOException(e, name);
    }
  }

  @Override
  public FilePath toRealPath() {
    return this;
  }

  @Override
  public FilePath getParent() {
    return getPath(Platter.folder(name));
  }

  @Override
  public boolean isDirectory() {
    return disk().isFolder(path());
  }

  @Override
  public boolean isRegularFile() {
    return exists() && !isDirectory();
  }

  @Override
  public boolean isAbsolute() {
    return true;
  }

  @Override
  public long lastModified() {
    return 0;
  }

  @Override
  public boolean canWrite() {
    return true;
  }

  @Override
  public void createDirectory() {
    // Folders are wherever files are.
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return exists() || mode.equals("r") ? disk().open(path()) : disk().create(path());
  }

  @Override
  public boolean setReadOnly() {
    return false;
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FilePath getPath(String path) {
    return new RecordedFilePath(path);
  }
}
