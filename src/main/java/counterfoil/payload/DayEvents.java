package counterfoil.payload;

import counterfoil.domain.branch.DayEvent;
import counterfoil.domain.branch.DayEvent.BusinessDayClosed;
import counterfoil.domain.branch.DayEvent.BusinessDayOpened;
import counterfoil.domain.branch.DayState;
import counterfoil.domain.branch.DayState.NoDay;
import counterfoil.eventstore.StreamName;
import java.util.List;

/** What happened to the business day, as payloads and back. */
public final class DayEvents {
  public static final String CATEGORY = "day";

  /** The branch has one. */
  public static final StreamName STREAM = StreamName.of(CATEGORY, "main");

  public static final String BUSINESS_DAY_OPENED = "BusinessDayOpened";
  public static final String BUSINESS_DAY_CLOSED = "BusinessDayClosed";

  /** The business day as a kind of stream. */
  public static final StreamKind<DayState, DayEvent> KIND = new Kind();

  private DayEvents() {}

  private static final class Kind extends JsonKind<DayState, DayEvent> {
    Kind() {
      super(CATEGORY);
    }

    @Override
    public DayState nothing() {
      return new NoDay();
    }

    @Override
    public DayState after(DayState state, DayEvent event) {
      return state.after(event);
    }

    @Override
    String nameOf(DayEvent event) {
      return switch (event) {
        case BusinessDayOpened _ -> BUSINESS_DAY_OPENED;
        case BusinessDayClosed _ -> BUSINESS_DAY_CLOSED;
      };
    }

    @Override
    void write(FactWriter facts, DayEvent event) {
      facts.text("date", event.date().toString());
      switch (event) {
        case BusinessDayOpened _ -> {}
        case BusinessDayClosed e -> {
          facts.truth("forced", e.forced()).textIfAny("reason", e.reason());
          if (!e.leftOpen().isEmpty()) {
            facts.texts("left_open", e.leftOpen());
          }
        }
      }
    }

    @Override
    DayEvent read(String type, Facts f) {
      return switch (type) {
        case BUSINESS_DAY_OPENED -> new BusinessDayOpened(f.date("date"));
        case BUSINESS_DAY_CLOSED ->
            new BusinessDayClosed(
                f.date("date"),
                f.truth("forced"),
                f.textOrEmpty("reason"),
                f.has("left_open") ? f.texts("left_open") : List.of());
        default -> throw unknown(type);
      };
    }
  }
}
