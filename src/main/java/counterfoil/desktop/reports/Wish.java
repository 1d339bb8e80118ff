package counterfoil.desktop.reports;

import java.time.LocalDate;

/**
 * What paper is wanted.
 *
 * @param to the last date of a period; as {@code from} where only one date is asked for
 * @param session a till session's name, or empty
 * @param account an account's number as typed, or empty
 * @param entry an entry's number as typed, or empty
 */
record Wish(
    Kind kind, LocalDate from, LocalDate to, String session, String account, String entry) {}
