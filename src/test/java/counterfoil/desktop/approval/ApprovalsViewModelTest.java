package counterfoil.desktop.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Order.Serve;
import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import counterfoil.application.Session;
import counterfoil.desktop.StaffedBranch;
import counterfoil.desktop.kit.DirectBackground;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.PromptSession;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.approval.ActText;
import counterfoil.domain.staff.StaffName;
import counterfoil.projection.ApprovalLine;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApprovalsViewModelTest {
  private final StaffedBranch branch = new StaffedBranch();
  private final Posting posting =
      Posting.of(
          new Serve(new Withdraw(StaffedBranch.ACCOUNT, BigMoney.parse("EUR 60"), Details.NONE)));

  @BeforeEach
  void ask() {
    branch.limit("approval.cash_out", "50.00");
    branch.teller().requestApproval(posting).join();
  }

  @AfterEach
  void closeTheBranch() {
    branch.close();
  }

  private ApprovalsViewModel queueOf(Session session) {
    var model =
        new ApprovalsViewModel(
            new PromptSession(session).desk(),
            new LedgerApprovals(branch.ledger()),
            branch.ledger().inquiries()::account,
            new DirectBackground(),
            branch.ledger().clock());
    model.refresh();
    return model;
  }

  private static Optional<String> key(Optional<Message> message) {
    return message.map(Message::key);
  }

  @Test
  void the_oldest_request_is_looked_at_with_its_account_beside_it() {
    var queue = queueOf(branch.headTeller());
    assertEquals(1, queue.waitingProperty().get());
    assertEquals("amara", queue.chosenProperty().get().orElseThrow().request().maker().value());
    assertEquals("Nadia Rahimi", queue.accountProperty().get().orElseThrow().holder());
  }

  @Test
  void people_are_called_by_their_full_names() {
    var queue = queueOf(branch.headTeller()).queueProperty().get();
    assertEquals("Amara Okafor", queue.fullName(new StaffName("amara")));
    assertEquals("nobody", queue.fullName(new StaffName("nobody")));
  }

  @Test
  void what_is_approved_can_be_posted_and_stands_among_the_decided() {
    var queue = queueOf(branch.headTeller());
    queue.approve();
    assertEquals(List.of(), queue.queueProperty().get().pending());
    assertEquals(
        ApprovalLine.Status.GRANTED, queue.queueProperty().get().decided().getFirst().status());
    assertTrue(branch.teller().post(posting) instanceof Outcome.Posted);
  }

  @Test
  void a_rejection_needs_a_reason_which_stays_on_record() {
    var queue = queueOf(branch.headTeller());
    queue.reject();
    assertEquals(Optional.of("approval.reason-missing"), key(queue.problemProperty().get()));
    assertEquals(1, queue.queueProperty().get().pending().size());
    queue.reasonProperty().set("passport first");
    queue.reject();
    var decided = queue.queueProperty().get().decided().getFirst();
    assertEquals(ApprovalLine.Status.REJECTED, decided.status());
    assertEquals("passport first", decided.reason());
  }

  @Test
  void nobody_is_offered_to_approve_their_own_request() {
    var own = queueOf(branch.teller());
    assertEquals(0, own.waitingProperty().get());
    assertEquals(Optional.of("approval.own"), key(own.whyNot()));
    own.approve();
    assertEquals(1, own.queueProperty().get().pending().size());
  }

  @Test
  void who_may_not_approve_is_told_so() {
    assertEquals(
        Optional.of("approval.not-allowed"), key(queueOf(branch.administrator()).whyNot()));
  }

  @Test
  void the_text_is_shown_whole_and_names_the_account() {
    var text = queueOf(branch.headTeller()).chosenProperty().get().orElseThrow().request().text();
    assertEquals(Optional.of(StaffedBranch.ACCOUNT), ActText.of(text).account());
    assertEquals(
        text,
        String.join(
            "; ",
            ActText.of(text).parts().stream()
                .map(part ->
                    part.name().isEmpty() ? part.value() : part.name() + ": " + part.value())
                .toList()));
  }
}
