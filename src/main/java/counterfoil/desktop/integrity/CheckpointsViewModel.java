package counterfoil.desktop.integrity;

import counterfoil.application.Ledger;
import counterfoil.application.notary.Notary;
import counterfoil.desktop.integrity.Standing.Outside;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.LatestQuestion;
import counterfoil.desktop.kit.Message;
import counterfoil.domain.staff.Permission;
import counterfoil.eventstore.Entry;
import counterfoil.proof.Checked.Good;
import counterfoil.proof.Checkpoint;
import counterfoil.proof.SignedCheckpoint;
import counterfoil.proof.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The checkpoints that this ledger has, and where they are kept. */
public final class CheckpointsViewModel {
  private static final int MOST_SHOWN = 100;

  private final Ledger ledger;
  private final Desk desk;
  private final Background background;
  private final LatestQuestion<Boolean, Standing> question;
  private final ReadOnlyObjectWrapper<Optional<Standing>> standing =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> outcome =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  CheckpointsViewModel(Ledger ledger, Desk desk, Background background) {
    this.ledger = ledger;
    this.desk = desk;
    this.background = background;
    this.question =
        new LatestQuestion<>(
            background, _ -> read(), (_, now) -> standing.set(Optional.of(now)), this::failed);
  }

  /** Nothing before it was read. */
  ReadOnlyObjectProperty<Optional<Standing>> standingProperty() {
    return standing.getReadOnlyProperty();
  }

  /** What was done last. */
  ReadOnlyObjectProperty<Optional<Message>> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** Why it was not done. */
  ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Why nothing can be signed or kept here. */
  Optional<Message> whyNot() {
    if (!desk.may(Permission.VERIFY)) {
      return Optional.of(Message.of("integrity.why.not-permitted"));
    }
    return ledger.notary().isPresent()
        ? Optional.empty()
        : Optional.of(Message.of("integrity.why.no-witness"));
  }

  /** Reads again. */
  void refresh() {
    question.ask(true);
  }

  /** Signs what the ledger is now. */
  void sign() {
    with(notary -> {
      Notary.Kept kept = notary.sign();
      long entries = kept.checkpoint().checkpoint().tree().size();
      return kept.missed().isEmpty()
          ? Message.of("integrity.checkpoints.signed", entries)
          : Message.of(
              "integrity.checkpoints.signed-missed",
              entries,
              kept.missed().stream().map(Path::toString).collect(Collectors.joining(", ")));
    });
  }

  /** From now on checkpoints go there as well. */
  void keepIn(Path folder) {
    with(notary -> {
      notary.keepIn(folder);
      return Message.of("integrity.checkpoints.kept-in", folder);
    });
  }

  /** No longer; what is there stays. */
  void keepNoLongerIn(Path folder) {
    with(notary -> {
      notary.keepNoLongerIn(folder);
      return Message.of("integrity.checkpoints.not-in", folder);
    });
  }

  /** Writes one as a file; a file of that name is replaced. */
  void save(CheckpointLine line, Path file) {
    forget();
    background.run(
        () -> Files.writeString(file, line.note()),
        written -> outcome.set(Optional.of(Message.of("integrity.checkpoints.saved", written))),
        fault ->
            problem.set(
                Optional.of(
                    fault instanceof IOException
                        ? Message.of("integrity.checkpoints.not-saved", file)
                        : Faults.message(fault))));
  }

  private interface Act {
    Message with(Notary notary);
  }

  private void with(Act act) {
    forget();
    var why = whyNot();
    if (why.isPresent()) {
      problem.set(why);
      return;
    }
    background.run(
        () -> act.with(ledger.notary().orElseThrow()),
        done -> {
          outcome.set(Optional.of(done));
          refresh();
        },
        this::failed);
  }

  private void forget() {
    outcome.set(Optional.empty());
    problem.set(Optional.empty());
  }

  private void failed(Throwable fault) {
    problem.set(Optional.of(Faults.message(fault)));
  }

  private Standing read() {
    return ledger
        .notary()
        .map(this::read)
        .orElseGet(() -> new Standing(false, List.of(), 0, List.of()));
  }

  private Standing read(Notary notary) {
    List<VerifierKey> trusted = notary.trusted();
    List<String> notes = notary.history(MOST_SHOWN);
    List<CheckpointLine> lines = notes.stream().flatMap(note -> line(note, trusted)).toList();
    return new Standing(
        true,
        lines,
        notes.size() - lines.size(),
        notary.outside().stream()
            .map(folder -> new Outside(folder, Files.isDirectory(folder)))
            .toList());
  }

  private Stream<CheckpointLine> line(String note, List<VerifierKey> trusted) {
    byte[] bytes = note.getBytes(StandardCharsets.UTF_8);
    return SignedCheckpoint.open(bytes, ledger.charter().origin(), trusted)
            instanceof Good<SignedCheckpoint>(SignedCheckpoint signed)
        ? Stream.of(line(signed.checkpoint(), keys(signed), note))
        : Stream.empty();
  }

  private CheckpointLine line(Checkpoint checkpoint, List<String> keys, String note) {
    long entries = checkpoint.tree().size();
    return new CheckpointLine(
        entries,
        Base64.getEncoder().encodeToString(checkpoint.tree().root()),
        entries == 0 ? Optional.empty() : ledger.store().at(entries).map(Entry::recordedAt),
        keys,
        note);
  }

  private static List<String> keys(SignedCheckpoint signed) {
    return signed.signers().stream().map(VerifierKey::idHex).toList();
  }
}
