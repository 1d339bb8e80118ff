package counterfoil.payload;

/**
 * How the states of a kind of stream are written down in snapshots.
 *
 * @param <S> the state, immutable
 */
public interface StateForm<S> {
  /**
   * Names the written form and the very code that folds events into states, so that no snapshot
   * outlives a change of either; see {@link FoldName}.
   */
  String fold();

  byte[] encode(S state);

  /**
   * @throws UnknownEvent if the bytes are not a state
   */
  S decode(byte[] bytes);
}
