package counterfoil.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When, where and by whom what a paper says was done.
 *
 * @param at of what is on the paper, not of its printing: a copy carries the same
 */
public record Imprint(
    LocalDate businessDate,
    Instant at,
    String workstation,
    Optional<String> tillSession,
    String staff) {}
