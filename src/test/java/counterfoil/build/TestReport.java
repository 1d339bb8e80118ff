package counterfoil.build;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Says at the end of a run how many tests ran, and names those that were skipped: a run that left
 * something out must not look like one that proved everything.
 */
public final class TestReport implements TestExecutionListener {
  private final List<String> skipped = new ArrayList<>();
  private int passed;
  private int failed;

  @Override
  public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
    switch (result.getStatus()) {
      case SUCCESSFUL -> passed += test.isTest() ? 1 : 0;
      case FAILED -> failed++;
      case ABORTED ->
          skip(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
    }
  }

  @Override
  public synchronized void executionSkipped(TestIdentifier test, String reason) {
    skip(test, reason);
  }

  private void skip(TestIdentifier test, String reason) {
    skipped.add(name(test) + ": " + reason);
  }

  @Override
  public synchronized void testPlanExecutionFinished(TestPlan plan) {
    System.out.printf("Tests: %d passed, %d failed, %d skipped%n", passed, failed, skipped.size());
    skipped.forEach(line -> System.out.println("  skipped " + line));
  }

  private static String name(TestIdentifier test) {
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .map(source -> source.getJavaClass().getSimpleName() + "." + test.getDisplayName())
        .orElse(test.getDisplayName());
  }
}
