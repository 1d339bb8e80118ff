package counterfoil.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The campaign in short: whatever is tampered with is found by whom the design says, and nothing
 * where nobody has tampered. Everything runs at once; each test waits for its part.
 */
class TamperCampaignTest {
  private static final int SEEDS = 20;
  private static final int DAYS = 200;

  @TempDir private static Path folder = Path.of("");

  private static Future<String> rewritings = new CompletableFuture<>();
  private static Future<String> rows = rewritings;
  private static Future<String> files = rewritings;
  private static Future<String> days = rewritings;
  private static Future<String> clocks = rewritings;
  private static TamperCampaign campaign = new TamperCampaign(folder, 0);

  @BeforeAll
  static void begin() throws Exception {
    long seed = System.nanoTime();
    System.out.println("TamperCampaignTest: -Dtamper.seed=" + seed);
    campaign = new TamperCampaign(Files.createDirectories(folder.resolve("tamper")), seed);
    rewritings = Campaign.begin(() -> campaign.rewritings(SEEDS));
    rows = Campaign.begin(() -> campaign.rows(SEEDS, false) + ", " + campaign.rows(SEEDS, true));
    files = Campaign.begin(() -> campaign.files(SEEDS));
    clocks = Campaign.begin(() -> campaign.clocks(SEEDS));
    days = Campaign.begin(() -> campaign.cleanDays(DAYS));
  }

  /** What it holds would stay in memory under all tests that follow. */
  @AfterAll
  static void end() {
    campaign = new TamperCampaign(folder, 0);
  }

  @Test
  void who_rewrites_the_whole_disk_is_found_by_signatures_or_by_the_witness() throws Exception {
    tell(rewritings);
    assertEquals(List.of(), campaign.table().missed());
  }

  @Test
  void who_changes_rows_is_found_where_they_stand() throws Exception {
    tell(rows);
    assertEquals(List.of(), campaign.table().missed());
  }

  @Test
  void who_changes_files_is_found_when_the_ledger_is_opened() throws Exception {
    tell(files);
    assertEquals(List.of(), campaign.table().missed());
  }

  @Test
  void a_clock_that_was_set_raises_no_alarm_and_changes_no_order() throws Exception {
    tell(clocks);
    assertEquals(List.of(), campaign.table().missed());
  }

  @Test
  void days_without_tampering_raise_no_alarm() throws Exception {
    tell(days);
  }

  private static void tell(Future<String> part) throws Exception {
    try {
      System.out.println(part.get());
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }
}
