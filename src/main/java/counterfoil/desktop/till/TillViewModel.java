package counterfoil.desktop.till;

import counterfoil.application.Order;
import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import counterfoil.desktop.kit.BranchNow;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.Handover;
import counterfoil.desktop.kit.LiveBranch;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Refusals;
import counterfoil.desktop.kit.SecondPerson;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.till.Offer;
import counterfoil.domain.till.TillId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The till: one drawer in front, one task for the cash that is being typed, and what waits between
 * drawers. What was typed stays until it is recorded or the person turns to another task.
 */
public final class TillViewModel {
  /** The name that is proposed where no till was ever used. */
  private static final String FIRST_TILL = "T-01";

  /** What an answer was about: where a problem belongs. */
  public enum Place {
    TILL,
    RECIPIENT,
    REASON,
    FORM
  }

  /** Something to be said, at its place. */
  public record Problem(Place place, Message message) {}

  private final CurrencyUnit currency;
  private final LiveBranch branch;
  private final SecondPerson secondPerson;
  private final Handover handover;
  private final String name;
  private final Drawers drawers;
  private final DrawerCount count;
  private final ReadOnlyObjectWrapper<Optional<TillId>> drawer =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Task> task = new ReadOnlyObjectWrapper<>(Task.OPEN);
  private final StringProperty till = new SimpleStringProperty("");
  private final ObjectProperty<Optional<TillId>> recipient =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty reason = new SimpleStringProperty("");
  private final BooleanProperty handOver = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> confirmation =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<BranchNow>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
  private boolean choosingOther;

  /** Stays until the person types another one. */
  private String proposal = "";

  public TillViewModel(
      CurrencyUnit currency, LiveBranch branch, Desk desk, SecondPerson secondPerson) {
    this.currency = currency;
    this.branch = branch;
    this.secondPerson = secondPerson;
    this.handover = new Handover(desk);
    this.name = desk.actor().name();
    this.drawers = new Drawers(name, permissions(desk));
    this.count = new DrawerCount(currency);
    branch.nowProperty().subscribe(this::follow);
    reason.subscribe(() -> forgive(Place.REASON));
    till.subscribe(this::tillTyped);
    recipient.subscribe(() -> forgive(Place.RECIPIENT));
    count.totalProperty().subscribe(() -> forgive(Place.FORM));
  }

  private static Set<Permission> permissions(Desk desk) {
    return Stream.of(Permission.values())
        .filter(desk::may)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
  }

  /** The branch has changed, or was seen for the first time. */
  private void follow(BranchNow now) {
    var own = now.tillOf(name);
    boolean ownCame =
        own.isPresent() && shown.get().flatMap(before -> before.tillOf(name)).isEmpty();
    boolean ownWent =
        own.isEmpty() && shown.get().flatMap(before -> before.tillOf(name)).isPresent();
    var all = drawers.of(now);
    if (ownCame || ownWent || (drawer.get().isPresent() && !all.contains(drawer.get().get()))) {
      choosingOther = false;
    }
    waiting.set(own.map(id -> now.waitingFor(id).size()).orElse(0));
    shown.set(Optional.of(now));
    if (!choosingOther) {
      turnTo(own.or(() -> first(all)));
    } else {
      ask();
    }
    if (till.get().equals(proposal)) {
      proposal = proposedTill(now);
      till.set(proposal);
    }
  }

  /** Whoever keeps no till begins with what they may look at. */
  private Optional<TillId> first(List<TillId> all) {
    return drawers.permissions().contains(Permission.KEEP_TILL)
        ? Optional.empty()
        : all.stream().findFirst();
  }

  private static String proposedTill(BranchNow now) {
    var closed = Drawers.closed(now);
    return closed.stream()
        .filter(id -> !now.waitingFor(id).isEmpty())
        .findFirst()
        .or(() -> closed.stream().findFirst())
        .map(TillId::value)
        .orElse(now.tills().containsKey(new TillId(FIRST_TILL)) ? "" : FIRST_TILL);
  }

