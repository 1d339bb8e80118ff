package counterfoil.campaign;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The campaign in short: whatever crashes, nothing acknowledged is lost, nothing is there in part
 * and nothing twice. Everything runs at once; each test waits for its part.
 */
class CampaignTest {
  private static final int KILLS = 50;
  private static final int TAPE_CUTS = 4000;
  private static final int LEDGER_CUTS = 1000;

  @TempDir private static Path folder = Path.of("");

  private static Future<String> firstLongSession = new CompletableFuture<>();
  private static Future<String> secondLongSession = firstLongSession;
  private static Future<String> kills = firstLongSession;
  private static Future<String> cuts = firstLongSession;

  @BeforeAll
  static void begin() {
    Campaign campaign = new Campaign(folder, System.nanoTime(), System.out);
    firstLongSession = Campaign.begin(() -> campaign.longSession(0));
    secondLongSession = Campaign.begin(() -> campaign.longSession(1));
    kills = Campaign.begin(() -> campaign.kills(KILLS));
    cuts =
        Campaign.begin(() ->
            String.join(
                "\n",
                campaign.tapeCuts(TAPE_CUTS),
                campaign.ledgerCuts(LEDGER_CUTS),
                campaign.faults(false)));
  }

  @Test
  void power_cuts_at_any_operation_and_failing_operations_cost_nothing_acknowledged()
      throws Exception {
    tell(cuts);
  }

  @Test
  void processes_killed_in_short_sessions_lose_nothing_acknowledged() throws Exception {
    tell(kills);
  }

  @Test
  void processes_killed_after_more_than_a_minute_lose_nothing_acknowledged() throws Exception {
    tell(firstLongSession);
    tell(secondLongSession);
  }

  private static void tell(Future<String> part) throws Exception {
    try {
      System.out.println(part.get());
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }
}
