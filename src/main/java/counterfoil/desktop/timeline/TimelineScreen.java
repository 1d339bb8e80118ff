package counterfoil.desktop.timeline;

import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.shell.Action;
import counterfoil.desktop.shell.Navigation;
import counterfoil.desktop.shell.Screen;
import counterfoil.eventstore.Head;
import counterfoil.projection.Inquiries;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/** The screen that looks back: any moment of the ledger's past, and all accounts as they were. */
public final class TimelineScreen implements Screen {
  private final TimelineViewModel timeline;
  private final Wording wording;
  private final Navigation navigation;
  private final List<Action> actions;

  /**
   * @param origin the ledger's, which its signatures are good for
   * @param head where the ledger stands, on the screen's thread
   */
  public TimelineScreen(
      Inquiries inquiries,
      String origin,
      ObservableValue<Head> head,
      Background background,
      Texts texts,
      Figures figures,
      Navigation navigation) {
    this.timeline = new TimelineViewModel(inquiries, origin, background, figures.zone());
    this.wording = new Wording(texts, figures);
    this.navigation = navigation;
    head.subscribe(now -> timeline.grownTo(now.position()));
    actions =
        List.of(
            Action.of("timeline.play", "timeline.action.play", timeline::playOrPause),
            Action.of(
                    "timeline.go",
                    "timeline.action.go",
                    () -> timeline.destinationAskedProperty().set(true))
                .on("Shortcut+G"),
            Action.of(
                    "timeline.filter",
                    "timeline.action.filter",
                    () -> timeline.entries().textAskedProperty().set(true))
                .on("Shortcut+F"),
            Action.of("timeline.back", "timeline.back", () -> timeline.step(-1)),
            Action.of("timeline.forward", "timeline.forward", () -> timeline.step(1)),
            Action.of("timeline.first", "timeline.first", timeline::first),
            Action.of("timeline.live", "timeline.action.live", timeline::live),
            change("account-next", false, timeline::toChangeOfAccount).on("Alt+Right"),
            change("account-before", true, timeline::toChangeOfAccount).on("Alt+Left"),
            change("till-next", false, timeline::toChangeOfTill).on("Alt+Shift+Right"),
            change("till-before", true, timeline::toChangeOfTill).on("Alt+Shift+Left"),
            change("field-next", false, timeline::toChangeOfField).on("Shortcut+Alt+Right"),
            change("field-before", true, timeline::toChangeOfField).on("Shortcut+Alt+Left"),
            Action.of(
                "timeline.fold",
                "timeline.action.fold",
                () ->
                    timeline
                        .strip()
                        .gapsFoldedProperty()
                        .set(!timeline.strip().gapsFoldedProperty().get())),
            Action.of(
                    "timeline.copy-link",
                    "timeline.copy-link",
                    () -> LinkClipboard.copy(timeline.link()))
                .on("Shortcut+Shift+C"),
            Action.of("timeline.whole", "timeline.action.whole", timeline.strip()::showAll));
  }

  private static Action change(String name, boolean back, Consumer<Boolean> step) {
    return Action.of("timeline." + name, "timeline.change." + name, () -> step.accept(back));
  }

  TimelineViewModel model() {
    return timeline;
  }

  /** Who makes the controllers of this screen's views. */
  public Map<Class<?>, Supplier<?>> controllers() {
    return Map.of(
        TimelineView.class, () -> new TimelineView(timeline, wording),
        FiltersView.class, () -> new FiltersView(timeline, wording),
        EntriesView.class, () -> new EntriesView(timeline, wording, navigation),
        InspectorView.class, () -> new InspectorView(timeline, wording, navigation),
        StateView.class, () -> new StateView(timeline, wording, navigation));
  }

  @Override
  public String id() {
    return "timeline";
  }

  @Override
  public String icon() {
    return "fth-clock";
  }

  @Override
  public Class<?> view() {
    return TimelineView.class;
  }

  /** The frames begin with the view: there is nothing else to start. */
  @Override
  public void shown() {}

  @Override
  public List<Action> actions() {
    return actions;
  }

  @Override
  public boolean openEntry(long position) {
    timeline.open(position);
    return true;
  }
}
