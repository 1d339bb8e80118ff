package counterfoil.domain.customer;

import java.util.List;

/** Something that happened to what the branch knows of one customer. */
public sealed interface CustomerEvent {
  CustomerNumber number();

  /** The customer is known from here on. */
  record CustomerRegistered(CustomerNumber number, CustomerDetails details)
      implements CustomerEvent {}

  /** The whole of the details, as they were and as they are from here on. */
  record CustomerDetailsChanged(
      CustomerNumber number, CustomerDetails before, CustomerDetails after)
      implements CustomerEvent {}

  /**
   * What is personal in the branch's records of the customer is gone from here on, or will be once
   * this is carried out.
   *
   * @param entries those that it was in, each once, in the order of positions
   */
  record CustomerErased(CustomerNumber number, String reason, List<ErasedEntry> entries)
      implements CustomerEvent {
    /** So many are named in one event. */
    public static final int MAX_ENTRIES = 10_000;

    /**
     * @throws IllegalArgumentException if there are too many, or they are not in order
     */
    public CustomerErased {
      entries = List.copyOf(entries);
      if (entries.size() > MAX_ENTRIES) {
        throw new IllegalArgumentException("more than " + MAX_ENTRIES + " entries");
      }
      for (int i = 1; i < entries.size(); i++) {
        if (entries.get(i - 1).position() >= entries.get(i).position()) {
          throw new IllegalArgumentException("entries out of order");
        }
      }
    }
  }
}
