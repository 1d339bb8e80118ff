package counterfoil.projection;

import counterfoil.domain.branch.Settings;
import counterfoil.domain.staff.StaffName;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.Provenance;
import counterfoil.payload.AccountEvents;
import counterfoil.payload.BranchEvents;
import counterfoil.payload.TillEvents;
import counterfoil.projection.DayInquiries.Stretch;
import counterfoil.projection.ExceptionLine.Kind;
import counterfoil.projection.ExceptionLine.Review;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;

/** What a supervisor looks at of a business date. As {@link Inquiries} in everything else. */
public final class ExceptionInquiries {
  private final Query query;
  private final StreamLoader loader;
  private final Rows rows;
  private final DayInquiries days;

  ExceptionInquiries(
      DataSource database, EventStore store, CurrencyUnit currency, DayInquiries days) {
    this.query = new Query(database);
    this.loader = new StreamLoader(store, database);
    this.rows = new Rows(currency);
    this.days = days;
  }

  /**
   * The exceptions of a business date in the order of the ledger, each act once. Opening hours are
   * those at the end of that date.
   *
   * @param zone where the branch is
   */
  public List<ExceptionLine> exceptions(LocalDate date, ZoneId zone) {
    Acts acts = new Acts();
    days.eachEntryOn(date, acts::note);
    return exceptions(date, zone, acts);
  }

  /**
   * The same, for somebody who has read the date's entries already.
   *
   * @param acts has heard of all of them
   */
  public List<ExceptionLine> exceptions(LocalDate date, ZoneId zone, Acts acts) {
    Map<Long, Set<Kind>> kinds = new TreeMap<>();
    for (Stretch stretch : days.stretches(date)) {
      new Search(stretch, zone, acts.imported, kinds).run(date);
    }
    return lines(acts, kinds);
  }

  /**
   * Which of a date's entries belong together, learnt in one go: asked one by one, it would take
   * far longer.
   */
  public static final class Acts {
    private final Map<Long, UUID> commands = new HashMap<>();
    private final Map<UUID, List<Long>> positions = new HashMap<>();
    private final Set<Long> imported = new HashSet<>();

    /** Hears of an entry; in the order of the ledger. */
    public void note(Entry entry) {
      commands.put(entry.position(), entry.commandId());
      positions.computeIfAbsent(entry.commandId(), _ -> new ArrayList<>(1)).add(entry.position());
      if (entry.provenance().reason().filter(Provenance.IMPORTED::equals).isPresent()) {
        imported.add(entry.position());
      }
    }

    /** The act of an entry; what was appended while this was read stands for itself. */
    List<Long> of(long position) {
      UUID command = commands.get(position);
      return command == null
          ? List.of(position)
          : positions.getOrDefault(command, List.of(position));
    }
  }

  /** One line for each act: its first entry that is exceptional stands for it. */
  private List<ExceptionLine> lines(Acts acts, Map<Long, Set<Kind>> kinds) {
    Map<List<Long>, Long> first = new HashMap<>();
    Map<Long, Set<Kind>> standing = new TreeMap<>();
    kinds.forEach((position, own) -> {
      long stands = first.computeIfAbsent(acts.of(position), _ -> position);
      standing.computeIfAbsent(stands, _ -> EnumSet.noneOf(Kind.class)).addAll(own);
    });
    Map<Long, Review> reviews = reviews(standing.keySet());
    List<ExceptionLine> lines = new ArrayList<>();
    query.each(
        Rows.SELECT_JOURNAL + " WHERE position = ANY (?) ORDER BY position",
        rows::journal,
        line ->
            lines.add(
                new ExceptionLine(
                    line,
                    standing.getOrDefault(line.position(), Set.of()),
                    acts.of(line.position()),
                    Optional.ofNullable(reviews.get(line.position())))),
        (Object) standing.keySet().toArray(Long[]::new));
    return List.copyOf(lines);
  }

  private Map<Long, Review> reviews(Set<Long> positions) {
    Map<Long, Review> reviews = new HashMap<>();
    query.each(
        "SELECT position, signed_by, signed_at, comment FROM review WHERE position = ANY (?)",
        row -> {
          var review =
              new Review(
                  new StaffName(row.getString(2)),
                  JournalRow.instant(row.getLong(3)),
                  row.getString(4));
          reviews.put(row.getLong(1), review);
          return review;
        },
        _ -> {},
        (Object) positions.toArray(Long[]::new));
    return reviews;
  }

