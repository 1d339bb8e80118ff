package counterfoil.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Order.ManageStaff;
import counterfoil.application.dispatch.Hand;
import counterfoil.application.history.HistoryImport;
import counterfoil.application.signin.Passwords;
import counterfoil.application.signin.Passwords.Cost;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.staff.StaffCommand.CertifyKey;
import counterfoil.domain.staff.StaffCommand.RevokeKey;
import counterfoil.domain.staff.StaffEvent.Cause;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.staff.StaffState.KeyStanding;
import counterfoil.domain.staff.StaffState.Member;
import counterfoil.eventstore.Append;
import counterfoil.eventstore.Append.Write;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.NewEvent.Attested;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.Provenance;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.eventstore.codec.EntryCodec.Slot;
import counterfoil.eventstore.codec.Statement;
import counterfoil.payload.StaffEvents;
import counterfoil.projection.SignatureAudit;
import counterfoil.projection.SignatureAudit.Extent;
import counterfoil.proof.ActSignature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who made an entry is proven, and nobody else can make one in their name. */
final class SignatureAuditTest {
  private final StaffedBranch branch = new StaffedBranch();
  private final EntryCodec codec = new EntryCodec();
  private List<Entry> entries = List.of();

  @BeforeEach
  void a_small_day() {
    branch.open();
    branch.limit("approval.cash_out", "100.00");
    branch.deposit(StaffedBranch.NADIA, "250.00");
    branch.withdraw(StaffedBranch.NADIA, "120.00");
    entries = branch.ledger().store().read(1, 1000);
  }

  @AfterEach
  void end() {
    branch.close();
  }

  @Test
  void all_of_a_day_is_signed_by_who_did_it() {
    assertEquals(List.of(), audit(entries));
    assertTrue(audited(Extent.ALL).computed() > 10);
    assertEquals(List.of(), audited(Extent.SAMPLE).finish());
    assertEquals(List.of(), branch.ledger().verify(Progress.NONE).findings());
  }

  @Test
  void an_entry_without_its_signature_is_found() {
    Entry entry = last("MoneyDeposited");
    assertFound(entry, "nobody has signed it", replaced(entry, event -> plain(event)));
  }

  @Test
  void another_amount_under_the_same_signature_is_found() {
    Entry entry = last("MoneyDeposited");
    byte[] more =
        new String(entry.payload(), StandardCharsets.UTF_8)
            .replace("250.00", "950.00")
            .getBytes(StandardCharsets.UTF_8);
    Attested same = new Attested(entry.salt(), EntryCodec.signature(entry).orElseThrow());
    assertFound(
        entry,
        "the signature does not fit what is recorded",
        replaced(entry, event -> new NewEvent(event.type(), more, Optional.of(same))));
  }

  @Test
  void a_signature_taken_from_another_entry_is_found() {
    Entry entry = last("MoneyDeposited");
    Entry other = last("MoneyWithdrawn");
    Attested stolen = new Attested(entry.salt(), EntryCodec.signature(other).orElseThrow());
    assertFound(
        entry,
        "the signature does not fit what is recorded",
        replaced(entry, event -> event.attested(stolen)));
  }

  @Test
  void an_entry_signed_with_a_key_of_ones_own_making_is_found() {
    Entry entry = last("MoneyDeposited");
    byte[] seed = new byte[32];
    new SecureRandom().nextBytes(seed);
    byte[] key = new byte[32];
    Ed25519.generatePublicKey(seed, 0, key, 0);
    byte[] forged =
        ActSignature.sign(
                List.of(new Statement().of(entry)),
                branch.ledger().charter().origin(),
                key,
                message -> {
                  byte[] signature = new byte[64];
                  Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
                  return signature;
                })
            .getFirst()
            .toBytes();
    assertFound(
        entry,
        "it is signed with a key that was not amara's then",
        replaced(entry, event -> event.attested(new Attested(entry.salt(), forged))));
  }

