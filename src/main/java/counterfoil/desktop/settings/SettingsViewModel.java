package counterfoil.desktop.settings;

import counterfoil.application.Ledger;
import counterfoil.application.Order;
import counterfoil.application.Outcome;
import counterfoil.desktop.kit.AmountText;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Faults;
import counterfoil.desktop.kit.Handover;
import counterfoil.desktop.kit.LatestQuestion;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Refusals;
import counterfoil.domain.Refusal;
import counterfoil.domain.branch.LimitName;
import counterfoil.domain.branch.SettingName;
import counterfoil.domain.branch.Settings;
import counterfoil.domain.branch.SettingsCommand;
import counterfoil.domain.branch.SettingsCommand.ChangeSetting;
import counterfoil.domain.branch.SettingsCommand.SetDenominations;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import counterfoil.domain.staff.Credential;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.staff.StaffCommand.Administration;
import counterfoil.domain.staff.StaffName;
import counterfoil.projection.StaffLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The branch's settings and people: as they stand, as they shall be, and how they came about. */
public final class SettingsViewModel {
  private final Ledger ledger;
  private final Desk desk;
  private final Background background;
  private final Supplier<Locale> language;
  private final Handover handover;
  private final List<SettingField> fields;
  private final LatestQuestion<Boolean, SettingsShown> question;
  private final ObjectProperty<Section> section = new SimpleObjectProperty<>(Section.BRANCH);
  private final ReadOnlyObjectWrapper<Optional<SettingsShown>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * @param language that amounts are typed in
   */
  public SettingsViewModel(
      Ledger ledger, Desk desk, Background background, Supplier<Locale> language) {
    this.ledger = ledger;
    this.desk = desk;
    this.background = background;
    this.language = language;
    this.handover = new Handover(desk);
    this.fields = fields();
    this.question =
        new LatestQuestion<>(
            background, _ -> read(), (_, now) -> show(now), fault -> failed(fault));
    section.subscribe(_ -> problem.set(Optional.empty()));
  }

  private static List<SettingField> fields() {
    List<SettingField> all = new ArrayList<>();
    for (var name : SettingName.values()) {
      if (name != SettingName.SIGN_IN) {
        boolean lines =
            switch (name) {
              case BRANCH_ADDRESS, RECEIPT_HEADER, RECEIPT_FOOTER -> true;
              case BRANCH_NAME, LOCK_AFTER_MINUTES, OPENING_HOURS, APPROVAL_MINUTES, SIGN_IN ->
                  false;
            };
        all.add(new SettingField(ChangeHistory.section(name), name.code(), lines));
      }
    }
    all.add(new SettingField(Section.CASH, "denominations", false));
    for (var limit : LimitName.values()) {
      all.add(new SettingField(Section.LIMITS, limit.code(), false));
    }
    return List.copyOf(all);
  }

  public ObjectProperty<Section> sectionProperty() {
    return section;
  }

  /** Nothing before the first answer. */
  public ReadOnlyObjectProperty<Optional<SettingsShown>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Why what was asked for of a product or a person was not done. */
  public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty underWayProperty() {
    return handover.underWayProperty();
  }

  List<SettingField> fields(Section of) {
    return fields.stream().filter(field -> field.section() == of).toList();
  }

  Ledger ledger() {
    return ledger;
  }

  String workstation() {
    return desk.actor().workstation();
  }

  /** Why the person at the desk can change nothing in a section. */
  public Optional<Message> whyNot(Section of) {
    if (of == Section.WORKSTATION || desk.may(of.permission())) {
      return Optional.empty();
    }
    return Optional.of(
        Message.of(!desk.staffed() ? "settings.why.no-staff" : "settings.why.administrator"));
  }

  /** Whether the person at the desk can end a lock of somebody's sign-in. */
  boolean mayUnlock() {
    return desk.may(Permission.UNLOCK_SIGN_IN);
  }

  /** Reads again. */
  public void refresh() {
    question.ask(true);
  }

  private SettingsShown read() {
    Settings settings = ledger.settings();
    List<StaffLine> staff = ledger.inquiries().branch().staff();
    return new SettingsShown(
        settings,
        settings.products(ledger.currency()),
        staff,
        new ChangeHistory(ledger, staff).read(staff));
  }

