package counterfoil.cli;

import counterfoil.eventstore.EventStoreException;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * Commands in, answers out, line by line and in the same order, each answer as soon as it is on
 * disk. A limited number is under way at once.
 */
final class Conversation {
  private final CommandLines lines;
  private final CommandSyntax syntax;
  private final CommandDesk desk;
  private final Output out;
  private final Semaphore places;
  private long refused;
  private long notUnderstood;

  /** Answers to come, in order; nothing for the end. */
  private final BlockingQueue<Optional<CompletableFuture<Answer>>> pending =
      new LinkedBlockingQueue<>();

  Conversation(
      CommandLines lines, CommandSyntax syntax, CommandDesk desk, Output out, int inFlight) {
    this.lines = lines;
    this.syntax = syntax;
    this.desk = desk;
    this.out = out;
    this.places = new Semaphore(inFlight);
  }

  /**
   * Answers until the input ends; returns the gravest exit code of all answers.
   *
   * @throws counterfoil.eventstore.StoreStopped if the ledger stops on the way
   */
  int run() {
    // A thread of its own reads, as nothing can end a read that waits for a person.
    Thread.ofPlatform().daemon().name("commands").start(this::read);
    int gravest = ExitCode.DONE;
    for (var next = take(); next.isPresent(); next = take()) {
      Answer answer = EventStoreException.await(next.get());
      out.object(answer::writeTo);
      out.flush();
      places.release();
      gravest = Math.max(gravest, answer.exitCode());
      refused += answer.exitCode() == ExitCode.NO ? 1 : 0;
      notUnderstood += answer.exitCode() == ExitCode.BAD_INPUT ? 1 : 0;
    }
    return gravest;
  }

  /** How many commands were refused by a rule, once the answers have ended. */
  long refused() {
    return refused;
  }

  /** How many lines were not understood, once the answers have ended. */
  long notUnderstood() {
    return notUnderstood;
  }

  /** Ends the answers after those that are under way. */
  void end() {
    pending.add(Optional.empty());
  }

  private void read() {
    try {
      while (readOne()) {
        // Everything is in the condition.
      }
      end();
    } catch (IOException | RuntimeException e) {
      pending.add(Optional.of(CompletableFuture.failedFuture(e)));
    }
  }

  /** Whether there was a line. */
  private boolean readOne() throws IOException {
    Optional<byte[]> line;
    try {
      line = lines.next();
    } catch (MalformedCommand e) {
      places.acquireUninterruptibly();
      pending.add(Optional.of(notUnderstood(e)));
      return true;
    }
    if (line.isEmpty()) {
      return false;
    }
    if (!isBlank(line.get())) {
      // First a place, then the reading: what a command rests on (a new customer, another table of
      // denominations) may be what the one before it is about.
      places.acquireUninterruptibly();
      pending.add(Optional.of(answer(line.get())));
    }
    return true;
  }

  private CompletableFuture<Answer> answer(byte[] line) {
    try {
      return desk.submit(syntax.understand(JsonCommand.fields(line)));
    } catch (MalformedCommand e) {
      return notUnderstood(e);
    }
  }

  private CompletableFuture<Answer> notUnderstood(MalformedCommand e) {
    return CompletableFuture.completedFuture(
        new Answer.NotUnderstood(e, OptionalLong.of(lines.number())));
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private Optional<CompletableFuture<Answer>> take() {
    try {
      return pending.take();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
