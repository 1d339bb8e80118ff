package counterfoil.eventstore.tape;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * The few things that the tape asks of a file system; a seam for tests that let them fail. After
 * any failure the tape stops: nothing here is tried twice.
 */
public interface TapeFolder {
  /** The folder, to name it to people. */
  Path path();

  /** Makes the folder, if there is none. */
  void make() throws IOException;

  /** The names of the files in it, sorted; none if there is no folder. */
  List<String> list() throws IOException;

  /** Opens a file that exists, to read and to write. */
  TapeFile open(String name) throws IOException;

  /** Makes a new, empty file; refuses one that exists. */
  TapeFile create(String name) throws IOException;

  /** Gives a file another name, in one step; one that has that name is replaced. */
  void rename(String from, String to) throws IOException;

  void delete(String name) throws IOException;

  /** Forces the folder's own list of files to the disk, where the operating system knows how. */
  void force() throws IOException;

  /** An open file. */
  interface TapeFile extends AutoCloseable {
    long size() throws IOException;

    /** Reads until {@code into} is full or the file ends. */
    void read(ByteBuffer into, long at) throws IOException;

    /** Writes all of {@code from}. */
    void write(ByteBuffer from, long at) throws IOException;

    /** Returns when everything written is on the disk. */
    void force() throws IOException;

    @Override
    void close() throws IOException;
  }
}
