package counterfoil.desktop.accounts;

import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import counterfoil.desktop.Robot;
import counterfoil.desktop.counter.Branch;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import counterfoil.desktop.kit.Views;
import counterfoil.desktop.kit.VirtualThreads;
import counterfoil.desktop.shell.Navigation;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.projection.AccountSelection;
import counterfoil.projection.AccountSelection.Order;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The balance table on its real view. */
class AccountsViewTest {
  private final Branch branch =
      new Branch()
          .open("10", "Nadia Rahimi", "100.00")
          .open("9", "Jonas Weber", "50.00")
          .open("11", "Nora Weber", "70.00");
  private final SimpleObjectProperty<Long> head = new SimpleObjectProperty<>(0L);
  private final List<AccountNumber> opened = new CopyOnWriteArrayList<>();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final AccountsViewModel accounts =
      new AccountsViewModel(branch.ledger().inquiries(), new VirtualThreads());
  private final AccountsScreen screen = new AccountsScreen(accounts);
  private final Robot robot = new Robot(this::put);

  private Scene put(Stage stage) {
    var views =
        new Views(
            texts,
            screen.controllers(
                texts, new Figures(texts, ZoneOffset.UTC), new RememberedNavigation(), head));
    var scene = new Scene(views.load(screen.view()), 960, 600);
    new Theme().dress(scene);
    stage.setScene(scene);
    stage.show();
    screen.shown();
    return scene;
  }

  @AfterEach
  void closeTheWindow() {
    robot.close();
    branch.close();
  }

  private TableView<?> table() {
    return (TableView<?>) robot.stage().getScene().lookup("#accounts");
  }

  /** What stands in a column, from top to bottom. */
  private List<String> column(String id) {
    return table().lookupAll("#" + id).stream()
        .filter(TableCell.class::isInstance)
        .map(TableCell.class::cast)
        .filter(cell -> !cell.isEmpty() && cell.getTableRow().isVisible())
        .sorted((a, b) -> Integer.compare(a.getIndex(), b.getIndex()))
        .map(Labeled::getText)
        .toList();
  }

  private void untilColumn(String id, String... texts) {
    robot.until(id + " says " + List.of(texts), () -> column(id).equals(List.of(texts)));
  }

  private void clickHead(String id) {
    Robot.onScreen(() -> {
      var head =
          table().lookupAll("#" + id).stream()
              .filter(TableColumnHeader.class::isInstance)
              .findFirst()
              .orElseThrow();
      head.fireEvent(released());
      return true;
    });
  }

  private static MouseEvent released() {
    return new MouseEvent(
        MouseEvent.MOUSE_RELEASED,
        1,
        1,
        1,
        1,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        false,
        false,
        true,
        null);
  }

  /** As the palette does it. */
  private void sortByKeyboard(String action) {
    Robot.onScreen(() -> {
      screen.actions().stream().filter(a -> a.id().equals(action)).forEach(a -> a.run().run());
      return true;
    });
  }

  @Test
  void every_account_is_listed_with_its_figures_and_their_sum() {
    untilColumn("column-holder", "Jonas Weber", "Nadia Rahimi", "Nora Weber");
    untilColumn("column-ledger", "50.00", "100.00", "70.00");
    robot.untilText("accounts-count", "3 accounts");
    robot.untilText("accounts-total", "220.00 EUR");
  }

  @Test
  void typing_filters_and_enter_opens_the_account_at_the_counter() {
    robot.untilFocused("accounts-filter");
    robot.type("weber");
    untilColumn("column-holder", "Jonas Weber", "Nora Weber");
    robot.untilText("accounts-total", "120.00 EUR");
    robot.press(DOWN);
    robot.untilFocused("accounts");
    robot.press(DOWN);
    robot.press(ENTER);
    robot.until("the account is opened", () -> opened.equals(List.of(new AccountNumber("11"))));
  }

  @Test
  void escape_shows_all_accounts_again() {
    robot.untilFocused("accounts-filter");
    robot.type("zzz");
    robot.until("nothing is listed", () -> accounts.numbers().isEmpty());
    robot.press(ESCAPE);
    untilColumn("column-number", "9", "10", "11");
  }

  @Test
  void a_column_head_sorts_by_that_column_and_back() {
    untilColumn("column-number", "9", "10", "11");
    clickHead("column-ledger");
    untilColumn("column-ledger", "50.00", "70.00", "100.00");
    clickHead("column-ledger");
    untilColumn("column-ledger", "100.00", "70.00", "50.00");
    assertEquals(new AccountSelection("", Order.LEDGER, true), accounts.selectionProperty().get());
  }

  @Test
  void a_posting_is_seen_at_once_and_the_selection_stays() {
    untilColumn("column-ledger", "50.00", "100.00", "70.00");
    Robot.onScreen(() -> {
      table().getSelectionModel().select(1);
      return true;
    });
    branch.deposit("10", "5.00").open("12", "New", "1.00");
    moveOn();
    untilColumn("column-ledger", "50.00", "105.00", "70.00", "1.00");
    branch.deposit("10", "1.00");
    moveOn();
    untilColumn("column-ledger", "50.00", "106.00", "70.00", "1.00");
    assertEquals("10", Robot.onScreen(() -> table().getSelectionModel().getSelectedItem()));
  }

  private void moveOn() {
    Robot.onScreen(() -> {
      head.set(head.get() + 1);
      return true;
    });
  }

  @Test
  void in_another_language_filter_and_order_are_kept() {
    robot.untilFocused("accounts-filter");
    robot.type("weber");
    sortByKeyboard("accounts.sort.ledger");
    sortByKeyboard("accounts.sort.ledger");
    untilColumn("column-ledger", "70.00", "50.00");
    Robot.onScreen(() -> {
      texts.use(Locale.SIMPLIFIED_CHINESE);
      return put(robot.stage());
    });
    untilColumn("column-ledger", "70.00", "50.00");
    untilColumn("column-status", "正常", "正常");
    assertEquals("weber", robot.text("accounts-filter"));
    robot.untilText("accounts-count", "找到 2 户");
  }

  private final class RememberedNavigation implements Navigation {
    @Override
    public boolean has(String screenId) {
      return true;
    }

    @Override
    public void openCustomer(CustomerNumber number) {}

    @Override
    public void show(String screenId) {
      throw new AssertionError(screenId);
    }

    @Override
    public void openAccount(AccountNumber number) {
      opened.add(number);
    }

    @Override
    public void prove(long position) {
      throw new AssertionError(position);
    }

    @Override
    public void openEntry(long position) {
      throw new AssertionError("entry " + position);
    }
  }
}
