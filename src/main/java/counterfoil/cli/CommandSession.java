package counterfoil.cli;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.Ledger.SignedIn;
import counterfoil.application.LedgerPlace;
import counterfoil.application.Ledgers;
import counterfoil.application.NewKey;
import counterfoil.application.OrderRefusal.PasswordIsTemporary;
import counterfoil.application.Quoted;
import counterfoil.application.Recovery;
import counterfoil.application.Session;
import counterfoil.application.notary.Notary;
import counterfoil.application.notary.Workstation;
import counterfoil.domain.Limits;
import counterfoil.domain.Refusal;
import counterfoil.domain.staff.Permission;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.TornTail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;

/** One run of the program: what a command needs to do its work and to answer. */
final class CommandSession {
  private final Ledgers ledgers;
  private final Surroundings surroundings;
  private final Terminal terminal;
  private final CounterfoilCommand common;
  private final Output out;
  private final OrderlyEnd end = new OrderlyEnd();

  CommandSession(
      Ledgers ledgers, Surroundings surroundings, Terminal terminal, CounterfoilCommand common) {
    this.ledgers = ledgers;
    this.surroundings = surroundings;
    this.terminal = terminal;
    this.common = common;
    this.out = new Output(terminal.out());
  }

  Ledgers ledgers() {
    return ledgers;
  }

  /**
   * What can be done to a ledger that is not open.
   *
   * @throws BadInput if the ledger does not lie in a folder
   */
  Recovery recovery() {
    return ledgers.recovery().orElseThrow(CommandSession::notInFolder);
  }

  /**
   * The folder that the ledger lies in.
   *
   * @throws BadInput if it does not lie in one
   */
  Path ledgerFolder() {
    return switch (place()) {
      case LedgerPlace.Folder(Path path) -> path;
      case LedgerPlace.Server _ -> throw notInFolder();
    };
  }

