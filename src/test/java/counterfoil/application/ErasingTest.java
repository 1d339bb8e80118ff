package counterfoil.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import counterfoil.application.acts.Erasing;
import counterfoil.application.acts.Erasing.Dossier;
import counterfoil.application.acts.Plan;
import counterfoil.application.acts.Scene;
import counterfoil.application.acts.Scene.Seconded;
import counterfoil.application.dispatch.Dispatcher;
import counterfoil.application.dispatch.SigningDesk;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.approval.ActText;
import counterfoil.domain.customer.CustomerEvent.CustomerErased;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.customer.ErasedEntry;
import counterfoil.domain.staff.StaffName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands against an erasure, whatever was gathered for it. */
class ErasingTest {
  private static final CustomerNumber NADIA = new CustomerNumber("C-000001");
  private static final String SHA_256 = "0".repeat(64);

  private final StaffedBranch branch = new StaffedBranch();

  @BeforeEach
  void openTheDay() {
    branch.open();
  }

  @AfterEach
  void closeTheBranch() {
    branch.close();
  }

  private static List<ErasedEntry> entries(int count) {
    return LongStream.rangeClosed(1, count).mapToObj(p -> new ErasedEntry(p, SHA_256)).toList();
  }

  private Plan plan(String who, Dossier dossier) {
    Ledger ledger = branch.ledger();
    var text = new ActText(List.of());
    var scene =
        new Scene(
            new Scene.Branch("Riverside branch", StaffedBranch.EUR, ledger.zone()),
            new StaffName(who),
            StaffedBranch.WORKSTATION,
            UUID.randomUUID(),
            new byte[32],
            () -> text,
            ledger.clock().instant(),
            Optional.empty(),
            new Seconded.Alone(),
            Optional.empty(),
            Map.of());
    var act = new Erasing(scene, new Order.EraseCustomer(NADIA, "Asked"), dossier);
    var dispatcher =
        new Dispatcher(
            ledger.store(),
            new SigningDesk(ledger.store(), ledger.charter().origin()),
            subject -> ledger.streams().load(subject.stream(), subject.kind()),
            Optional::empty,
            false);
    return dispatcher.rehearse(act, act::rehearsed, _ -> List.of()).plan();
  }

  private void assertRefused(String code, Plan plan) {
    Refusal refusal = assertInstanceOf(Plan.Refused.class, plan).refusal();
    assertEquals(code, refusal.code());
  }

  @Test
  void as_many_entries_as_one_erasure_names_are_erased_and_one_more_are_not() {
    int most = CustomerErased.MAX_ENTRIES;
    assertInstanceOf(Plan.Ready.class, plan("ada", new Dossier(0, Map.of(), 0, entries(most))));
    assertRefused("erasure_too_large", plan("ada", new Dossier(0, Map.of(), 0, entries(most + 1))));
  }

  @Test
  void what_was_recorded_after_all_was_gathered_must_be_gathered_too() {
    assertRefused("erasure_overtaken", plan("ada", new Dossier(-1, Map.of(), 0, entries(1))));
  }

  @Test
  void pending_acts_come_first_then_open_accounts() {
    Map<AccountNumber, Long> open = Map.of(StaffedBranch.NADIA, 0L);
    assertRefused("erasure_pending", plan("ada", new Dossier(0, open, 1, entries(1))));
    assertRefused("erasure_account_open", plan("ada", new Dossier(0, open, 0, entries(1))));
  }

  @Test
  void only_an_administrator_erases() {
    Dossier dossier = new Dossier(0, Map.of(), 0, entries(1));
    assertRefused("not_permitted", plan("lucia", dossier));
    assertRefused("not_permitted", plan("amara", dossier));
    assertInstanceOf(Plan.Ready.class, plan("ada", dossier));
  }
}
