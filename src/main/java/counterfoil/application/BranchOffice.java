package counterfoil.application;

import counterfoil.application.acts.Scene;
import counterfoil.application.acts.Scene.Branch;
import counterfoil.application.acts.Scene.Seconded;
import counterfoil.application.dispatch.Dispatcher;
import counterfoil.application.notary.Notary;
import counterfoil.application.signin.SignIn;
import counterfoil.application.signin.SignedInPerson;
import counterfoil.domain.approval.ActText;
import counterfoil.domain.till.TillId;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What all sessions of a ledger share. */
record BranchOffice(
    Dispatcher dispatcher,
    Acts acts,
    Particulars particulars,
    Outcomes outcomes,
    SignIn signIn,
    InTurn inTurn,
    InterestAccrual interest,
    InstantSource clock,
    Branch branch,
    Optional<Notary> notary) {

  Scene scene(
      SignedInPerson person,
      UUID commandId,
      byte[] digest,
      Supplier<ActText> text,
      Optional<TillId> till,
      Seconded seconded) {
    return new Scene(
        branch,
        person.name(),
        person.workstation(),
        commandId,
        digest,
        text,
        clock.instant(),
        till,
        seconded,
        person.hand(),
        Map.of());
  }
}
