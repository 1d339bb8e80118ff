package counterfoil.desktop;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.NewKey;
import counterfoil.application.Session;
import counterfoil.desktop.approval.Waiting;
import counterfoil.desktop.kit.Alarm;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Views;
import counterfoil.desktop.shell.Action;
import counterfoil.desktop.signin.IdleWatch;
import counterfoil.desktop.signin.LockView;
import counterfoil.desktop.signin.LockViewModel;
import counterfoil.desktop.signin.PasswordView;
import counterfoil.desktop.signin.PasswordViewModel;
import counterfoil.desktop.signin.SignInView;
import counterfoil.desktop.signin.SignInViewModel;
import counterfoil.domain.staff.StaffEvent.Cause;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Parent;

/**
 * At an open ledger: lets people in, and keeps the window shut while the one who is in is away. One
 * person is in at a time.
 */
final class Reception {
  private static final Logger LOG = System.getLogger("counterfoil");

  /**
   * What it works with.
   *
   * @param everywhere what can be done on any screen, whoever is in
   * @param elsewhere to the sample branch, or back from it
   */
  record Parts(
      Ledger ledger,
      Entrance entrance,
      DesktopWindow window,
      Fittings fittings,
      WorkstationMemory memory,
      InstantSource clock,
      Alarm alarm,
      Names names,
      List<Action> everywhere,
      Runnable elsewhere,
      Runnable quit) {}

  /** What this workstation and the person at it are called until somebody says otherwise. */
  record Names(String person, String workstation) {}

  private final Parts parts;
  private final IdleWatch idle;
  private final Touches touches;

  /** By person, what waited for its approval when they went. */
  private final Map<String, List<Waiting>> left = new HashMap<>();

  private Optional<Workplace> workplace = Optional.empty();
  private Optional<Session> inside = Optional.empty();
  private Optional<Message> news = Optional.empty();

  /** Whether the person has locked the window, or left it for the door. */
  private boolean away;

  Reception(Parts parts) {
    this.parts = parts;
    idle = new IdleWatch(parts.clock(), parts.alarm(), this::lockAfter, () -> lock(Cause.IDLE));
    touches = new Touches(idle::touched);
  }

  private Duration lockAfter() {
    return workplace
        .map(place -> place.branch().settings().lockAfter())
        .orElseGet(() -> parts.entrance().lockAfter());
  }

  /** Opens the door, or leads straight in where nobody has to sign in. */
  void open() {
    parts.ledger().audit().start();
    parts
        .fittings()
        .background()
        .run(
            parts.entrance()::staffed,
            staffed -> {
              if (staffed) {
                showDoor();
              } else {
                enter(parts.entrance().unstaffed(unstaffedActor()));
              }
            },
            fault -> {
              LOG.log(Level.ERROR, "asking for the staff", fault);
              showDoor();
            });
  }

  private Actor unstaffedActor() {
    return new Actor(person(), Actor.TELLER, workstation());
  }

  private String person() {
    return parts.memory().settings().person().orElse(parts.names().person());
  }

  private String workstation() {
    return parts.memory().settings().workstation().orElse(parts.names().workstation());
  }

  /** Who is in, and what they see. */
  Optional<Workplace> workplace() {
    return workplace;
  }

  /** Has the next person who comes in told something. */
  void tellNext(Message message) {
    news = Optional.of(message);
  }

  /**
   * Besides what they are told anyway, the person hears of a key that they may not have asked for.
   */
  private void tellOfKey(NewKey made) {
    var day = LocalDate.ofInstant(made.at(), parts.ledger().zone());
    var said = Message.of("signin.new-key", day, made.by());
    tellNext(news.map(first -> Message.of("signin.new-key.besides", first, said)).orElse(said));
  }

  /** Somebody came through the door; to their desk once their password is their own. */
  void enter(Session session) {
    leaveDesk();
    inside = Optional.of(session);
    if (session.passwordTemporary()) {
      var page =
          passwordPage(
              session,
              () -> {
                tellNext(Message.of("password.changed"));
                session.newKey().ifPresent(this::tellOfKey);
                sitDown(session);
              },
              this::signOut);
      parts.window().put(page, Optional.of(parts.ledger().charter()));
    } else {
      session.newKey().ifPresent(this::tellOfKey);
      sitDown(session);
    }
  }

  /** Who is in is read first, off the screen's thread. */
  private void sitDown(Session session) {
    parts
        .fittings()
        .background()
        .run(
            () -> Workplace.desk(session),
            desk -> {
              if (inside.filter(session::equals).isPresent()) {
                work(desk);
              }
            },
            fault -> {
              LOG.log(Level.ERROR, "asking who came in", fault);
              signOut();
            });
  }

  private void work(Desk desk) {
    var all = new ArrayList<>(parts.everywhere());
    if (desk.staffed()) {
      all.addAll(ofThePerson());
      parts.memory().change(now -> now.withNames(desk.actor().name(), desk.actor().workstation()));
      parts.fittings().workstation().nameProperty().set(Optional.of(desk.actor().workstation()));
    }
    var opened = new Workplace(parts.ledger(), desk, parts.fittings(), Rooms::of, all);
    workplace = Optional.of(opened);
    var waited = left.remove(desk.actor().name());
    if (waited != null) {
      opened.countersigning().waiting().takeUp(waited);
    }
    parts.memory().keep();
    parts.window().put(opened::view, Optional.of(parts.ledger().charter()));
    news.ifPresent(opened.shell()::tell);
    news = Optional.empty();
    if (desk.staffed()) {
      idle.start();
    }
  }

