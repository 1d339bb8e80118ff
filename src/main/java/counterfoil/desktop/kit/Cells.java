package counterfoil.desktop.kit;

import counterfoil.projection.AccountStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Sets up the columns that every table needs; values are read from the row, with no binding. */
public final class Cells {
  private final Figures figures;

  public Cells(Figures figures) {
    this.figures = figures;
  }

  /** Plain text, with style classes such as {@code muted} or {@code mono}. */
  public <S> void text(TableColumn<S, String> column, Function<S, String> value, String... styles) {
    show(column, value, Function.identity(), styles);
  }

  /** An amount without sign or currency, on the right. */
  public <S> void amount(TableColumn<S, Money> column, Function<S, @Nullable Money> value) {
    column.getStyleClass().add("amount");
    show(column, value, figures::amount, "amount");
  }

  /** A count or a position, on the right. */
  public <S> void count(TableColumn<S, Long> column, Function<S, Long> value, String... styles) {
    column.getStyleClass().add("amount");
    show(column, value, figures::count, styles);
  }

  public <S> void date(
      TableColumn<S, LocalDate> column, Function<S, LocalDate> value, String... styles) {
    show(column, value, figures::date, styles);
  }

  public <S> void time(
      TableColumn<S, Instant> column, Function<S, Instant> value, String... styles) {
    show(column, value, figures::time, styles);
  }

  /** What was added or taken, with its sign; credits green, debits in the colour of text. */
  public <S> void signed(TableColumn<S, Money> column, Function<S, @Nullable Money> value) {
    column.getStyleClass().add("amount");
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setCellFactory(_ -> new SignedCell<>(figures));
  }

  /** Open or closed, as a chip; said in words, so that colour does not carry it alone. */
  public <S> void status(
      TableColumn<S, AccountStatus> column,
      Function<S, @Nullable AccountStatus> value,
      Texts texts) {
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setCellFactory(_ -> new StatusCell<>(texts));
  }

  private static <S, T> void show(
      TableColumn<S, T> column,
      Function<S, ? extends @Nullable T> value,
      Function<T, String> text,
      String... styles) {
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setCellFactory(_ -> new TextCell<>(text, styles));
  }

  private static final class TextCell<S, T> extends TableCell<S, T> {
    private final Function<T, String> text;

    TextCell(Function<T, String> text, String... styles) {
      this.text = text;
      getStyleClass().addAll(styles);
    }

    @Override
    protected void updateItem(T item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? "" : text.apply(item));
    }
  }

  private static final class SignedCell<S> extends TableCell<S, Money> {
    private final Figures figures;

    SignedCell(Figures figures) {
      this.figures = figures;
      getStyleClass().add("amount");
    }

    @Override
    protected void updateItem(Money item, boolean empty) {
      super.updateItem(item, empty);
      getStyleClass().removeAll("credit", "debit");
      if (empty || item == null) {
        setText("");
        return;
      }
      setText(figures.signed(item));
      if (!item.isZero()) {
        getStyleClass().add(item.isPositive() ? "credit" : "debit");
      }
    }
  }

  private static final class StatusCell<S> extends TableCell<S, AccountStatus> {
    private final Texts texts;
    private final Label chip = new Label();

    StatusCell(Texts texts) {
      this.texts = texts;
      chip.getStyleClass().add("chip");
    }

    @Override
    protected void updateItem(AccountStatus item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      chip.getStyleClass().remove("chip-ok");
      switch (item) {
        case OPEN -> {
          chip.setText(texts.get("kit.status.open"));
          chip.getStyleClass().add("chip-ok");
        }
        case CLOSED -> chip.setText(texts.get("kit.status.closed"));
      }
      setGraphic(chip);
    }
  }
}