  private void turnTo(Optional<TillId> id) {
    boolean another = !drawer.get().equals(id);
    drawer.set(id);
    if (another || !Drawers.tasks(id).contains(task.get())) {
      begin(firstTask(id));
    } else {
      ask();
    }
  }

  private Task firstTask(Optional<TillId> id) {
    var now = branch.now();
    return Drawers.tasks(id).stream()
        .filter(each -> drawers.whyNot(now, id, each).isEmpty())
        .findFirst()
        .orElse(Drawers.tasks(id).getFirst());
  }

  /** Looks at another drawer; nothing is the opening of a till. */
  public void look(Optional<TillId> id) {
    choosingOther = !id.equals(branch.now().tillOf(name));
    turnTo(id);
  }

  /** Turns to the opening of a till, where the person has none open. */
  public void open(Optional<TillId> wanted) {
    if (branch.now().tillOf(name).isEmpty()) {
      look(Optional.empty());
      wanted.ifPresent(id -> till.set(id.value()));
    }
  }

  /** Turns to a task for the drawer in front; what was typed for another one is put away. */
  public void begin(Task next) {
    task.set(next);
    count.clear();
    reason.set("");
    handOver.set(true);
    problem.set(Optional.empty());
    recipient.set(recipients().stream().findFirst());
    ask();
  }

  /** As {@link #begin}, with the drawer that the cash goes to. */
  public void offerTo(TillId to) {
    begin(Task.OFFER);
    recipient.set(Optional.of(to));
  }

  /** From the vault to the person's own till: for who runs both. */
  public void buyFromVault() {
    var own = branch.now().tillOf(name);
    look(Optional.of(TillId.VAULT));
    own.ifPresent(this::offerTo);
  }

  private void ask() {
    var settings = branch.now().settings();
    count.ask(settings.denominations(currency), inDrawer());
  }

  /** The drawer that the task is about: in front, or to be opened. */
  public Optional<TillId> subject() {
    return task.get() == Task.OPEN ? TillId.parse(typedTill()) : drawer.get();
  }

  private String typedTill() {
    return till.get().strip().toUpperCase(Locale.ROOT);
  }

  private void tillTyped() {
    forgive(Place.TILL);
    if (shown.get().isPresent()) {
      ask();
    }
  }

  /** What lies in the drawer of the task. */
  public Cash inDrawer() {
    return subject()
        .map(id -> branch.now().till(id).drawer(currency))
        .orElseGet(() -> Cash.none(currency));
  }

  /** What should be there when it is counted: at an opening, with the offers that wait for it. */
  public Cash expected() {
    var offers =
        task.get() == Task.OPEN
            ? subject().map(branch.now()::waitingFor).orElse(List.of())
            : List.<Offer>of();
    return offers.stream().map(Offer::cash).reduce(inDrawer(), Cash::plus);
  }

  /** Counted less expected. */
  public Money difference() {
    return count.totalProperty().get().minus(expected().total());
  }

  public DrawerCount count() {
    return count;
  }

  /** What is known of the branch; nothing before it was read the first time. */
  public ReadOnlyObjectProperty<Optional<BranchNow>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Message>> faultProperty() {
    return branch.faultProperty();
  }

  /** Reads the branch again. */
  public void refresh() {
    branch.refresh();
  }

  /** The drawer in front; nothing while a till is to be opened. */
  public ReadOnlyObjectProperty<Optional<TillId>> drawerProperty() {
    return drawer.getReadOnlyProperty();
  }

  /** The drawers that the person may look at. */
  public List<TillId> drawers() {
    return drawers.of(branch.now());
  }

  public boolean own(TillId id) {
    return drawers.own(branch.now(), id);
  }

  public ReadOnlyObjectProperty<Task> taskProperty() {
    return task.getReadOnlyProperty();
  }

  public List<Task> tasks() {
    return Drawers.tasks(drawer.get());
  }

