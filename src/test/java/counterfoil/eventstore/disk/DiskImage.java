package counterfoil.eventstore.disk;

import java.util.Map;

/** The files on a disk by their whole paths. The bytes are not to be changed. */
public record DiskImage(Map<String, byte[]> files) {
  public static final DiskImage EMPTY = new DiskImage(Map.of());

  public DiskImage {
    files = Map.copyOf(files);
  }
}