  private void show(SettingsShown now) {
    fields.forEach(field -> field.keep(text(field.code(), now.settings())));
    shown.set(Optional.of(now));
  }

  private String text(String code, Settings settings) {
    if (code.equals("denominations")) {
      return String.join(" ", settings.denominations(ledger.currency()).labels());
    }
    return SettingName.parse(code)
        .map(settings::text)
        .or(() ->
            LimitName.parse(code)
                .map(limit ->
                    settings
                        .limit(limit)
                        .map(money -> money.getAmount().toPlainString())
                        .orElse("")))
        .orElse("");
  }

  private void failed(Throwable fault) {
    problem.set(Optional.of(Faults.message(fault)));
  }

  /** Makes what was typed into a field the rule; does nothing where it is that already. */
  public void save(SettingField field) {
    if (!field.changed() || whyNot(field.section()).isPresent()) {
      return;
    }
    switch (command(field)) {
      case Typed.Wrong(var why) -> field.refused(why);
      case Typed.Right(var command) ->
          hand(new Order.ChangeSettings(command), () -> field.saved(), field::refused);
    }
  }

  private sealed interface Typed {
    record Right(SettingsCommand command) implements Typed {}

    record Wrong(Message why) implements Typed {}
  }

  private Typed command(SettingField field) {
    String text = field.textProperty().get().strip();
    if (field.code().equals("denominations")) {
      return new Typed.Right(new SetDenominations(List.of(text.split("[\\s,;]+"))));
    }
    if (LimitName.parse(field.code()).isEmpty()) {
      return new Typed.Right(new ChangeSetting(field.code(), text));
    }
    if (text.isEmpty()) {
      return new Typed.Right(new SetLimit(field.code(), Optional.empty()));
    }
    return switch (AmountText.parse(text, language.get(), ledger.currency())) {
      case AmountText.Amount(var money) ->
          new Typed.Right(new SetLimit(field.code(), Optional.of(money)));
      case AmountText.NotAnAmount(var why) -> new Typed.Wrong(why);
    };
  }

  /** Defines a product; {@code whenDone} is called once it is on disk. */
  void define(SettingsCommand.DefineProduct product, Runnable whenDone) {
    hand(new Order.ChangeSettings(product), whenDone, why -> problem.set(Optional.of(why)));
  }

  /** Does something about a person; {@code whenDone} is called once it is on disk. */
  void manage(Administration command, Runnable whenDone) {
    hand(new Order.ManageStaff(command), whenDone, why -> problem.set(Optional.of(why)));
  }

  /**
   * Does something about a person that needs a new password of theirs.
   *
   * @param password is wiped
   */
  void withPassword(
      StaffName name,
      char[] password,
      Function<Credential, Administration> command,
      Runnable whenDone) {
    problem.set(Optional.empty());
    background.run(
        () -> hashed(name, password),
        answer -> {
          switch (answer) {
            case Hashed.No(var refusal) -> problem.set(Optional.of(Refusals.message(refusal)));
            case Hashed.Yes(var credential) -> manage(command.apply(credential), whenDone);
          }
        },
        this::failed);
  }

  private sealed interface Hashed {
    record Yes(Credential credential) implements Hashed {}

    record No(Refusal refusal) implements Hashed {}
  }

  private Hashed hashed(StaffName name, char[] password) {
    try {
      return ledger
          .passwords()
          .refuse(name, password)
          .<Hashed>map(Hashed.No::new)
          .orElseGet(() -> new Hashed.Yes(ledger.passwords().hash(password)));
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /** Says why something that was typed will not do. */
  void refuse(Message why) {
    problem.set(Optional.of(why));
  }

  AmountText amount(String typed) {
    return AmountText.parse(typed.isBlank() ? "0" : typed, language.get(), ledger.currency());
  }

  private void hand(Order order, Runnable whenDone, Consumer<Message> whenRefused) {
    problem.set(Optional.empty());
    handover.hand(
        order,
        OptionalLong.empty(),
        outcome -> {
          switch (outcome) {
            case Outcome.Posted _ -> {
              whenDone.run();
              refresh();
            }
            case Outcome.Refused(_, var refusal) -> whenRefused.accept(Refusals.message(refusal));
            case Outcome.ApprovalNeeded _, Outcome.ChangedMeanwhile _ -> refresh();
          }
        },
        fault -> whenRefused.accept(Faults.message(fault)));
  }
}
