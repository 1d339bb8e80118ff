package counterfoil.desktop.settings;

import static counterfoil.application.StaffedBranch.euros;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Session;
import counterfoil.application.StaffedBranch;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.DirectBackground;
import counterfoil.desktop.kit.Texts;
import counterfoil.domain.branch.LimitName;
import counterfoil.domain.branch.SettingName;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffCommand.SuspendStaff;
import counterfoil.domain.staff.StaffName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Settings changed over a real ledger, with what its entries tell of it. */
class SettingsViewModelTest {
  private final StaffedBranch branch = new StaffedBranch();
  private final SettingsViewModel settings = of(branch.administrator());

  @AfterEach
  void close() {
    branch.close();
  }

  private SettingsViewModel of(Session session) {
    var made =
        new SettingsViewModel(
            branch.ledger(),
            new Desk(StaffedBranch.waiting(session), Runnable::run, Runnable::run),
            new DirectBackground(),
            () -> Locale.ENGLISH);
    made.refresh();
    return made;
  }

  private static SettingField field(SettingsViewModel of, String code) {
    return List.of(Section.values()).stream()
        .flatMap(section -> of.fields(section).stream())
        .filter(field -> field.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private void save(String code, String text) {
    var field = field(settings, code);
    field.textProperty().set(text);
    settings.save(field);
  }

  private List<String> history(Section section) {
    var texts = new Texts(Locale.ENGLISH);
    return settings.shownProperty().get().orElseThrow().history().stream()
        .filter(line -> line.section() == section)
        .map(line ->
            "%s: %s -> %s by %s"
                .formatted(
                    texts.text(line.what()),
                    texts.text(line.before()),
                    texts.text(line.after()),
                    line.who()))
        .toList();
  }

  @Test
  void a_limit_is_set_and_taken_away_and_the_history_tells_both() {
    save("till.soft", "1,600.00");
    assertEquals(
        Optional.of(euros("1600.00")), branch.ledger().settings().limit(LimitName.TILL_SOFT));
    save("till.soft", "");
    assertEquals(Optional.empty(), branch.ledger().settings().limit(LimitName.TILL_SOFT));
    assertEquals(
        List.of(
            "Till: soft limit: 1,600.00 EUR -> none by Ada Berg",
            "Till: soft limit: 50,000.00 EUR -> 1,600.00 EUR by Ada Berg"),
        history(Section.LIMITS).subList(0, 2));
  }

  @Test
  void what_will_not_do_stands_under_its_field_and_stays_typed() {
    for (var wrong : List.of("0", "-5", "1,5", "lots")) {
      save("till.hard", wrong);
      assertTrue(field(settings, "till.hard").problemProperty().get().isPresent(), wrong);
      assertEquals(wrong, field(settings, "till.hard").textProperty().get());
    }
    save("opening_hours", "16:00-08:30");
    assertTrue(field(settings, "opening_hours").problemProperty().get().isPresent());
    save("denominations", "50 20 7");
    assertTrue(field(settings, "denominations").problemProperty().get().isPresent());
    assertTrue(history(Section.LIMITS).stream().allMatch(line -> line.endsWith("by founder")));
    field(settings, "till.hard").undo();
    assertEquals("100000.00", field(settings, "till.hard").textProperty().get());
  }

  @Test
  void names_hours_and_notes_are_changed() {
    save("branch.name", "Riverside, the old mill");
    save("opening_hours", "08:30-16:00");
    save("denominations", "50 20 10 5 2 1 0.50");
    var now = branch.ledger().settings();
    assertEquals(Optional.of("Riverside, the old mill"), now.branchName());
    assertEquals("08:30-16:00", now.text(SettingName.OPENING_HOURS));
    assertEquals(7, now.denominations(StaffedBranch.EUR).faces().size());
    assertFalse(field(settings, "branch.name").changed());
    assertEquals(1, history(Section.CASH).size());
  }

  @Test
  void somebody_is_added_and_suspended_and_passwords_are_wiped() {
    char[] weak = "abc".toCharArray();
    var ben = new StaffName("ben");
    settings.withPassword(ben, weak, this::adding, () -> {});
    assertTrue(settings.problemProperty().get().isPresent());
    assertArrayEquals(new char[3], weak);
    char[] good = "seven green bicycles".toCharArray();
    settings.withPassword(ben, good, this::adding, () -> {});
    assertEquals(Optional.empty(), settings.problemProperty().get());
    assertArrayEquals(new char[good.length], good);
    settings.manage(new SuspendStaff(ben, "on leave"), () -> {});
    assertTrue(branch.ledger().inquiries().branch().staff(ben).orElseThrow().suspended());
    assertEquals(
        List.of(
            "ben suspended: none -> on leave by Ada Berg",
            "ben added: none -> Ben Mensah by Ada Berg"),
        history(Section.STAFF).subList(0, 2));
  }

  private AddStaffMember adding(counterfoil.domain.staff.Credential credential) {
    return new AddStaffMember(new StaffName("ben"), "Ben Mensah", Set.of(Role.TELLER), credential);
  }

  @Test
  void others_look_and_change_nothing() {
    var teller = of(branch.teller());
    assertTrue(teller.whyNot(Section.LIMITS).isPresent());
    assertTrue(teller.whyNot(Section.STAFF).isPresent());
    assertTrue(teller.whyNot(Section.WORKSTATION).isEmpty());
    var field = field(teller, "till.soft");
    field.textProperty().set("5.00");
    long before = branch.ledger().head().position();
    teller.save(field);
    assertEquals(before, branch.ledger().head().position());
    assertTrue(of(branch.headTeller()).mayUnlock());
  }

  @Test
  void every_setting_and_limit_has_a_field_with_words() {
    var texts = new Texts(Locale.ENGLISH);
    for (var section : Section.values()) {
      for (var field : settings.fields(section)) {
        assertFalse(texts.get("settings.field." + field.word()).isBlank());
        assertFalse(texts.get("settings.help." + field.word()).isBlank());
      }
    }
    assertEquals(LimitName.values().length, settings.fields(Section.LIMITS).size());
  }
}
