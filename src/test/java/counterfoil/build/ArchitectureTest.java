package counterfoil.build;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The walls between the rooms: who may know whom. */
class ArchitectureTest {
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("counterfoil");

  private static final String[] UI = {"counterfoil.desktop..", "counterfoil.cli..", "javafx.."};
  private static final String[] STORAGE = {
    "java.sql..",
    "counterfoil.eventstore.jdbc..",
    "counterfoil.eventstore.tape..",
    "counterfoil.eventstore.codec.."
  };

  private static void holds(ArchRule rule) {
    rule.check(PROGRAM);
  }

  @Test
  void the_domain_knows_the_language_and_money_only() {
    holds(
        classes()
            .that()
            .resideInAPackage("counterfoil.domain..")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    "counterfoil.domain..",
                    "java.lang..",
                    "java.math..",
                    "java.nio.charset..",
                    "java.text..",
                    "java.util..",
                    "java.time..",
                    "org.joda.money..",
                    "org.jspecify.annotations..")));
  }

  /** Comparing what people typed needs one form of a letter; writing it is the screens' own. */
  @Test
  void of_the_language_of_texts_the_domain_knows_their_normal_form_only() {
    holds(
        noClasses()
            .that()
            .resideInAPackage("counterfoil.domain..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.text\\.(?!Normalizer).*"));
  }

  @Test
  void the_domain_takes_no_time_and_no_chance_of_its_own() {
    holds(
        noClasses()
            .that()
            .resideInAPackage("counterfoil.domain..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.time\\.(Clock|InstantSource)|java\\.util\\.Random.*")
            .allowEmptyShould(true));
    holds(
        noClasses()
            .that()
            .resideInAPackage("counterfoil.domain..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Instant.class, "now"));
  }

  @Test
  void the_event_store_knows_no_domain_and_no_screen() {
    holds(
        noClasses()
            .that()
            .resideInAPackage("counterfoil.eventstore..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "counterfoil.domain..",
                "counterfoil.projection..",
                "counterfoil.application..",
                "counterfoil.desktop..",
                "counterfoil.cli..",
                "javafx..",
                "org.joda.money.."));
  }

  @Test
  void the_tree_of_proofs_knows_the_jdk_only() {
    holds(
        noClasses()
            .that()
            .resideInAPackage("counterfoil.proof..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("counterfoil..", "javafx..", "org.joda..", "com..")
                    .and(outside("counterfoil.proof..")))
            .allowEmptyShould(true));
  }

  @Test
  void questions_and_services_know_no_screen() {
    holds(
        noClasses()
            .that()
            .resideInAnyPackage("counterfoil.projection..", "counterfoil.application..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(UI));
  }

  @Test
  void papers_know_what_stands_on_them_and_no_ledger() {
    holds(
        noClasses()
            .that()
            .resideInAPackage("counterfoil.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "counterfoil.eventstore..",
                "counterfoil.projection..",
                "counterfoil.application..",
                "counterfoil.payload..",
                "counterfoil.desktop..",
                "counterfoil.cli..",
                "javafx.."));
  }

  @Test
  void read_models_know_no_service() {
    holds(
        noClasses()
            .that()
            .resideInAPackage("counterfoil.projection..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("counterfoil.application.."));
  }

  @Test
  void the_desktop_knows_nothing_of_how_entries_are_stored() {
    holds(
        noClasses()
            .that()
            .resideInAPackage("counterfoil.desktop..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(STORAGE));
  }

  @Test
  void desktop_and_command_line_do_not_know_each_other() {
    holds(
        noClasses()
            .that()
            .resideInAPackage("counterfoil.desktop..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("counterfoil.cli.."));
    holds(
        noClasses()
            .that()
            .resideInAPackage("counterfoil.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("counterfoil.desktop..", "javafx..")
            .allowEmptyShould(true));
  }

  @Test
  void a_view_model_knows_no_scene() {
    holds(
        noClasses()
            .that()
            .haveNameMatching(".*ViewModel(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..", "atlantafx..")
            .allowEmptyShould(true));
  }

  @Test
  void screens_do_not_know_each_other() {
    for (var screen : new String[] {"counter", "accounts", "timeline", "customer"}) {
      holds(
          noClasses()
              .that()
              .resideInAPackage("counterfoil.desktop." + screen + "..")
              .should()
              .dependOnClassesThat(
                  resideInAnyPackage(
                          "counterfoil.desktop.counter..",
                          "counterfoil.desktop.accounts..",
                          "counterfoil.desktop.timeline..",
                          "counterfoil.desktop.customer..",
                          "counterfoil.desktop.setup..")
                      .and(outside("counterfoil.desktop." + screen + "..")))
              .allowEmptyShould(true));
    }
  }

  @Test
  void only_the_entry_point_and_the_wiring_know_everything() {
    holds(
        noClasses()
            .that()
            .resideInAPackage("counterfoil..")
            .and()
            .resideOutsideOfPackage("counterfoil")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("counterfoil"));
  }

  @Test
  void nothing_lives_in_static_variables() {
    holds(
        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields()
            .that()
            .areStatic()
            .should()
            .beFinal());
  }

  private static DescribedPredicate<JavaClass> outside(String packages) {
    return DescribedPredicate.not(resideInAnyPackage(packages));
  }
}
