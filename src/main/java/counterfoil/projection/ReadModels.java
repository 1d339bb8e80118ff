package counterfoil.projection;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.jdbc.ReadModel;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.CurrencyUnit;

/** The read models that every ledger has. */
public final class ReadModels {
  private ReadModels() {}

  /** New ones, which remember nothing yet; in the order in which they take entries in. */
  public static List<ReadModel> of(CurrencyUnit currency, ZoneId zone) {
    return List.of(
        new Journal(currency, zone), new BranchBook(currency), new TreeTiles(), new Extracts());
  }

  public static List<ReadModel> of(Charter charter) {
    return of(CurrencyUnit.of(charter.currency()), charter.zone());
  }
}
