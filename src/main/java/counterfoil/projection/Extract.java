package counterfoil.projection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What entries that follow each other are searched for, packed together: their types, accounts,
 * tills, people, amounts and texts, each kind beside its like. A thousand of them are one row of
 * the database and are looked through in a fraction of a millisecond, which a thousand rows of the
 * journal are not.
 *
 * <p>Names that occur are written once and called by their number. A text is what the journal's own
 * column {@code search} holds. For one thread.
 */
final class Extract {
  /** So many entries a row: fewer make more rows to read, more make the newest dearer to read. */
  static final int ENTRIES = 1024;

  /** Stands for an entry that moved no money. */
  static final long NO_AMOUNT = Long.MIN_VALUE;

  /** No byte of UTF-8: what is looked for is never found across two texts. */
  private static final byte BETWEEN_TEXTS = (byte) 0xFF;

  private final long firstPosition;
  private final int count;
  private final ByteBuffer bytes;
  private final int names;
  private final int types;
  private final int tills;
  private final int actors;
  private final int approvers;
  private final int amounts;
  private final int accountNames;
  private final int accounts;
  private final int textEnds;
  private final int texts;

  /**
   * @param packed what {@link #pack} made of the entries from {@code firstPosition} on
   */
  Extract(long firstPosition, byte[] packed) {
    this.firstPosition = firstPosition;
    this.bytes = ByteBuffer.wrap(packed);
    this.count = bytes.getInt(0);
    this.names = Integer.BYTES;
    this.types = behindNames(names);
    this.tills = types + count * Short.BYTES;
    this.actors = tills + count * Short.BYTES;
    this.approvers = actors + count * Short.BYTES;
    this.amounts = approvers + count * Short.BYTES;
    this.accountNames = amounts + count * Long.BYTES;
    this.accounts = behindNames(accountNames);
    this.textEnds = accounts + count * Short.BYTES;
    this.texts = textEnds + count * Integer.BYTES;
  }

  /** Which extract an entry is in, from 0. */
  static long numberOf(long position) {
    return (position - 1) / ENTRIES;
  }

  static long firstPositionOf(long number) {
    return number * ENTRIES + 1;
  }

  /** Always the same bytes for the same rows. */
  static byte[] pack(List<JournalRow> rows) {
    Names names = new Names();
    Names accounts = new Names();
    int count = rows.size();
    short[][] named = new short[4][count];
    short[] ofAccount = new short[count];
    byte[][] text = new byte[count][];
    int[] ends = new int[count];
    int end = 0;
    for (int i = 0; i < count; i++) {
      JournalRow row = rows.get(i);
      named[0][i] = names.number(row.type());
      named[1][i] = names.number(row.till());
      named[2][i] = names.number(row.actor());
      named[3][i] = names.number(row.approver());
      String account = row.account();
      ofAccount[i] = accounts.number(account == null ? "" : account);
      text[i] = row.searchable().getBytes(StandardCharsets.UTF_8);
      end += text[i].length + 1;
      ends[i] = end;
    }
    int perEntry = 5 * Short.BYTES + Long.BYTES + Integer.BYTES;
    ByteBuffer packed =
        ByteBuffer.allocate(
            Integer.BYTES + names.length() + accounts.length() + count * perEntry + end);
    packed.putInt(count);
    names.write(packed);
    for (short[] column : named) {
      write(packed, column);
    }
    for (JournalRow row : rows) {
      Long amount = row.amount();
      packed.putLong(amount == null ? NO_AMOUNT : amount);
    }
    accounts.write(packed);
    write(packed, ofAccount);
    for (int each : ends) {
      packed.putInt(each);
    }
    for (byte[] each : text) {
      packed.put(each).put(BETWEEN_TEXTS);
    }
    return packed.array();
  }

  private static void write(ByteBuffer packed, short[] column) {
    for (short value : column) {
      packed.putShort(value);
    }
  }

  long firstPosition() {
    return firstPosition;
  }

  int count() {
    return count;
  }

  /** For each type, till and person's name that occurs, whether it is wanted; by their numbers. */
  boolean[] wantedNames(Predicate<String> wanted) {
    return wanted(names, wanted);
  }

  /** The same for accounts; the empty text stands for none. */
  boolean[] wantedAccounts(Predicate<String> wanted) {
    return wanted(accountNames, wanted);
  }

  int type(int entry) {
    return at(types, entry);
  }

  int till(int entry) {
    return at(tills, entry);
  }

  int actor(int entry) {
    return at(actors, entry);
  }

  int approver(int entry) {
    return at(approvers, entry);
  }

  int account(int entry) {
    return at(accounts, entry);
  }

  /** In minor units, or {@link #NO_AMOUNT}. */
  long amount(int entry) {
    return bytes.getLong(amounts + entry * Long.BYTES);
  }

  /** Which entries have {@code part} in their text, itself not empty. */
  boolean[] containing(byte[] part) {
    boolean[] found = new boolean[count];
    byte[] all = bytes.array();
    int entry = 0;
    int last = texts + (count == 0 ? 0 : textEnd(count - 1)) - part.length;
    byte first = part[0];
    for (int at = texts; at <= last; at++) {
      if (all[at] == first && Arrays.equals(all, at + 1, at + part.length, part, 1, part.length)) {
        while (textEnd(entry) <= at - texts) {
          entry++;
        }
        found[entry] = true;
        at = texts + textEnd(entry) - 1;
      }
    }
    return found;
  }

  private int textEnd(int entry) {
    return bytes.getInt(textEnds + entry * Integer.BYTES);
  }

  private int at(int column, int entry) {
    return Short.toUnsignedInt(bytes.getShort(column + entry * Short.BYTES));
  }

  private boolean[] wanted(int from, Predicate<String> wanted) {
    boolean[] each = new boolean[Short.toUnsignedInt(bytes.getShort(from))];
    int at = from + Short.BYTES;
    for (int i = 0; i < each.length; i++) {
      int length = Short.toUnsignedInt(bytes.getShort(at));
      at += Short.BYTES;
      each[i] = wanted.test(new String(bytes.array(), at, length, StandardCharsets.UTF_8));
      at += length;
    }
    return each;
  }

  private int behindNames(int from) {
    int at = from + Short.BYTES;
    for (int left = Short.toUnsignedInt(bytes.getShort(from)); left > 0; left--) {
      at += Short.BYTES + Short.toUnsignedInt(bytes.getShort(at));
    }
    return at;
  }

  /** Names in the order of their first use. */
  private static final class Names {
    private final Map<String, Short> numbers = new LinkedHashMap<>();
    private final List<byte[]> written = new ArrayList<>();
    private int length = Short.BYTES;

    short number(String name) {
      Short known = numbers.get(name);
      if (known != null) {
        return known;
      }
      short number = (short) numbers.size();
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      numbers.put(name, number);
      written.add(bytes);
      length += Short.BYTES + bytes.length;
      return number;
    }

    int length() {
      return length;
    }

    void write(ByteBuffer packed) {
      packed.putShort((short) written.size());
      for (byte[] name : written) {
        packed.putShort((short) name.length).put(name);
      }
    }
  }
}
