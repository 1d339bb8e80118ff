package counterfoil.campaign;

import counterfoil.campaign.Forger.Draft;
import counterfoil.campaign.Forger.Hand;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.payload.AccountEvents;
import counterfoil.payload.CustomerEvents;
import counterfoil.payload.StaffEvents;
import counterfoil.proof.TreeHead;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Does once, at random, what {@link Rewriting} names. */
final class Rewriter {
  private static final Pattern AMOUNT = Pattern.compile("\\d(?=\\d*\\.\\d\\d\")");
  private static final Pattern PUBLIC_KEY = Pattern.compile("(?<=\"public\":\")[^\"]+");

  private final SignedBranch branch;
  private final SplittableRandom random;
  private final Forger forger;
  private final List<Draft> drafts;
  private final List<Act> acts;

  /** The entries of one command, as indexes: the first, and the one behind the last. */
  private record Act(int from, int to) {}

  Rewriter(SignedBranch branch, SplittableRandom random) {
    this.branch = branch;
    this.random = random;
    this.forger = new Forger(branch.charter().origin());
    this.drafts = Forger.drafts(branch.entries());
    this.acts = acts(branch.entries());
  }

  private static List<Act> acts(List<Entry> entries) {
    List<Act> acts = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= entries.size(); i++) {
      if (i == entries.size()
          || !entries.get(i).commandId().equals(entries.get(from).commandId())) {
        acts.add(new Act(from, i));
        from = i;
      }
    }
    return acts;
  }

  Forgery edit() {
    int at = anyOf(this::hasAmount);
    return signedWrongly(at, edited(at));
  }

  Forgery unsign() {
    int at = anyOf(this::hasAmount);
    return signedWrongly(at, edited(at).by(new Hand.Nobody()));
  }

  Forgery resignWithOwnKey() {
    int at = anyOf(i -> hasAmount(i) && !ofAttacker(i));
    return signedWrongly(at, edited(at).by(new Hand.Key(branch.ownKey())));
  }

  Forgery resignWithNewKey() {
    int at = anyOf(this::hasAmount);
    return signedWrongly(at, edited(at).by(new Hand.Key(newSeed())));
  }

  Forgery replay() {
    int at = anyOf(this::hasAmount);
    int other = anyOf(i -> i != at && isSigned(i) && actor(i).equals(actor(at)));
    return signedWrongly(at, edited(at).by(drafts.get(other).hand()));
  }

  Forgery editUncovered() {
    int at = anyOf(i -> hasAmount(i) && i >= branch.covered());
    return signedWrongly(at, edited(at));
  }

  Forgery delete() {
    return without(anyAct(this::movesMoney));
  }

  /** Nothing comes after it in its streams, whose numbers would tell. */
  Forgery deleteLast() {
    return without(anyAct(this::isLast));
  }

  private Forgery without(Act act) {
    boolean told = isFollowed(act, act.to());
    drafts.subList(act.from(), act.to()).clear();
    return forged(act.from(), told);
  }

  Forgery insert() {
    Act like = anyAct(this::movesMoney);
    UUID command = randomId();
    drafts.addAll(
        like.to(),
        drafts.subList(like.from(), like.to()).stream()
            .map(draft -> draft.under(command).by(new Hand.Nobody()))
            .toList());
    return forged(like.to(), true);
  }

  Forgery duplicate() {
    Act act = anyAct(this::movesMoney);
    UUID command = randomId();
    drafts.addAll(
        act.to(),
        drafts.subList(act.from(), act.to()).stream().map(draft -> draft.under(command)).toList());
    return forged(act.to(), true);
  }

  Forgery reorderInStream() {
    return reordered((first, second) -> !Collections.disjoint(streams(first), streams(second)));
  }

  Forgery reorderApart() {
    return reordered((first, second) -> Collections.disjoint(streams(first), streams(second)));
  }

  private interface Pair {
    boolean fits(Act first, Act second);
  }

  private Forgery reordered(Pair pair) {
    List<Integer> candidates =
        IntStream.range(1, acts.size())
            .filter(i -> harmless(acts.get(i - 1)) && harmless(acts.get(i)))
            .filter(i -> pair.fits(acts.get(i - 1), acts.get(i)))
            .boxed()
            .toList();
    int chosen = candidates.get(random.nextInt(candidates.size()));
    Act first = acts.get(chosen - 1);
    Act second = acts.get(chosen);
    boolean told = !Collections.disjoint(streams(first), streams(second));
    List<Instant> times =
        drafts.subList(first.from(), second.to()).stream().map(Draft::at).toList();
    Collections.rotate(drafts.subList(first.from(), second.to()), second.to() - second.from());
    for (int i = 0; i < times.size(); i++) {
      drafts.set(first.from() + i, drafts.get(first.from() + i).at(times.get(i)));
    }
    return forged(first.from(), told);
  }

  Forgery swapStreams() {
    int one = anyOf(this::ofAccount);
    int other = anyOf(i -> ofAccount(i) && !stream(i).equals(stream(one)));
    Draft first = drafts.get(one);
    drafts.set(one, first.in(stream(other)));
    drafts.set(other, drafts.get(other).in(first.stream()));
    return forged(Math.min(one, other), true);
  }

  /** The attacker has added that person, and can sign the entry which says so anew. */
  Forgery replaceKey() {
    int at = anyOf(i -> isAdded(i) && ofAttacker(i) && signsLater(stream(i).subject()));
    byte[] key = newSeed();
    drafts.set(at, withKey(at, key).by(new Hand.Key(branch.ownKey())));
    return forged(at, true);
  }

  /** Also everything that the person has signed is signed anew, and their other keys are. */
  Forgery takeOver() {
    return takenOver(SignedBranch.UNCERTIFIED, false);
  }

  /** Who certified that key has signed which one it was. */
  Forgery takeOverCertified() {
    return takenOver(SignedBranch.CERTIFIED, true);
  }

  private Forgery takenOver(String victim, boolean told) {
    byte[] key = newSeed();
    int first = anyOf(i -> isAdded(i) && stream(i).subject().equals(victim));
    for (int i = first; i < drafts.size(); i++) {
      if (stream(i).subject().equals(victim) && payload(i).contains("\"public\"")) {
        drafts.set(i, withKey(i, key));
      }
      boolean ofVictim = actor(i).equals(victim);
      if (isSigned(i) && (ofVictim || ofAttacker(i))) {
        drafts.set(i, drafts.get(i).by(new Hand.Key(ofVictim ? key : branch.ownKey())));
      }
    }
    return forged(first, told);
  }

  Forgery retime() {
    return retimed(random.nextInt((int) branch.covered()));
  }

  Forgery retimeUncovered() {
    return retimed(random.nextInt((int) branch.covered(), drafts.size()));
  }

  private Forgery retimed(int from) {
    Duration shift = Duration.ofSeconds(random.nextInt(1, 30));
    for (int i = from; i < drafts.size(); i++) {
      drafts.set(i, drafts.get(i).at(drafts.get(i).at().plus(shift)));
    }
    return forged(from, false);
  }

  Forgery timeBack() {
    int at =
        anyOf(i -> i > 0 && branch.entries().get(0).recordedAt().isBefore(drafts.get(i - 1).at()));
    drafts.set(at, drafts.get(at).at(drafts.get(at - 1).at().minusSeconds(1)));
    Forgery forgery = forged(at, false);
    Set<Detector> expected = EnumSet.of(Detector.ENTRIES);
    expected.addAll(forgery.expected());
    return new Forgery(forgery.entries(), forgery.at(), expected);
  }

  Forgery cut() {
    return cutTo(random.nextInt((int) branch.covered()));
  }

  Forgery cutUncovered() {
    return cutTo(random.nextInt((int) branch.covered(), drafts.size()));
  }

  Forgery rollBack() {
    List<TreeHead> seen = branch.seen();
    return cutTo((int) seen.get(random.nextInt(seen.size() - 1)).size());
  }

  private Forgery cutTo(int size) {
    // An act is recorded whole; half of one would be found by its neighbours.
    int whole = acts.stream().mapToInt(Act::to).filter(end -> end <= size).max().orElse(0);
    drafts.subList(whole, drafts.size()).clear();
    return forged(whole, false);
  }

  Forgery fork() {
    List<Entry> fork = branch.fork();
    int length = random.nextInt(branch.forkedAt() + 1, fork.size() + 1);
    int whole =
        acts(fork).stream()
            .mapToInt(Act::to)
            .filter(end -> end >= length)
            .min()
            .orElse(fork.size());
    return new Forgery(
        fork.subList(0, whole), branch.forkedAt() + 1L, EnumSet.of(Detector.WITNESS));
  }

  /** One that no signature shows, in what the witness has seen. */
  Forgery unsigned() {
    return switch (random.nextInt(4)) {
      case 0 -> retime();
      case 1 -> cut();
      case 2 -> rollBack();
      default -> fork();
    };
  }

  private Forgery signedWrongly(int at, Draft draft) {
    drafts.set(at, draft);
    return forged(at, true);
  }

  /** The witness sees whatever differs in what it has seen. */
  private Forgery forged(int at, boolean bySignatures) {
    Set<Detector> expected = EnumSet.noneOf(Detector.class);
    if (bySignatures) {
      expected.add(Detector.SIGNATURES);
    }
    if (at < branch.covered()) {
      expected.add(Detector.WITNESS);
    }
    return new Forgery(forger.ledger(drafts), at + 1L, expected);
  }

  private int anyOf(Predicate<Integer> fits) {
    List<Integer> all =
        IntStream.range(0, drafts.size()).boxed().filter(fits).collect(Collectors.toList());
    return all.get(random.nextInt(all.size()));
  }

  private Act anyAct(Predicate<Act> fits) {
    List<Act> all = acts.stream().filter(fits).toList();
    return all.get(random.nextInt(all.size()));
  }

  private Draft edited(int at) {
    String more =
        AMOUNT
            .matcher(payload(at))
            .replaceFirst(
                (MatchResult digit) -> String.valueOf((digit.group().charAt(0) - '0') % 9 + 1));
    return drafts.get(at).saying(more.getBytes(StandardCharsets.UTF_8));
  }

  private Draft withKey(int at, byte[] seed) {
    String key = Base64.getEncoder().encodeToString(Forger.publicKey(seed));
    String said = PUBLIC_KEY.matcher(payload(at)).replaceFirst(key);
    return drafts.get(at).saying(said.getBytes(StandardCharsets.UTF_8));
  }

  private boolean hasAmount(int i) {
    return ofAccount(i) && AMOUNT.matcher(payload(i)).find();
  }

  private boolean ofAccount(int i) {
    return stream(i).category().equals(AccountEvents.CATEGORY) && isSigned(i);
  }

  private boolean isAdded(int i) {
    return drafts.get(i).type().name().equals(StaffEvents.STAFF_MEMBER_ADDED) && isSigned(i);
  }

  private boolean ofAttacker(int i) {
    return actor(i).equals(SignedBranch.ATTACKER);
  }

  private boolean signsLater(String name) {
    return IntStream.range(0, drafts.size()).anyMatch(i -> actor(i).equals(name) && isSigned(i));
  }

  private boolean isSigned(int i) {
    return EntryCodec.signature(branch.entries().get(i)).isPresent();
  }

  /** An act that nothing else refers to. */
  private boolean movesMoney(Act act) {
    return IntStream.range(act.from(), act.to())
            .allMatch(i ->
                !stream(i).category().equals(StaffEvents.CATEGORY)
                    && drafts.get(i).provenance().approver().isEmpty())
        && IntStream.range(act.from(), act.to()).anyMatch(this::ofAccount);
  }

  private boolean harmless(Act act) {
    return movesMoney(act)
        || streams(act).stream()
            .allMatch(stream -> stream.category().equals(CustomerEvents.CATEGORY));
  }

  private Set<StreamName> streams(Act act) {
    return IntStream.range(act.from(), act.to())
        .mapToObj(this::stream)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Whether something signed comes in the act's streams from an index on. */
  private boolean isFollowed(Act act, int from) {
    Set<StreamName> streams = streams(act);
    return IntStream.range(from, drafts.size())
        .anyMatch(i -> streams.contains(stream(i)) && isSigned(i));
  }

  private boolean isLast(Act act) {
    Set<StreamName> streams = streams(act);
    return IntStream.range(act.to(), drafts.size()).noneMatch(i -> streams.contains(stream(i)));
  }

  private StreamName stream(int i) {
    return drafts.get(i).stream();
  }

  private String actor(int i) {
    return drafts.get(i).provenance().actor();
  }

  private String payload(int i) {
    return new String(drafts.get(i).payload(), StandardCharsets.UTF_8);
  }

  private byte[] newSeed() {
    byte[] seed = new byte[32];
    random.nextBytes(seed);
    return seed;
  }

  private UUID randomId() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
