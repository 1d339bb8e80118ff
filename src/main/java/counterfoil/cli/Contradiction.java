package counterfoil.cli;

import counterfoil.eventstore.Finding;

/**
 * What `verify` says is wrong.
 *
 * @param position the entry that it concerns; 0 for none
 * @param what in words
 */
record Contradiction(long position, String what) {
  static Contradiction of(Finding finding) {
    return new Contradiction(finding.position(), finding.what());
  }
}
