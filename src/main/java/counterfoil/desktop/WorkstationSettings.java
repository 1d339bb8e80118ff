package counterfoil.desktop;

import counterfoil.desktop.kit.Theme;
import counterfoil.eventstore.ServerAddress;
import counterfoil.report.layout.PaperFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What this workstation remembers from one day to the next, in a small file beside the ledger.
 *
 * @param language nothing where nobody has chosen: then it is the system's
 * @param server where the branch's ledger is, if not on this machine
 * @param window nothing before the first time
 * @param receiptPaper what receipts are printed on here
 */
record WorkstationSettings(
    Optional<Locale> language,
    Theme.Choice theme,
    Optional<String> person,
    Optional<String> workstation,
    Optional<ServerAddress> server,
    Optional<Bounds> window,
    PaperFormat receiptPaper) {
  private static final String FILE = "workstation.properties";

  static final WorkstationSettings NONE =
      new WorkstationSettings(
          Optional.empty(),
          Theme.Choice.SYSTEM,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          PaperFormat.ROLL_80);

  /** Where the window was. */
  record Bounds(double x, double y, double width, double height, boolean maximized) {
    private static Optional<Bounds> parse(String text) {
      try {
        var parts = text.split(" ");
        var figures =
            Stream.of(parts).limit(4).mapToDouble(Double::parseDouble).filter(Double::isFinite);
        var all = figures.toArray();
        return all.length == 4 && parts.length == 5
            ? Optional.of(
                new Bounds(all[0], all[1], all[2], all[3], Boolean.parseBoolean(parts[4])))
            : Optional.empty();
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }

    private String text() {
      return x + " " + y + " " + width + " " + height + " " + maximized;
    }
  }

  /** What the file says; a line that cannot be understood counts as missing. */
  static WorkstationSettings read(Path folder) {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(folder.resolve(FILE))) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      // Settings are a convenience: without them the workstation starts as it did the first time.
      return NONE;
    }
    return new WorkstationSettings(
        text(properties, "language").map(Locale::forLanguageTag),
        text(properties, "theme").flatMap(WorkstationSettings::theme).orElse(Theme.Choice.SYSTEM),
        text(properties, "person"),
        text(properties, "workstation"),
        text(properties, "server").flatMap(WorkstationSettings::server),
        text(properties, "window").flatMap(Bounds::parse),
        text(properties, "receipt_paper")
            .flatMap(WorkstationSettings::paper)
            .orElse(PaperFormat.ROLL_80));
  }

  private static Optional<String> text(Properties properties, String key) {
    return Optional.ofNullable(properties.getProperty(key)).filter(value -> !value.isBlank());
  }

  private static Optional<Theme.Choice> theme(String name) {
    return Stream.of(Theme.Choice.values())
        .filter(choice -> choice.name().equalsIgnoreCase(name))
        .findFirst();
  }

  private static Optional<PaperFormat> paper(String name) {
    return Stream.of(PaperFormat.values())
        .filter(format -> format.name().equalsIgnoreCase(name))
        .findFirst();
  }

  private static Optional<ServerAddress> server(String text) {
    try {
      return Optional.of(ServerAddress.parse(text, ""));
    } catch (ServerAddress.Malformed _) {
      return Optional.empty();
    }
  }

  /** Writes the file anew; a crash in the middle leaves the old one. */
  void write(Path folder) throws IOException {
    var properties = new Properties();
    language.ifPresent(chosen -> properties.setProperty("language", chosen.toLanguageTag()));
    properties.setProperty("theme", theme.name().toLowerCase(Locale.ROOT));
    person.ifPresent(name -> properties.setProperty("person", name));
    workstation.ifPresent(name -> properties.setProperty("workstation", name));
    server.ifPresent(address -> properties.setProperty("server", address.toString()));
    window.ifPresent(bounds -> properties.setProperty("window", bounds.text()));
    properties.setProperty("receipt_paper", receiptPaper.name().toLowerCase(Locale.ROOT));
    Files.createDirectories(folder);
    var draft = folder.resolve(FILE + ".new");
    try (var writer = Files.newBufferedWriter(draft)) {
      properties.store(writer, "Counterfoil: this workstation");
    }
    Files.move(draft, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
  }

  WorkstationSettings withLanguage(Locale chosen) {
    return new WorkstationSettings(
        Optional.of(chosen), theme, person, workstation, server, window, receiptPaper);
  }

  WorkstationSettings withTheme(Theme.Choice chosen) {
    return new WorkstationSettings(
        language, chosen, person, workstation, server, window, receiptPaper);
  }

  WorkstationSettings withNames(String personName, String workstationName) {
    return new WorkstationSettings(
        language,
        theme,
        Optional.of(personName),
        Optional.of(workstationName),
        server,
        window,
        receiptPaper);
  }

  WorkstationSettings withServer(Optional<ServerAddress> address) {
    return new WorkstationSettings(
        language, theme, person, workstation, address, window, receiptPaper);
  }

  WorkstationSettings withWindow(Bounds bounds) {
    return new WorkstationSettings(
        language, theme, person, workstation, server, Optional.of(bounds), receiptPaper);
  }

  WorkstationSettings withName(String chosen) {
    return new WorkstationSettings(
        language, theme, person, Optional.of(chosen), server, window, receiptPaper);
  }

  WorkstationSettings withReceiptPaper(PaperFormat chosen) {
    return new WorkstationSettings(language, theme, person, workstation, server, window, chosen);
  }
}
