package counterfoil.eventstore.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A test that a store passes which does nothing would prove nothing of any other. */
class ConformanceNeverPassesByItselfTest {
  /** Fewer would mean that whole promises were not found. */
  private static final int LEAST_TESTS = 50;

  @Test
  void every_test_fails_against_a_store_that_does_nothing_and_none_is_skipped() {
    Outcomes outcomes = new Outcomes();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(NothingStoreConformance.class))
            .build();
    // Without the listener that reports the real run: these failures are wanted.
    LauncherConfig unreported =
        LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();
    LauncherFactory.create(unreported).execute(request, outcomes);
    assertTrue(outcomes.failed.size() >= LEAST_TESTS, outcomes.failed.size() + " tests ran");
    assertEquals(List.of(), List.copyOf(outcomes.notFailed));
  }

  private static final class Outcomes implements TestExecutionListener {
    final Queue<String> failed = new ConcurrentLinkedQueue<>();
    final Queue<String> notFailed = new ConcurrentLinkedQueue<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        (result.getStatus() == Status.FAILED ? failed : notFailed).add(test.getDisplayName());
      }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      notFailed.add(test.getDisplayName() + " (skipped)");
    }
  }
}
