package counterfoil.eventstore;

/**
 * The stable name of a kind of event and the version of its payload's shape, from 1. Independent of
 * any class name, so that code can be renamed and history stays readable.
 */
public record EventType(String name, int schema) {
  public static final int MAX_NAME_LENGTH = 60;

  public EventType {
    if (name.isEmpty() || name.length() > MAX_NAME_LENGTH || schema < 1) {
      throw new IllegalArgumentException(
          "an event type has a name of 1 to 60 characters and a version from 1");
    }
  }
}
