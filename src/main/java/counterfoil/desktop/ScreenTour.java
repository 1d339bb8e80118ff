package counterfoil.desktop;

import counterfoil.application.practice.DayScene;
import counterfoil.application.practice.SampleCustomers;
import counterfoil.application.practice.TellersDay;
import counterfoil.desktop.counter.Act;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.staff.StaffName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Goes through every screen of the scripted day, at the desk of somebody who has it, and leaves
 * each in the middle of what is done there.
 */
final class ScreenTour {
  private static final CustomerNumber MARTA_LINDQVIST = CustomerNumber.numbered(903);

  private final DayScene scene;
  private final Studio studio;
  private final Set<String> seen = new HashSet<>();

  ScreenTour(DayScene scene, Studio studio) {
    this.scene = scene;
    this.studio = studio;
  }

  /** At noon: every screen but the reports, and what stands in front of screens. */
  void noon() {
    seen.add("reports");
    teller(at(TellersDay.AMARA));
    supervisor(at(TellersDay.HELEN));
    administrator(at(TellersDay.INES));
  }

  /** When all is closed: the reports, and the branch as its supervisor leaves it. */
  void evening() {
    var helen = at(TellersDay.HELEN);
    helen.show("reports");
    helen.press("reports-proof-sheet");
    helen.press("reports-show");
    studio.take("reports");
    helen.show("supervisor");
    studio.take("supervisor-evening");
    helen.leave();
  }

  private Posed at(StaffName person) {
    return new Posed(scene.ledger(), scene.session(person), studio);
  }

  private void teller(Posed amara) {
    deposit(amara);
    studio.take("counter");
    studio.arrange(() -> amara.counter().form().clear());
    approval(amara);
    customer(amara);
    amara.show("till");
    amara.press("till-do-close");
    count(amara);
    studio.take("till");
    seen.addAll(List.of("counter", "customers", "till", "approvals"));
    others(amara);
    amara.show("counter");
    studio.arrange(() -> {
      amara.workplace().palette().show();
      var deposit = studio.fittings().texts().get("counter.action.deposit");
      amara.workplace().palette().queryProperty().set(deposit.substring(0, 2));
    });
    studio.take("palette");
    studio.arrange(() -> amara.workplace().palette().dismiss());
    amara.leave();
  }

  /** With the notes counted half. */
  private void deposit(Posed amara) {
    open(amara, SampleCustomers.NADIA.number());
    amara.type("amount", "1,250.00");
    amara.type("narrative", "Rent, November");
    amara.type("cash-100", "8");
    amara.type("cash-50", "5");
  }

  private void open(Posed person, AccountNumber account) {
    studio.arrange(() -> person.workplace().shell().navigator().openAccount(account));
  }

  /** More than a teller hands out alone. */
  private void approval(Posed amara) {
    open(amara, TellersDay.LINDQVIST);
    studio.arrange(() -> amara.counter().form().choose(Act.WITHDRAW));
    amara.type("amount", "2,400.00");
    amara.type("narrative", "Car");
    studio.arrange(() -> amara.counter().form().post());
    studio.take("counter-approval");
    studio.arrange(() -> amara.workplace().countersigning().signing().goBack());
    studio.arrange(() -> amara.counter().form().clear());
  }

  private void customer(Posed amara) {
    studio.arrange(() -> amara.workplace().shell().navigator().openCustomer(MARTA_LINDQVIST));
    studio.take("customers");
  }

  private void count(Posed amara) {
    amara.type("pile-200", "0");
    amara.type("pile-100", "0");
    amara.type("pile-50", "30");
    amara.type("pile-20", "52");
  }

  private void supervisor(Posed helen) {
    helen.show("approvals");
    studio.take("approvals");
    seen.addAll(List.of("approvals", "supervisor", "timeline"));
    helen.show("till");
    helen.choose("till-drawer", "till-look-VAULT");
    studio.take("vault");
    helen.show("supervisor");
    helen.pick("supervisor-exceptions", 1);
    helen.type("supervisor-comment", "Slip seen, customer called");
    studio.take("supervisor");
    long deposit = scene.positionOf("deposit 80.00 to " + TellersDay.LINDQVIST);
    studio.arrange(() -> helen.workplace().shell().navigator().openEntry(deposit));
    studio.take("timeline");
    others(helen);
    helen.leave();
  }

  private void administrator(Posed ines) {
    ines.show("settings");
    ines.press("settings-go-limits");
    studio.take("settings");
    others(ines);
    ines.leave();
  }

  /** The screens that nobody had before, as they are. */
  private void others(Posed person) {
    for (var screen : person.screens()) {
      if (!screen.equals("settings") && seen.add(screen)) {
        person.show(screen);
        studio.take(screen);
      }
    }
  }
}