  /** Looks through one stretch. */
  private final class Search {
    private final Stretch stretch;
    private final ZoneId zone;
    private final Set<Long> imported;
    private final Map<Long, Set<Kind>> found;
    private final Settings settings;
    private final Map<String, String> fullNames = new HashMap<>();

    Search(Stretch stretch, ZoneId zone, Set<Long> imported, Map<Long, Set<Kind>> found) {
      this.stretch = stretch;
      this.zone = zone;
      this.imported = imported;
      this.found = found;
      this.settings = loader.loadAsOf(BranchEvents.STREAM, BranchEvents.KIND, stretch.to()).state();
    }

    void run(LocalDate date) {
      query.each(
          "SELECT name, full_name FROM staff",
          row -> fullNames.put(row.getString(1), Query.searchable(row.getString(2))),
          _ -> {});
      Map<String, Map<String, List<Long>>> ownCandidates = new HashMap<>();
      query.each(
          Rows.SELECT_JOURNAL + " WHERE position BETWEEN ? AND ? ORDER BY position",
          rows::journal,
          line -> {
            look(line);
            if (line.account().isPresent() && fullNames.containsKey(line.actor())) {
              ownCandidates
                  .computeIfAbsent(line.account().get().value(), _ -> new HashMap<>())
                  .computeIfAbsent(line.actor(), _ -> new ArrayList<>())
                  .add(line.position());
            }
          },
          stretch.from(),
          stretch.to());
      ownAccounts(ownCandidates);
      closedOnOpening(date);
      closedByOthers();
    }

    private void look(JournalLine line) {
      if (!line.approver().isEmpty()) {
        add(line.position(), Kind.OVERRIDE);
      }
      switch (line.type()) {
        case AccountEvents.TRANSACTION_REVERSED -> add(line.position(), Kind.REVERSAL);
        case TillEvents.CASH_OVER_SHORT_BOOKED -> add(line.position(), Kind.OVER_SHORT);
        default -> {}
      }
      if (line.amount().isPresent() && isAfterHours(line)) {
        add(line.position(), Kind.AFTER_HOURS);
      }
    }

    /** History that was taken over has no hours. */
    private boolean isAfterHours(JournalLine line) {
      LocalTime time = line.recordedAt().atZone(zone).toLocalTime();
      return settings.isAfterHours(time) && !imported.contains(line.position());
    }

    private void ownAccounts(Map<String, Map<String, List<Long>>> candidates) {
      Map<String, Set<String>> holders = holders(candidates.keySet());
      candidates.forEach((account, actors) ->
          actors.forEach((actor, positions) -> {
            String name = fullNames.getOrDefault(actor, "");
            if (holders.getOrDefault(account, Set.of()).contains(name)) {
              positions.forEach(position -> add(position, Kind.OWN_ACCOUNT));
            }
          }));
    }

    private Map<String, Set<String>> holders(Set<String> accounts) {
      Map<String, Set<String>> holders = new HashMap<>();
      Object wanted = accounts.toArray(String[]::new);
      for (String sql :
          List.of(
              "SELECT number, holder_order FROM account WHERE number = ANY (?)",
              "SELECT h.account, c.name_order FROM account_holder h"
                  + " JOIN customer c ON c.number = h.customer WHERE h.account = ANY (?)")) {
        query.each(
            sql,
            row ->
                holders
                    .computeIfAbsent(row.getString(1), _ -> new HashSet<>())
                    .add(row.getString(2)),
            _ -> {},
            wanted);
      }
      return holders;
    }

    private void closedOnOpening(LocalDate date) {
      query.each(
          "SELECT last_position FROM account WHERE closed_on = ? AND opened_on = ?"
              + " AND last_position BETWEEN ? AND ?",
          row -> row.getLong(1),
          position -> add(position, Kind.OPENED_AND_CLOSED),
          date,
          date,
          stretch.from(),
          stretch.to());
    }

    private void closedByOthers() {
      for (String sql :
          List.of(
              "SELECT last_position FROM till_session WHERE closed_by <> ''"
                  + " AND closed_by <> teller AND last_position BETWEEN ? AND ?",
              "SELECT closed_position FROM business_day WHERE forced"
                  + " AND closed_position BETWEEN ? AND ?")) {
        query.each(
            sql,
            row -> row.getLong(1),
            position -> add(position, Kind.FORCED_CLOSING),
            stretch.from(),
            stretch.to());
      }
    }

    private void add(long position, Kind kind) {
      found.computeIfAbsent(position, _ -> EnumSet.noneOf(Kind.class)).add(kind);
    }
  }
}
