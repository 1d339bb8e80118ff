package counterfoil.domain.workstation;

import counterfoil.domain.account.AccountNumber;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was taken out of the program, in files that others read.
 *
 * @param position the last entry that is in it; 0 for an empty ledger
 * @param account where it is of one account alone
 * @param period where it is of a period
 * @param files how many, at least one
 * @param sha256 in lower-case hexadecimal, over the bytes of the files one behind the other in the
 *     order of their names: of a single file, what {@code sha256sum} says of it
 */
public record Export(
    Format format,
    Content content,
    Optional<AccountNumber> account,
    Optional<Period> period,
    long position,
    int files,
    String sha256) {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  public Export {
    if (position < 0 || files < 1 || !SHA_256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("an export of no files, or of no hash");
    }
  }

  /** How the files are written. */
  public enum Format {
    /** For spreadsheets. */
    CSV,
    /** One JSON object a line. */
    JSONL,
    /** ISO 20022 bank-to-customer statements. */
    CAMT053,
    /** All that is recorded, with what it takes to prove it. */
    EVIDENCE;

    /** The name that entries and scripts know it by; never changes. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What stands in the files. */
  public enum Content {
    /** Everything, or every account's statements. */
    LEDGER,
    /** The statement of one account, as a customer gets it. */
    STATEMENT,
    /** The list of postings. */
    JOURNAL,
    /** Customers with much cash. */
    LARGE_CASH;

    /** The name that entries and scripts know it by; never changes. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Business dates, both included. */
  public record Period(LocalDate from, LocalDate to) {
    public Period {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException("a period that ends before it begins");
      }
    }
  }
}