  @Test
  void an_administrator_moves_no_money_with_a_key_of_their_own() {
    Entry entry = last("MoneyDeposited");
    Hand hand = branch.administrator().hand().orElseThrow();
    Provenance teller = entry.provenance();
    Provenance ada =
        new Provenance(
            "ada",
            "administrator",
            teller.branch(),
            teller.workstation(),
            teller.tillSession(),
            teller.businessDate(),
            teller.valueDate(),
            teller.correlationId(),
            teller.causationId(),
            teller.reason(),
            teller.approver());
    NewEvent event = new NewEvent(entry.type(), entry.payload());
    byte[] statement = new Statement().of(resealed(entry, event, ada));
    byte[] own =
        ActSignature.sign(
                List.of(statement),
                branch.ledger().charter().origin(),
                hand.publicKey(),
                hand::sign)
            .getFirst()
            .toBytes();
    List<Entry> tampered = new ArrayList<>(entries);
    tampered.set(
        (int) entry.position() - 1,
        resealed(entry, event.attested(new Attested(entry.salt(), own)), ada));
    assertFound(entry, "ada was not permitted to do it", tampered);
  }

  @Test
  void history_is_taken_over_in_the_administrators_name(@TempDir Path folder) throws Exception {
    Path accounts = folder.resolve("accounts.csv");
    Path transactions = folder.resolve("transactions.csv");
    Files.writeString(
        accounts,
        """
        account,opened_on,branch,holder_reference,holder_birth_date,overdraft_limit,currency
        9001-0001,2020-01-02,R,ref,,0.00,EUR
        """);
    Files.writeString(
        transactions,
        "posted_on,sequence,account,type,amount,currency,balance_after,reference,"
            + "counterparty_bank,counterparty_account,narrative\n"
            + "2020-01-03,1,9001-0001,cash_deposit,10.00,EUR,10.00,,,,\n");
    new HistoryImport(branch.ledger(), branch.administrator())
        .run(accounts, transactions, Progress.NONE);
    assertEquals(List.of(), branch.ledger().verify(Progress.NONE).findings());
  }

  @Test
  void a_signature_is_good_for_one_ledger_only() {
    SignatureAudit elsewhere = new SignatureAudit("counterfoil.example/elsewhere", Extent.ALL);
    elsewhere.take(entries);
    assertTrue(
        elsewhere.finish().stream()
            .allMatch(found -> found.what().equals("the signature does not fit what is recorded")));
  }

  @Test
  void an_approval_is_signed_over_the_text_that_was_shown() {
    Entry asked = last("ApprovalRequested");
    byte[] other =
        new String(asked.payload(), StandardCharsets.UTF_8)
            .replace("\"text\":\"", "\"text\":\"Nothing much: ")
            .getBytes(StandardCharsets.UTF_8);
    Entry changed = resealed(asked, new NewEvent(asked.type(), other, Optional.empty()));
    List<Entry> tampered = new ArrayList<>(entries);
    tampered.set((int) asked.position() - 1, changed);
    long granted = last("ApprovalGranted").position();
    assertTrue(
        audit(tampered).stream().map(Finding::position).toList().contains(granted),
        () -> audit(tampered).toString());
  }

