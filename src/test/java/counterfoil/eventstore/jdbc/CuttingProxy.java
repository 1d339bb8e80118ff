package counterfoil.eventstore.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between a store and its server, and can cut the line at the one moment that matters: when
 * a commit goes by.
 */
final class CuttingProxy implements AutoCloseable {
  /** What happens to the next commit. */
  enum Cut {
    /** It goes by. */
    NONE,
    /** The line is cut before the server hears of it. */
    BEFORE_IT_ARRIVES,
    /** The server does it, and the line is cut before it can say so. */
    BEFORE_THE_ANSWER
  }

  /** How the driver prepares the statement, under a name that is all it says later on. */
  private static final Pattern COMMIT = Pattern.compile("(S_\\d+)\0COMMIT\0");

  /** Only who appends says this: readers end transactions too. */
  private static final String LOCK = "FOR UPDATE";

  private final int serverPort;
  private final ServerSocket door;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<Line> lines = new CopyOnWriteArrayList<>();
  private volatile Cut cut = Cut.NONE;
  private volatile boolean barred;

  CuttingProxy(int serverPort) throws IOException {
    this.serverPort = serverPort;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  void cutAtNextCommit(Cut how) {
    cut = how;
  }

  /** Cuts every line, and lets nobody through any more. */
  void bar() {
    barred = true;
    open.forEach(CuttingProxy::end);
  }

  void letThrough() {
    barred = false;
  }

  /** Lets nothing through the lines there are, without a word to either end; new ones are whole. */
  void fallSilent() {
    lines.forEach(line -> line.silent = true);
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        if (barred) {
          end(client);
        } else {
          Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
          open.addAll(List.of(client, server));
          Line line = new Line(client, server);
          lines.add(line);
          Thread.ofVirtual().start(line::carryOut);
          Thread.ofVirtual().start(line::carryBack);
        }
      } catch (IOException _) {
        // The door is closed, or the server is.
      }
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It is closed already.
    }
  }

  /** One connection. */
  private final class Line {
    private final Socket client;
    private final Socket server;
    private volatile boolean swallowsAnswers;
    private volatile boolean appends;
    private volatile boolean silent;
    private volatile String commit = "COMMIT";

    Line(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void carryOut() {
      carry(client, server, true);
    }

    void carryBack() {
      carry(server, client, false);
    }

    private void carry(Socket from, Socket to, boolean outwards) {
      byte[] bytes = new byte[1 << 16];
      try (InputStream in = from.getInputStream();
          OutputStream out = to.getOutputStream()) {
        for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
          if (outwards && isAppendsCommit(bytes, length)) {
            Cut how = cut;
            cut = Cut.NONE;
            if (how == Cut.BEFORE_IT_ARRIVES) {
              break;
            }
            swallowsAnswers = how == Cut.BEFORE_THE_ANSWER;
          }
          if (!outwards && swallowsAnswers) {
            // The server has answered: what it was to do is done.
            break;
          }
          if (!silent) {
            out.write(bytes, 0, length);
            out.flush();
          }
        }
      } catch (IOException _) {
        // One end is gone.
      } finally {
        end(client);
        end(server);
      }
    }

    private boolean isAppendsCommit(byte[] bytes, int length) {
      String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
      appends |= text.contains(LOCK);
      Matcher prepared = COMMIT.matcher(text);
      if (prepared.find()) {
        commit = "\0" + prepared.group(1) + "\0";
      }
      return cut != Cut.NONE && appends && text.contains(commit);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    open.forEach(CuttingProxy::end);
  }
}
