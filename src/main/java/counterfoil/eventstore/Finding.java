package counterfoil.eventstore;

/**
 * Something that is not as it was recorded.
 *
 * @param position the entry that it concerns, or the first one from which nothing is certain
 * @param what in words for an auditor, without anything of the entry's content
 */
public record Finding(long position, String what) {}