  @Test
  void a_key_outlives_a_new_password_and_nothing_outlives_a_revoked_key() {
    String before = key("amara");
    Session amara = branch.teller();
    assertEquals(
        Optional.empty(),
        amara.changePassword(
            StaffedBranch.PASSWORD.toCharArray(), "five small grey donkeys".toCharArray()));
    assertTrue(!key("amara").equals(before), "who set the first password could have opened it");
    assertEquals(KeyStanding.OWN, member("amara").keyStanding());
    String own = key("amara");
    assertEquals(
        Optional.empty(),
        amara.changePassword(
            "five small grey donkeys".toCharArray(), "six young black ponies".toCharArray()));
    assertEquals(own, key("amara"));
    branch.deposit(StaffedBranch.NADIA, "10.00");
    branch.post(branch.headTeller(), new ManageStaff(new CertifyKey(new StaffName("amara"), own)));
    assertEquals(KeyStanding.CERTIFIED, member("amara").keyStanding());
    branch.post(
        branch.administrator(),
        new ManageStaff(new RevokeKey(new StaffName("amara"), "left the branch")));
    Outcome outcome =
        amara.post(
            Posting.of(
                new Order.Serve(
                    new Withdraw(
                        StaffedBranch.NADIA, StaffedBranch.amount("1.00"), Details.NONE))));
    assertTrue(
        outcome instanceof Outcome.Refused refused
            && refused.refusal().code().equals("no_signing_key"),
        outcome.toString());
    assertEquals(List.of(), audit(branch.ledger().store().read(1, 1000)));
  }

  @Test
  void the_key_is_gone_while_the_workstation_is_locked_and_back_with_the_password() {
    Session amara = branch.teller();
    amara.lock(Cause.ASKED);
    assertEquals(Optional.empty(), amara.unlock(StaffedBranch.PASSWORD.toCharArray()));
    branch.deposit(StaffedBranch.NADIA, "10.00");
    assertEquals(List.of(), audit(branch.ledger().store().read(1, 1000)));
  }

  @Test
  void a_sealed_key_opens_to_its_password_only_and_is_not_shown() {
    Passwords passwords = new Passwords(new Cost(64, 1, 1));
    var credential = passwords.hash("four tall brown horses".toCharArray());
    assertTrue(!credential.toString().contains("argon2"));
    Entry added = last("StaffMemberAdded");
    String shown = counterfoil.payload.ShownPayload.json(added);
    assertTrue(!shown.contains("argon2id"), shown);
    assertTrue(shown.contains("\"public\""), shown);
  }

  private Member member(String name) {
    var stream = StaffEvents.stream(new StaffName(name));
    return (Member) branch.ledger().streams().load(stream, StaffEvents.KIND).state();
  }

  private String key(String name) {
    return member(name).signsWith().orElseThrow().publicKey();
  }

  private Entry last(String type) {
    return entries.reversed().stream()
        .filter(entry -> entry.type().name().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static NewEvent plain(NewEvent event) {
    return new NewEvent(event.type(), event.payload());
  }

  private List<Entry> replaced(Entry entry, UnaryOperator<NewEvent> change) {
    NewEvent event = change.apply(new NewEvent(entry.type(), entry.payload()));
    List<Entry> all = new ArrayList<>(entries);
    all.set((int) entry.position() - 1, resealed(entry, event));
    return all;
  }

  private Entry resealed(Entry entry, NewEvent event) {
    return resealed(entry, event, entry.provenance());
  }

  private Entry resealed(Entry entry, NewEvent event, Provenance provenance) {
    Append append =
        new Append(
            entry.commandId(),
            entry.commandDigest(),
            provenance,
            List.of(
                new Write(
                    entry.stream(), ExpectedVersion.exactly(entry.version() - 1), List.of(event))),
            List.of());
    Slot slot = new Slot(entry.position(), entry.stream(), entry.version(), entry.recordedAt());
    return codec.seal(slot, event, append, entry.salt());
  }

  private SignatureAudit audited(Extent extent) {
    SignatureAudit audit = new SignatureAudit(branch.ledger().charter().origin(), extent);
    audit.take(entries);
    assertEquals(List.of(), audit.finish());
    return audit;
  }

  private List<Finding> audit(List<Entry> all) {
    SignatureAudit audit = new SignatureAudit(branch.ledger().charter().origin(), Extent.ALL);
    audit.take(all);
    return audit.finish();
  }

  private void assertFound(Entry entry, String what, List<Entry> tampered) {
    assertEquals(
        List.of(entry.position() + ": " + what),
        audit(tampered).stream().map(found -> found.position() + ": " + found.what()).toList());
  }
}