  private List<Action> ofThePerson() {
    return List.of(
        Action.of("shell.lock", "shell.act.lock", () -> lock(Cause.ASKED)).on("Shortcut+L"),
        Action.of("shell.password", "shell.act.password", this::changePassword),
        Action.of("shell.switch", "shell.act.switch", this::switchPerson),
        Action.of("shell.sign-out", "shell.act.sign-out", this::signOut));
  }

  /** Shuts the window over whatever the person was doing. */
  private void lock(Cause cause) {
    if (inside.isEmpty() || away) {
      return;
    }
    var session = inside.get();
    away = true;
    idle.stop();
    showLock(session);
    aside("locking", () -> session.lock(cause));
  }

  private void showLock(Session session) {
    var viewModel =
        new LockViewModel(
            session, parts.fittings().background(), parts.alarm(), () -> comeBack(session));
    var texts = parts.fittings().texts();
    var views =
        new Views(
            texts,
            Map.of(
                LockView.class,
                () -> new LockView(viewModel, texts, () -> showDoorTo(Optional.of(session)))));
    parts.window().cover(() -> views.load(LockView.class));
  }

  /** A password that somebody set meanwhile is changed first. */
  private void comeBack(Session session) {
    if (session.passwordTemporary()) {
      parts.window().cover(passwordPage(session, this::goOn, this::signOut));
    } else {
      goOn();
    }
  }

  private void goOn() {
    away = false;
    parts.window().uncover();
    idle.start();
  }

  private void changePassword() {
    inside.ifPresent(session ->
        parts
            .window()
            .cover(
                passwordPage(
                    session,
                    () -> {
                      backToDesk(session);
                      workplace.ifPresent(
                          place -> place.shell().tell(Message.of("password.changed")));
                    },
                    () -> backToDesk(session))));
  }

  /** The window may have been locked over the page while a password was looked at. */
  private void backToDesk(Session session) {
    if (!away && inside.filter(session::equals).isPresent()) {
      parts.window().uncover();
    }
  }

  private Supplier<Parent> passwordPage(Session session, Runnable changed, Runnable leave) {
    var viewModel =
        new PasswordViewModel(
            session,
            session.passwordTemporary(),
            parts.fittings().background(),
            parts.alarm(),
            changed);
    var texts = parts.fittings().texts();
    var views =
        new Views(
            texts, Map.of(PasswordView.class, () -> new PasswordView(viewModel, texts, leave)));
    return () -> views.load(PasswordView.class);
  }

  /** Locked first: what the one before left stays theirs until the other is really in. */
  private void switchPerson() {
    lock(Cause.ASKED);
    showDoorTo(inside);
  }

  void signOut() {
    leaveDesk();
    showDoor();
  }

  private void showDoor() {
    showDoorTo(Optional.empty());
  }

  /**
   * @param at who is signed out when somebody comes in
   */
  private void showDoorTo(Optional<Session> at) {
    var charter = parts.ledger().charter();
    var viewModel =
        new SignInViewModel(
            new SignInViewModel.Place(
                charter.branch(), charter.practice(), at.map(Session::fullName)),
            parts.entrance().door(),
            at.isPresent() ? "" : parts.memory().settings().person().orElse(""),
            workstation(),
            parts.fittings().background(),
            parts.alarm(),
            this::enter);
    var texts = parts.fittings().texts();
    var ways =
        new SignInView.Ways(
            at.map(session -> () -> showLock(session)), parts.elsewhere(), parts.quit());
    var views =
        new Views(texts, Map.of(SignInView.class, () -> new SignInView(viewModel, texts, ways)));
    if (at.isPresent()) {
      parts.window().cover(() -> views.load(SignInView.class));
    } else {
      parts.window().put(() -> views.load(SignInView.class), Optional.of(charter));
    }
  }

  /** Nobody is in any more. */
  private void leaveDesk() {
    away = false;
    idle.stop();
    workplace.ifPresent(place -> {
      var waiting = place.countersigning().waiting().actsProperty().get();
      left.put(place.shell().desk().actor().name(), waiting);
    });
    workplace.ifPresent(Workplace::stopWatching);
    workplace = Optional.empty();
    inside.ifPresent(session -> aside("signing out", session::signOut));
    inside = Optional.empty();
  }

  private void aside(String what, Runnable act) {
    parts
        .fittings()
        .background()
        .run(
            () -> {
              act.run();
              return true;
            },
            _ -> {},
            fault -> {
              LOG.log(Level.WARNING, what, fault);
              workplace.ifPresent(place -> place.shell().report(Faults.message(fault)));
            });
  }

  /** Nothing is listened to any more. */
  void stopWatching() {
    idle.stop();
    touches.close();
    workplace.ifPresent(Workplace::stopWatching);
  }

  /** Signs out who is in and closes the ledger, which waits: not on the screen's thread. */
  void close() {
    try {
      inside.ifPresent(Session::signOut);
    } catch (RuntimeException fault) {
      // The ledger must be closed all the same; the sign-out is then missing in it.
      LOG.log(Level.WARNING, "signing out", fault);
    } finally {
      parts.ledger().close();
    }
  }
}
