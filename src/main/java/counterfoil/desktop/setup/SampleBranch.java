package counterfoil.desktop.setup;

import counterfoil.application.Ledgers;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Founds a ledger to practise in and fills it with some business days. */
@FunctionalInterface
public interface SampleBranch {
  /**
   * Blocks until it is done; the ledger is closed then.
   *
   * @param folder where no ledger lies yet
   * @param password of everybody in it; left as it is
   * @param told hears what is being done, a line at a time
   */
  void found(Ledgers ledgers, Path folder, char[] password, Consumer<String> told);
}