  public Optional<Message> whyNot(Task each) {
    return drawers.whyNot(branch.now(), drawer.get(), each);
  }

  /** Why cash cannot be bought from the vault here; nothing where it can. */
  public Optional<Message> whyNotBuy() {
    return drawers.permissions().contains(Permission.RUN_VAULT)
        ? Optional.empty()
        : Optional.of(Message.of("till.why.buy"));
  }

  public boolean may(Permission permission) {
    return drawers.permissions().contains(permission);
  }

  /** The tills that may be opened, as far as they are known. */
  public List<TillId> closedTills() {
    return Drawers.closed(branch.now());
  }

  /** Whether cash can go to a till that was never used yet: the vault gives it its first float. */
  public boolean givesToNewTills() {
    return drawer.get().filter(TillId::isVault).isPresent();
  }

  /** The till that was typed for cash to go to; nothing for what is no till's name. */
  public Optional<TillId> recipientOf(String typed) {
    return TillId.parse(typed.strip().toUpperCase(Locale.ROOT))
        .filter(id -> drawer.get().filter(id::equals).isEmpty());
  }

  public List<TillId> recipients() {
    return drawer.get().map(id -> Drawers.recipients(branch.now(), id)).orElse(List.of());
  }

  /** Offers from others to the drawer in front. */
  public List<Offer> offersWaiting() {
    return drawer.get().map(branch.now()::waitingFor).orElse(List.of());
  }

  /** Offers of the drawer in front that nobody has answered. */
  public List<Offer> offersMade() {
    return drawer
        .get()
        .map(id -> List.copyOf(branch.now().till(id).offers().values()))
        .orElse(List.of());
  }

  /** Whether the person may answer offers of and to the drawer in front. */
  public boolean answers() {
    return drawer
        .get()
        .filter(id -> own(id) || (id.isVault() && may(Permission.RUN_VAULT)))
        .isPresent();
  }

  public StringProperty tillProperty() {
    return till;
  }

  public ObjectProperty<Optional<TillId>> recipientProperty() {
    return recipient;
  }

  /** Why a count differs; or where cash comes from or goes to. */
  public StringProperty reasonProperty() {
    return reason;
  }

  /** Whether what is counted at the closing goes to the vault. */
  public BooleanProperty handOverProperty() {
    return handOver;
  }

