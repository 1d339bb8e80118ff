package counterfoil.projection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Lets the entries of a selection through, whatever its account, customer, positions and times,
 * which are told without looking at each entry.
 *
 * @param textAccounts those whose number or holder has the selection's text in it; an entry of one
 *     of them need not have it itself
 */
record Sieve(JournalSelection selection, Set<String> textAccounts) {

  /** The positions in an extract that come through, ascending, within those given. */
  long[] through(Extract extract, long from, long to) {
    int count = extract.count();
    boolean[] left = new boolean[count];
    long first = extract.firstPosition();
    int begin = Math.clamp(from - first, 0, count);
    int end = Math.clamp(to - first + 1, begin, count);
    Arrays.fill(left, begin, end, true);
    byNames(extract, left);
    byAmount(extract, left);
    byText(extract, left);
    return positions(first, left);
  }

  private static long[] positions(long first, boolean[] left) {
    long[] found = new long[left.length];
    int size = 0;
    for (int i = 0; i < left.length; i++) {
      if (left[i]) {
        found[size++] = first + i;
      }
    }
    return Arrays.copyOf(found, size);
  }

  private void byNames(Extract extract, boolean[] left) {
    if (!selection.types().isEmpty()) {
      boolean[] wanted = extract.wantedNames(selection.types()::contains);
      for (int i = 0; i < left.length; i++) {
        left[i] &= wanted[extract.type(i)];
      }
    }
    if (selection.till().isPresent()) {
      boolean[] wanted = extract.wantedNames(selection.till().get()::equals);
      for (int i = 0; i < left.length; i++) {
        left[i] &= wanted[extract.till(i)];
      }
    }
    if (selection.staff().isPresent()) {
      boolean[] wanted = extract.wantedNames(selection.staff().get()::equals);
      for (int i = 0; i < left.length; i++) {
        left[i] &= wanted[extract.actor(i)] || wanted[extract.approver(i)];
      }
    }
  }

  private void byAmount(Extract extract, boolean[] left) {
    AmountRange amounts = selection.amounts();
    if (!amounts.any()) {
      for (int i = 0; i < left.length; i++) {
        long amount = extract.amount(i);
        left[i] &= amount != Extract.NO_AMOUNT && amounts.holds(amount);
      }
    }
  }

  private void byText(Extract extract, boolean[] left) {
    if (selection.text().isEmpty()) {
      return;
    }
    boolean[] found =
        extract.containing(Query.searchable(selection.text()).getBytes(StandardCharsets.UTF_8));
    if (!textAccounts.isEmpty()) {
      boolean[] wanted = extract.wantedAccounts(textAccounts::contains);
      for (int i = 0; i < left.length; i++) {
        found[i] |= wanted[extract.account(i)];
      }
    }
    for (int i = 0; i < left.length; i++) {
      left[i] &= found[i];
    }
  }
}
