package counterfoil.desktop.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.desktop.kit.Texts;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Finding.Kind;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with a ledger is said in the person's language. */
class FindingWordsTest {
  private static final String[] PARTICULARS = {"first-one", "second-one"};

  private static String said(Finding finding, Locale language) {
    return new Texts(language).text(FindingWords.of(finding));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void every_kind_is_said_in_both_languages_with_its_particulars(Kind kind) {
    var finding = Finding.of(7, kind, PARTICULARS);
    String english = said(finding, Locale.ENGLISH);
    String chinese = said(finding, Locale.SIMPLIFIED_CHINESE);
    assertEquals(
        finding.what().toLowerCase(Locale.ROOT),
        english.toLowerCase(Locale.ROOT).replace('\u2019', '\''));
    assertTrue(chinese.codePoints().anyMatch(Character::isIdeographic), chinese);
    for (var particular : PARTICULARS) {
      assertEquals(finding.what().contains(particular), chinese.contains(particular), chinese);
    }
    assertFalse((english + chinese).contains("{"), english + chinese);
  }
}
