package counterfoil.desktop.counter;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The counter's form as typed.
 *
 * @param texts what stands in each field that has been typed in
 * @param payout whether closing hands out what is left
 * @param hold the hold to be released
 * @param id names what the act brings into being: a hold
 */
record Slip(Act act, Map<Field, String> texts, boolean payout, Optional<UUID> hold, UUID id) {
  Slip {
    texts = Map.copyOf(texts);
  }

  /** What stands in a field, without spaces at its ends; empty where nothing was typed. */
  String text(Field field) {
    return texts.getOrDefault(field, "").strip();
  }
}
