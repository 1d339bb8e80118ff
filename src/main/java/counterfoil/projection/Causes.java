package counterfoil.projection;

import java.util.List;

/**
 * What led to an entry and what came of it, outside its own act.
 *
 * @param causes positions, ascending: the reversed entry, or the request and the grant of an
 *     approval
 * @param effects positions, ascending: the reversal, or what became of an approval
 */
public record Causes(List<Long> causes, List<Long> effects) {
  static final Causes NONE = new Causes(List.of(), List.of());

  public Causes {
    causes = causes.stream().sorted().distinct().toList();
    effects = effects.stream().sorted().distinct().toList();
  }
}
