package counterfoil.proof;

import java.util.function.Function;

/**
 * The outcome of reading or verifying something that anyone may have written: the thing itself, or
 * what is wrong with it. Nothing here ever throws at what it is given.
 */
public sealed interface Checked<T> {
  /** Nothing is wrong with it. */
  record Good<T>(T value) implements Checked<T> {}

  /** It proves nothing. */
  record Refused<T>(Flaw flaw) implements Checked<T> {}

  static <T> Checked<T> good(T value) {
    return new Good<>(value);
  }

  static <T> Checked<T> refused(Flaw flaw) {
    return new Refused<>(flaw);
  }

  /** What comes next if this is good; the same flaw otherwise. */
  default <U> Checked<U> then(Function<? super T, Checked<U>> next) {
    return switch (this) {
      case Good<T>(T value) -> next.apply(value);
      case Refused<T>(Flaw flaw) -> refused(flaw);
    };
  }
}
