package counterfoil.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import counterfoil.application.Order.Serve;
import counterfoil.application.Posting;
import counterfoil.application.Session;
import counterfoil.desktop.counter.Act;
import counterfoil.desktop.counter.CounterViewModel;
import counterfoil.desktop.counter.Field;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import counterfoil.desktop.kit.VirtualThreads;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.PlaceHold;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerDetails.Flag;
import counterfoil.domain.customer.CustomerNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;

/**
 * The screens of a branch with staff, each in the state that one sees them in, as pictures to look
 * at: they are left in {@code target/pictures}.
 */
class StaffedPicturesTest {
  private static final Path FOLDER = Path.of("target", "pictures");
  private static final AccountNumber JOINT = new AccountNumber("1004-2214");

  private final StaffedBranch branch = new StaffedBranch();
  private final Settling settling = new Settling(new VirtualThreads());

  @Test
  void every_state_of_the_counter_and_the_approvals_is_drawn() throws IOException {
    Robot.startToolkit();
    Files.createDirectories(FOLDER);
    furnish();
    List<Path> files = new ArrayList<>();
    try (branch) {
      for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
        files.addAll(take(choice, Locale.ENGLISH));
      }
      files.addAll(take(Theme.Choice.LIGHT, Locale.SIMPLIFIED_CHINESE));
    }
    for (var file : files) {
      assertEquals(1440, ImageIO.read(file.toFile()).getWidth(), file.toString());
    }
  }

  private void furnish() {
    branch.limit("approval.cash_in", "1000.00");
    branch.limit("approval.cash_out", "200.00");
    branch.customer(
        new CustomerNumber("C-000002"),
        new CustomerDetails(
            "Omar Rahimi",
            Optional.of(LocalDate.of(2010, 3, 4)),
            "passport",
            "P 4411 902",
            "0712 555 123",
            "4 Mill Lane, Riverside",
            Set.of(Flag.DORMANT),
            "Speaks French; ask for the guardian."));
    branch.open(JOINT, new CustomerNumber("C-000002"), "Omar Rahimi", "40.00");
    branch.serve(deposit(StaffedBranch.ACCOUNT, "640.00", "Market takings"));
    branch.serve(deposit(JOINT, "15.00", ""));
    branch.serve(
        new PlaceHold(
            StaffedBranch.ACCOUNT,
            new UUID(1, 1),
            BigMoney.parse("EUR 200"),
            Optional.of(LocalDate.of(2026, 11, 25)),
            "card payment",
            Details.NONE));
    branch
        .teller()
        .requestApproval(
            Posting.of(
                new Serve(
                    new Withdraw(
                        StaffedBranch.ACCOUNT,
                        BigMoney.parse("EUR 300"),
                        new Details("", "Rent")))))
        .join();
  }

  private static Deposit deposit(AccountNumber account, String amount, String narrative) {
    return new Deposit(account, BigMoney.parse("EUR " + amount), new Details("", narrative));
  }

  private List<Path> take(Theme.Choice choice, Locale language) {
    var fittings =
        Photographer.onScreen(() -> new Fittings(new Texts(language), new Theme(choice), settling));
    String ending =
        "-" + language.getLanguage() + "-" + choice.name().toLowerCase(Locale.ROOT) + ".png";
    List<Path> files = new ArrayList<>();
    var camera = new Photographer(settling::settled);
    files.addAll(atTheTeller(camera, fittings, ending));
    files.addAll(atTheHeadTeller(camera, fittings, ending));
    camera.put(StackPane::new);
    camera.leave();
    return files;
  }

  private record Place(Workplace workplace, CounterViewModel counter) {
    void show(String screen) {
      workplace.shell().navigator().show(screen);
    }
  }

  private Place place(Session session, Fittings fittings) {
    List<CounterViewModel> counters = new ArrayList<>();
    var workplace =
        new Workplace(
            branch.ledger(),
            session,
            fittings,
            (premises, with) -> {
              counters.add(Rooms.counter(premises, with));
              return Rooms.around(counters.getFirst(), premises, with);
            },
            List.of());
    return new Place(workplace, counters.getFirst());
  }

  private List<Path> atTheTeller(Photographer camera, Fittings fittings, String ending) {
    List<Path> files = new ArrayList<>();
    var place = Photographer.onScreen(() -> place(branch.teller(), fittings));
    camera.put(place.workplace::view);
    camera.arrange(() -> place.counter.open(StaffedBranch.ACCOUNT));
    camera.settle();
    camera.arrange(() -> {
      type(place, Field.AMOUNT, "250.00");
      type(place, Field.NARRATIVE, "Rent, November");
      place.counter.form().cash().piecesProperty("50").set("4");
      place.counter.form().cash().piecesProperty("20").set("2");
      place.counter.form().cash().piecesProperty("10").set("1");
    });
    files.add(camera.take(FOLDER.resolve("counter-deposit" + ending)));
    camera.arrange(() -> place.counter.form().cash().piecesProperty("10").set(""));
    files.add(camera.take(FOLDER.resolve("counter-missing" + ending)));
    camera.arrange(() -> {
      place.counter.form().clear();
      place.counter.form().choose(Act.CHEQUE);
      type(place, Field.AMOUNT, "400.00");
      type(place, Field.CHEQUE_NUMBER, "004711");
      type(place, Field.CHEQUE_BANK, "First Bank");
      type(place, Field.CHEQUE_DATE, "2026-11-20");
      type(place, Field.RELEASE_ON, "+5");
    });
    files.add(camera.take(FOLDER.resolve("counter-cheque" + ending)));
    camera.arrange(() -> {
      place.counter.form().andAlso();
      place.counter.form().choose(Act.WITHDRAW);
      type(place, Field.AMOUNT, "235.00");
    });
    files.add(camera.take(FOLDER.resolve("counter-basket" + ending)));
    camera.arrange(() -> place.counter.form().post());
    files.add(camera.take(FOLDER.resolve("approval-dialog" + ending)));
    camera.arrange(() -> {
      place.workplace.countersigning().signing().goBack();
      place.counter.form().clear();
      place.counter.form().choose(Act.OPEN);
      type(place, Field.NUMBER, "1009-0001");
      type(place, Field.HOLDERS, "C-000001 C-000002");
      type(place, Field.AMOUNT, "20.00");
    });
    files.add(camera.take(FOLDER.resolve("counter-open" + ending)));
    camera.arrange(() -> place.counter.form().clear());
    camera.arrange(
        () -> place.counter.sheet().line(1).ifPresent(line -> place.counter.form().reverse(line)));
    camera.arrange(() -> type(place, Field.REASON, "wrong account keyed"));
    files.add(camera.take(FOLDER.resolve("counter-reversal" + ending)));
    camera.arrange(() -> {
      place.counter.form().clear();
      place.counter.open(JOINT);
    });
    files.add(camera.take(FOLDER.resolve("counter-flags" + ending)));
    camera.arrange(
        () -> place.workplace.shell().navigator().openCustomer(new CustomerNumber("C-000002")));
    files.add(camera.take(FOLDER.resolve("customer" + ending)));
    camera.arrange(() -> {
      place.show("counter");
      place.counter.open(StaffedBranch.ACCOUNT);
    });
    camera.settle();
    camera.arrange(() ->
        place
            .counter
            .sheet()
            .line(1)
            .ifPresent(line -> place.counter.receipts().show(line.position())));
    files.add(camera.take(FOLDER.resolve("counter-receipt" + ending)));
    camera.put(() -> {
      place.counter.receipts().close();
      // As on a small screen, in the middle of the picture.
      var small = (Region) place.workplace.view();
      small.setMaxSize(1366, 768);
      return small;
    });
    camera.arrange(() -> {
      type(place, Field.AMOUNT, "250.00");
      place.counter.form().cash().piecesProperty("50").set("6");
    });
    files.add(camera.take(FOLDER.resolve("counter-small" + ending)));
    Photographer.onScreen(() -> {
      place.workplace.stopWatching();
      return true;
    });
    return files;
  }

  private List<Path> atTheHeadTeller(Photographer camera, Fittings fittings, String ending) {
    var place = Photographer.onScreen(() -> place(branch.headTeller(), fittings));
    camera.put(place.workplace::view);
    camera.arrange(() -> place.show("approvals"));
    var file = camera.take(FOLDER.resolve("approvals" + ending));
    Photographer.onScreen(() -> {
      place.workplace.stopWatching();
      return true;
    });
    return List.of(file);
  }

  private static void type(Place place, Field field, String text) {
    place.counter.form().textProperty(field).set(text);
  }
}
