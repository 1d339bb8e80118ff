package counterfoil.payload;

import counterfoil.eventstore.LaterVersion;
import counterfoil.eventstore.StreamName;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every kind of stream that this program knows. */
public final class StreamKinds {
  public static final List<StreamKind<?, ?>> ALL =
      List.of(
          AccountEvents.KIND,
          ApprovalEvents.KIND,
          BranchEvents.KIND,
          ChequeEvents.KIND,
          CustomerEvents.KIND,
          DayEvents.KIND,
          ReviewEvents.KIND,
          StaffEvents.KIND,
          TillEvents.KIND,
          WorkstationEvents.KIND);

  private static final Map<String, StreamKind<?, ?>> BY_CATEGORY =
      ALL.stream().collect(Collectors.toUnmodifiableMap(StreamKind::category, Function.identity()));

  private StreamKinds() {}

  /**
   * The kind of a stream.
   *
   * @throws LaterVersion if no kind has its category
   */
  public static StreamKind<?, ?> of(StreamName stream) {
    StreamKind<?, ?> kind = BY_CATEGORY.get(stream.category());
    if (kind == null) {
      throw new LaterVersion("an entry of the unknown category " + stream.category());
    }
    return kind;
  }
}
