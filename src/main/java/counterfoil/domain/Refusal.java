package counterfoil.domain;

/**
 * Why a command was not carried out. A refusal is an answer, not a fault: it carries a code of its
 * own and the figures a person needs to do better. Nothing was recorded. Each room of the domain
 * has a sealed family of them.
 */
public interface Refusal {
  /** The stable code that scripts see; screens turn it into a sentence. */
  String code();
}
