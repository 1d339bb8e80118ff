package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Append.Write;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.sequencing.Outcome;
import java.util.concurrent.CompletableFuture;

/** An append and whoever waits for its outcome. */
record Submission(Append append, CompletableFuture<Appended> answer) {
  int events() {
    int events = 0;
    for (Write write : append.writes()) {
      events += write.events().size();
    }
    return events;
  }

  long bytes() {
    long bytes = 0;
    for (Write write : append.writes()) {
      for (NewEvent event : write.events()) {
        bytes += event.payload().length;
      }
    }
    return bytes;
  }

  void answer(Outcome outcome) {
    switch (outcome) {
      case Outcome.Taken(Appended appended) -> answer.complete(appended);
      case Outcome.Refused(var reason) -> answer.completeExceptionally(reason);
    }
  }
}