  public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What was recorded last. */
  public ReadOnlyObjectProperty<Optional<Message>> confirmationProperty() {
    return confirmation.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty underWayProperty() {
    return handover.underWayProperty();
  }

  /** How many offers wait for the person's own till. */
  public ReadOnlyIntegerProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  private void forgive(Place place) {
    if (problem
        .get()
        .filter(now -> now.place() == place || now.place() == Place.FORM)
        .isPresent()) {
      problem.set(Optional.empty());
    }
  }

  private void blame(Place place, Message message) {
    problem.set(Optional.of(new Problem(place, message)));
  }

  /** Does the task with the cash that was typed; what will not do is said at its place. */
  public void submit() {
    var obstacle = whyNot(task.get());
    if (obstacle.isPresent()) {
      blame(Place.FORM, obstacle.get());
      return;
    }
    var cash = count.cash();
    if (cash.isEmpty()) {
      blame(
          Place.FORM,
          count.problemProperty().get().orElseGet(() -> Message.of("till.count.unreadable")));
      return;
    }
    if (task.get().counts() && !count.begun() && expected().total().isPositive()) {
      blame(Place.FORM, Message.of("till.count.nothing"));
      return;
    }
    if (subject().isEmpty()) {
      blame(Place.TILL, Message.of("till.name.wrong", till.get().strip()));
    } else if (task.get().counts() && !difference().isZero() && reason.get().isBlank()) {
      blame(Place.REASON, Message.of("till.reason.missing"));
    } else if (task.get() == Task.OFFER && recipient.get().isEmpty()) {
      blame(Place.RECIPIENT, Message.of("till.recipient.missing"));
    } else {
      hand(order(subject().get(), cash.get()), done(subject().get(), cash.get()), true);
    }
  }

  private Order order(TillId id, Cash cash) {
    var why = reason.get().strip();
    return switch (task.get()) {
      case OPEN -> new Order.OpenTill(id, cash, why);
      case CLOSE -> new Order.CloseTill(id, cash, why, handOver.get());
      case COUNT -> new Order.CountTill(id, cash, why);
      case OFFER -> new Order.OfferCash(id, recipient.get().orElseThrow(), cash);
      case BRING_IN -> new Order.BringCashIn(cash, why);
      case SEND_OUT -> new Order.SendCashOut(cash, why);
    };
  }

  private Message done(TillId id, Cash cash) {
    return switch (task.get()) {
      case OPEN, CLOSE, COUNT ->
          difference().isZero()
              ? Message.of("till.done." + task.get().word(), id, cash.total())
              : Message.of(
                  "till.done." + task.get().word() + "-differs",
                  id,
                  cash.total(),
                  Message.of(
                      difference().isPositive() ? "till.over" : "till.short", difference().abs()));
      case OFFER -> Message.of("till.done.offer", recipient.get().orElseThrow(), cash.total());
      case BRING_IN, SEND_OUT -> Message.of("till.done." + task.get().word(), id, cash.total());
    };
  }

  /** Takes what another drawer has offered the one in front. */
  public void accept(Offer offer) {
    hand(
        new Order.AcceptCash(offer.id(), offer.from(), offer.to()),
        Message.of("till.done.accept", offer.from(), offer.cash().total()),
        false);
  }

  /** Refuses what another drawer has offered, or takes back what the one in front has. */
  public void decline(Offer offer, String why) {
    boolean takenBack = drawer.get().filter(offer.from()::equals).isPresent();
    if (!takenBack && why.isBlank()) {
      blame(Place.FORM, Message.of("till.decline.reason-missing"));
      return;
    }
    hand(
        new Order.DeclineCash(
            offer.id(), offer.from(), takenBack ? offer.from() : offer.to(), why.strip()),
        Message.of(
            takenBack ? "till.done.take-back" : "till.done.decline",
            takenBack ? offer.to() : offer.from(),
            offer.cash().total()),
        false);
  }

  /**
   * @param typed whether it is made of what was typed, which is put away then
   */
  private void hand(Order order, Message done, boolean typed) {
    problem.set(Optional.empty());
    confirmation.set(Optional.empty());
    handover.hand(
        order,
        OptionalLong.empty(),
        outcome -> answered(order, outcome, done, typed),
        fault -> blame(Place.FORM, Faults.message(fault)));
  }

  private void answered(Order order, Outcome outcome, Message done, boolean typed) {
    switch (outcome) {
      case Outcome.Posted _ -> {
        confirmation.set(Optional.of(done));
        if (typed) {
          begin(task.get());
        }
        branch.refresh();
      }
      case Outcome.Refused(_, var refusal) ->
          blame(place(refusal.code()), Refusals.message(refusal));
      case Outcome.ApprovalNeeded needed ->
          secondPerson.ask(
              new Posting(needed.commandId(), order, OptionalLong.empty()),
              needed,
              approved -> signed(order, approved, done, typed));
      case Outcome.ChangedMeanwhile _ -> branch.refresh();
    }
  }

  /** The second person may have gone again without an answer. */
  private void signed(Order order, Outcome outcome, Message done, boolean typed) {
    if (outcome instanceof Outcome.ApprovalNeeded) {
      blame(Place.FORM, Message.of("till.approval-waits"));
    } else {
      answered(order, outcome, done, typed);
    }
  }

  private static Place place(String code) {
    return switch (code) {
      case "over_short_needs_reason" -> Place.REASON;
      case "till_already_open", "till_of_another", "vault_has_no_teller" -> Place.TILL;
      case "offer_to_itself" -> Place.RECIPIENT;
      default -> Place.FORM;
    };
  }
}
