package counterfoil.desktop.setup;

import counterfoil.application.Founding;
import counterfoil.application.Ledgers;
import counterfoil.application.SampleStaff;
import counterfoil.application.ScriptedClock;
import counterfoil.application.ScriptedDay;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;

/** The sample branch of the scripted day: some weeks of business, up to today, and its staff. */
public final class ScriptedSample implements SampleBranch {
  private static final String BRANCH = "Riverside branch";
  private static final CurrencyUnit CURRENCY = CurrencyUnit.EUR;

  private final InstantSource clock;
  private final ZoneId zone;

  public ScriptedSample(InstantSource clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public void found(Ledgers ledgers, Path folder, char[] password, Consumer<String> told) {
    var now = clock.instant();
    var scripted = new ScriptedClock(now);
    var charter = Founding.charter(BRANCH, CURRENCY, zone, now, true);
    try (var ledger = ledgers.at(scripted).found(folder, charter)) {
      new ScriptedDay(scripted).play(ledger, told);
      new SampleStaff(ledger, password).join(told);
    }
  }
}
