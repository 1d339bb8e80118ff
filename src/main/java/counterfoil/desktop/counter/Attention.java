package counterfoil.desktop.counter;

import java.util.Optional;

/**
 * Where the cursor is to go.
 *
 * @param count tells one wish from the next, which may be for the same place
 * @param field of the form; nothing for the field that finds an account
 */
public record Attention(long count, Optional<Field> field) {
  static final Attention FIND = new Attention(0, Optional.empty());

  Attention next(Optional<Field> place) {
    return new Attention(count + 1, place);
  }
}
