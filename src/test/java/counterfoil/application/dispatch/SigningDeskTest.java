package counterfoil.application.dispatch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Append.Write;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.InMemoryEventStore;
import counterfoil.eventstore.RandomAppends;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.proof.ActSignature;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SigningDeskTest {
  private static final int PATIENCE = 20;

  private final RandomAppends appends = new RandomAppends(1);
  private final EventStore store =
      new InMemoryEventStore(InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z")));
  private final SigningDesk desk = new SigningDesk(store, "test");

  private int streams;

  @Test
  void what_waits_together_is_signed_and_recorded_in_the_order_in_which_it_came() throws Exception {
    Hand ana = new TestHand(1);
    Hand lee = new TestHand(2);
    List<CompletableFuture<Appended>> answers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      answers.add(desk.submit(signable(), Optional.of(i % 3 == 0 ? lee : ana)));
    }
    for (int i = 0; i < 50; i++) {
      assertEquals(i + 1, answers.get(i).get(PATIENCE, SECONDS).firstPosition());
      Entry entry = store.at(i + 1).orElseThrow();
      byte[] signature = EntryCodec.signature(entry).orElseThrow();
      assertArrayEquals(
          (i % 3 == 0 ? lee : ana).publicKey(),
          ActSignature.fromBytes(signature).orElseThrow().publicKey());
    }
  }

  @Test
  void an_act_that_cannot_be_signed_says_so_and_keeps_nobody_waiting() throws Exception {
    Hand ana = new TestHand(1);
    CompletableFuture<Appended> first = desk.submit(signable(), Optional.of(ana));
    CompletableFuture<Appended> ofAnyVersion = desk.submit(appends.append(), Optional.of(ana));
    CompletableFuture<Appended> last = desk.submit(signable(), Optional.of(ana));
    assertFailed(IllegalArgumentException.class, ofAnyVersion);
    assertEquals(1, first.get(PATIENCE, SECONDS).firstPosition());
    assertEquals(2, last.get(PATIENCE, SECONDS).firstPosition());
  }

  @Test
  void a_hand_that_fails_fails_its_own_acts_only() throws Exception {
    Hand broken =
        new TestHand(0) {
          @Override
          public byte[] sign(byte[] message) {
            throw new IllegalStateException("broken");
          }
        };
    CompletableFuture<Appended> without = desk.submit(signable(), Optional.of(broken));
    CompletableFuture<Appended> with = desk.submit(signable(), Optional.of(new TestHand(1)));
    assertFailed(IllegalStateException.class, without);
    assertEquals(1, with.get(PATIENCE, SECONDS).firstPosition());
  }

  @Test
  void the_very_same_append_given_twice_is_answered_twice() throws Exception {
    Append append = signable();
    Hand ana = new TestHand(1);
    CompletableFuture<Appended> once = desk.submit(append, Optional.of(ana));
    CompletableFuture<Appended> again = desk.submit(append, Optional.of(ana));
    assertEquals(1, once.get(PATIENCE, SECONDS).firstPosition());
    assertEquals(1, again.get(PATIENCE, SECONDS).firstPosition());
    assertTrue(again.get(PATIENCE, SECONDS).before());
  }

  private static void assertFailed(
      Class<? extends RuntimeException> with, CompletableFuture<Appended> answer) {
    ExecutionException fault =
        assertThrows(ExecutionException.class, () -> answer.get(PATIENCE, SECONDS));
    assertInstanceOf(with, fault.getCause());
  }

  /** One event of a stream of its own: what is signed names its version. */
  private Append signable() {
    StreamName stream = StreamName.of("account", "s" + streams++);
    return appends.append(
        List.of(new Write(stream, ExpectedVersion.noStream(), List.of(appends.event()))));
  }

  private static class TestHand implements Hand {
    private final byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
    private final byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];

    TestHand(int number) {
      seed[0] = (byte) number;
      Ed25519.generatePublicKey(seed, 0, publicKey, 0);
    }

    @Override
    public byte[] publicKey() {
      return publicKey.clone();
    }

    @Override
    public byte[] sign(byte[] message) {
      byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
      Ed25519.sign(seed, 0, publicKey, 0, message, 0, message.length, signature, 0);
      return signature;
    }
  }
}
