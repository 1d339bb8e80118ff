package counterfoil.report;

import java.util.List;

/**
 * Who hands the paper out.
 *
 * @param address one text a line; may be empty
 * @param greeting stands above a receipt's acts; empty for none
 * @param closing stands below them; empty for none
 */
public record Letterhead(String branch, List<String> address, String greeting, String closing) {
  public Letterhead {
    address = List.copyOf(address);
  }
}
