package counterfoil.cli;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * Where the program reads and writes. Text is UTF-8 in both directions, whatever the platform
 * thinks; streams that hide their faults (such as {@code System.out}) would hide a full disk.
 */
public record Terminal(InputStream in, OutputStream out, OutputStream err) {}