  private static BadInput notInFolder() {
    return new BadInput(
        "This ledger does not lie in a folder: use the means of the server that holds it.");
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Terminal terminal() {
    return terminal;
  }

  Output out() {
    return out;
  }

  OrderlyEnd end() {
    return end;
  }

  boolean json() {
    return common.json();
  }

  boolean verbose() {
    return common.verbose();
  }

  /** See {@link CounterfoilCommand#place}. */
  LedgerPlace place() {
    return common.place();
  }

  /** Who acts, in {@code role}, on a ledger without staff. */
  private Actor actor(String role) {
    return new Actor(
        staffName("--user", common.user().orElse(surroundings.userName())),
        role,
        surroundings.workstation());
  }

  /**
   * @throws BadInput if {@code name} is not a name that a person can have here
   */
  static String staffName(String option, String name) {
    if (Limits.refuseName("", name, Actor.MAX_NAME_LENGTH).isPresent()) {
      throw new BadInput(
          "%s needs a name of 1 to %d characters without line breaks."
              .formatted(option, Actor.MAX_NAME_LENGTH));
    }
    return name;
  }

  /** Opens the ledger, does {@code work} and closes it, also when the system ends the program. */
  int withLedger(ToIntFunction<Ledger> work) {
    return with(
        ledgers.open(place(), progress("Making the read models anew: %,d of %,d entries.")), work);
  }

  /** As {@link #withLedger}, with somebody who acts: signed in, where the ledger has staff. */
  int withPerson(String unstaffedRole, ToIntBiFunction<Ledger, Session> work) {
    return withLedger(ledger -> as(person(ledger, unstaffedRole), ledger, work));
  }

  /**
   * As {@link #withLedger}, with the person's own password and the one they want instead; both are
   * wiped. Nobody is kept out for a temporary one.
   *
   * @throws BadInput if it is not changed
   */
  int withNewPassword() {
    return withLedger(ledger -> {
      if (!ledger.staffed()) {
        throw new BadInput("Nobody signs in at this ledger: there is no password to change.");
      }
      String name = named();
      char[] present = password(name);
      char[] again = Arrays.copyOf(present, present.length);
      try {
        return as(signedIn(ledger, name, present), ledger, (_, person) -> change(person, again));
      } finally {
        Arrays.fill(again, '\0');
      }
    });
  }

  private int change(Session person, char[] present) {
    String name = person.actor().name();
    char[] chosen = surroundings.newStaffPassword().apply(name);
    if (chosen.length == 0) {
      throw new BadInput(
          "There is no new password for %s: set %s, or run this at a terminal, which asks for it."
              .formatted(Quoted.of(name), Surroundings.NEW_STAFF_PASSWORD));
    }
    person
        .changePassword(present, chosen)
        .ifPresent(refusal -> {
          throw new BadInput("Nothing was changed. " + RefusalWords.sentence(refusal));
        });
    if (json()) {
      out.object(json -> json.writeStringField("user", name));
    } else {
      out.line("The password of %s is changed.".formatted(name));
    }
    return ExitCode.DONE;
  }

  /** The same, with somebody whom one of {@code permissions} is given to. */
  int withPerson(
      List<Permission> permissions, String unstaffedRole, ToIntBiFunction<Ledger, Session> work) {
    return withPerson(
        unstaffedRole,
        (ledger, person) -> {
          demand(permissions, person);
          return work.applyAsInt(ledger, person);
        });
  }

  /**
   * As {@link #withLedger}, for what needs the ledger's files and nobody's word: who may read them
   * may do it, also where nobody can sign in any more. A person who is named is asked for their
   * password all the same, and it must be theirs to do.
   */
  int withFiles(Permission permission, ToIntFunction<Ledger> work) {
    return common.user().isEmpty()
        ? withLedger(work)
        : withPerson(
            List.of(permission), Actor.ADMINISTRATOR, (ledger, _) -> work.applyAsInt(ledger));
  }

  /** As {@link #withFiles}, also for a ledger that is not what this workstation has seen of it. */
  int withUnwitnessedFiles(ToIntFunction<Ledger> work) {
    return with(openUnwitnessed(), work);
  }

  /** The same, with somebody whom {@code permission} is given to. */
  int withUnwitnessed(
      Permission permission, String unstaffedRole, ToIntBiFunction<Ledger, Session> work) {
    return with(
        openUnwitnessed(),
        ledger ->
            as(
                person(ledger, unstaffedRole),
                ledger,
                (open, person) -> {
                  if (ledger.staffed()) {
                    demand(List.of(permission), person);
                  }
                  return work.applyAsInt(open, person);
                }));
  }

  private Ledger openUnwitnessed() {
    return ledgers.openUnwitnessed(
        place(), progress("Making the read models anew: %,d of %,d entries."));
  }

  /**
   * What signs and proves.
   *
   * @throws BadInput where this program has no place to keep a key in
   */
  Notary notary(Ledger ledger) {
    return ledger
        .notary()
        .orElseThrow(() ->
            new BadInput(
                "This workstation has no place for a key of its own: set %s to a folder."
                    .formatted(Workstation.PLACE)));
  }

  private static int as(Session person, Ledger ledger, ToIntBiFunction<Ledger, Session> work) {
    try {
      return work.applyAsInt(ledger, person);
    } finally {
      person.signOut();
    }
  }

  private Session person(Ledger ledger, String unstaffedRole) {
    if (!ledger.staffed()) {
      return ledger.unstaffed(actor(unstaffedRole));
    }
    String name = named();
    Session person = signedIn(ledger, name, password(name));
    if (person.passwordTemporary()) {
      person.signOut();
      throw new BadInput(
          "%s `counterfoil password --user %s` does it."
              .formatted(RefusalWords.sentence(new PasswordIsTemporary(name)), name));
    }
    return person;
  }

  private String named() {
    return common
        .user()
        .orElseThrow(() ->
            new BadInput(
                "The people of this ledger sign in: say who you are with --user NAME, and give"
                    + " the password in %s or at the terminal."
                        .formatted(Surroundings.STAFF_PASSWORD)));
  }

  private Session signedIn(Ledger ledger, String name, char[] password) {
    return switch (ledger.signIn(name, password, surroundings.workstation())) {
      case SignedIn.Yes(Session session) -> {
        session.newKey().ifPresent(made -> noteNewKey(made, ledger.zone()));
        yield session;
      }
      case SignedIn.No(Refusal refusal) -> throw new BadInput(RefusalWords.sentence(refusal));
    };
  }

  private void noteNewKey(NewKey made, ZoneId zone) {
    note(
        "A new signing key was made for you on %s by %s. If you did not ask for it, tell an auditor."
            .formatted(LocalDate.ofInstant(made.at(), zone), made.by()));
  }

  /**
   * The password of a member of staff; whoever asks wipes it.
   *
   * @throws BadInput where there is none
   */
  char[] password(String name) {
    char[] password = surroundings.staffPassword().apply(name);
    if (password.length == 0) {
      throw new BadInput(
          "There is no password for %s: set %s, or run this at a terminal, which asks for it."
              .formatted(Quoted.of(name), Surroundings.STAFF_PASSWORD));
    }
    return password;
  }

  private static void demand(List<Permission> permissions, Session person) {
    if (permissions.stream().noneMatch(person::may)) {
      Permission wanted = permissions.getFirst();
      String asked = wanted.name().toLowerCase(Locale.ROOT);
      Refusal refusal = person.demand(wanted, asked).orElseThrow();
      throw new BadInput(RefusalWords.sentence(refusal));
    }
  }

  /** Does {@code work} with a ledger that is open already, and closes it. */
  int with(Ledger ledger, ToIntFunction<Ledger> work) {
    try (var _ = end.closing(ledger)) {
      ledger.tornTail().ifPresent(tail -> note(sentence(tail)));
      int code = work.applyAsInt(ledger);
      out.flush();
      return code;
    }
  }

  private static String sentence(TornTail tail) {
    return ("The tape's end, behind entry %d, was torn as by a cut power line: %d bytes were set"
            + " aside in %s; nothing in them was acknowledged unless the disk itself has failed.")
        .formatted(tail.position(), tail.bytes(), tail.file());
  }

  /** Answers with the number of entries and the root of the tree over them. */
  void answerWithRoot(long entries, byte[] root, String sentence) {
    String text = Base64.getEncoder().encodeToString(root);
    if (json()) {
      out.object(json -> {
        json.writeNumberField("entries", entries);
        json.writeStringField("root", text);
      });
    } else {
      out.line(sentence);
      out.line("The root of the tree over them is " + text + ".");
    }
  }

  /** Says something beside the answer. */
  void note(String text) {
    byte[] line = (text + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      terminal.err().write(line);
      terminal.err().flush();
    } catch (IOException _) {
      // Nobody is left to be told; the answer and the exit code say the same.
    }
  }

  /** Tells of long work, at each tenth of the way. */
  Progress progress(String sentence) {
    return new ProgressNotes(sentence, this::note);
  }
}
