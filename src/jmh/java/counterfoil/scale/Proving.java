package counterfoil.scale;

import counterfoil.application.Ledger;
import counterfoil.application.StoredLedgers;
import counterfoil.application.notary.Examination;
import counterfoil.application.notary.Notary;
import counterfoil.application.notary.ProofReader;
import counterfoil.application.notary.Workstation;
import counterfoil.eventstore.Progress;
import counterfoil.proof.VerifierKey;
import counterfoil.scale.Figures.Times;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Proving any entry of a large ledger, that it continues what it was, and checking a receipt. */
public final class Proving {
  private static final int PROOFS = 300;

  private Proving() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    var workstation = new Workstation("bench", folder.resolveSibling("workstation"));
    var ledgers = new StoredLedgers(InstantSource.system(), Optional.of(workstation));
    try (Ledger ledger = ledgers.open(folder, Progress.NONE)) {
      Notary notary = ledger.notary().orElseThrow();
      notary.sign();
      long entries = ledger.head().position();
      var random = new Random(5);
      List<byte[]> receipts = new ArrayList<>();
      Times proofs =
          Figures.times(
              PROOFS,
              () -> {
                long position = 1 + random.nextLong(entries);
                String proof = notary.prove(position).orElseThrow().toText();
                receipts.add(proof.getBytes(StandardCharsets.UTF_8));
              });
      Times consistency =
          Figures.times(
              PROOFS, () -> notary.proofs().consistency(1 + random.nextLong(entries), entries));
      Iterator<byte[]> again = receipts.iterator();
      Times checks = Figures.times(PROOFS, () -> valid(notary.check(again.next())));
      List<VerifierKey> keys = notary.trusted();
      String origin = ledger.charter().origin();
      Iterator<byte[]> alone = receipts.iterator();
      Times withKey =
          Figures.times(PROOFS, () -> valid(ProofReader.examine(alone.next(), origin, keys)));
      int longest = receipts.stream().mapToInt(proof -> proof.length).max().orElseThrow();
      Figures.line("proof of an entry, with its checkpoint", "%s (20 ms wanted)", proofs);
      Figures.line("proof of consistency with any size", "%s", consistency);
      Figures.line("check of a receipt against the ledger", "%s (50 ms wanted)", checks);
      Figures.line("check of a receipt with the key alone", "%s", withKey);
      Figures.line("longest proof", "%,d bytes", longest);
    }
  }

  private static void valid(Examination examination) {
    if (!(examination instanceof Examination.Valid)) {
      throw new IllegalStateException(examination.toString());
    }
  }
}
