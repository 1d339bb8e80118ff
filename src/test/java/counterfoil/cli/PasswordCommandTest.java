package counterfoil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A person changes their own password, and must where it was given for one sign-in only. */
class PasswordCommandTest {
  private static final String FIRST = "four tall brown horses";
  private static final String CHOSEN = "seven pears under a bridge";

  private static Shell branchWith(String temporary) {
    var shell = Shell.inMemory().knowing("ada", FIRST).knowing("lucia", FIRST);
    shell.done("init", "--branch", "Riverside", "--currency", "EUR", "--admin", "ada");
    var added =
        shell.runWith(
            "{\"do\":\"add_staff\",\"name\":\"lucia\",\"full_name\":\"Lucia Meyer\","
                + "\"roles\":[\"head_teller\"],\"password\":\""
                + FIRST
                + "\""
                + temporary
                + "}\n",
            "post",
            "-",
            "--user",
            "ada");
    assertEquals(0, added.code(), added::toString);
    return shell;
  }

  private static Shell.Run opensTheDay(Shell shell) {
    return shell.run("post", "open_business_day", "--user", "lucia");
  }

  @Test
  void a_password_that_an_administrator_gives_may_stay_where_nothing_else_is_said() {
    assertEquals(0, opensTheDay(branchWith("")).code());
  }

  @Test
  void a_temporary_password_does_nothing_but_let_its_owner_choose_another() {
    var shell = branchWith(",\"temporary\":true");
    var held = opensTheDay(shell);
    assertEquals(2, held.code(), held::toString);
    assertTrue(held.err().contains("counterfoil password --user lucia"), held.err());
    assertEquals(2, shell.run("balances", "--user", "lucia").code());
    var changed = shell.wanting("lucia", CHOSEN).run("password", "--user", "lucia", "--json");
    assertEquals(0, changed.code(), changed::toString);
    assertEquals("{\"user\":\"lucia\"}", changed.out().strip());
    var old = opensTheDay(shell);
    assertTrue(old.err().contains("wrong"), old.err());
    assertEquals(0, opensTheDay(shell.knowing("lucia", CHOSEN)).code());
  }

  @Test
  void what_is_no_password_is_refused_and_the_old_one_stays() {
    var shell = branchWith("").wanting("lucia", "short");
    var refused = shell.run("password", "--user", "lucia");
    assertEquals(2, refused.code());
    assertTrue(refused.err().startsWith("Nothing was changed. "), refused.err());
    assertEquals(2, shell.wanting("lucia", "").run("password", "--user", "lucia").code());
    assertEquals(2, shell.run("password").code());
    assertEquals(0, opensTheDay(shell).code());
  }

  @Test
  void the_people_of_a_sample_keep_the_password_they_were_made_with() {
    var shell = Shell.inMemory().knowing("admin", FIRST).knowing("teller", FIRST);
    shell.done("init", "--branch", "Sample", "--currency", "EUR", "--sample");
    assertEquals(0, shell.run("balances", "--user", "teller").code());
    assertEquals(0, shell.run("post", "register_customer", "name=N", "--user", "teller").code());
  }

  @Test
  void whose_key_somebody_else_has_replaced_is_told_once_and_by_whom() {
    var shell = branchWith("");
    String told = "A new signing key was made for you on 2026-11-23 by ada.";
    assertEquals("", opensTheDay(shell).err(), "the first key of somebody new is no news");
    assertEquals("", shell.run("list", "limits", "--user", "ada").err(), "they founded the branch");
    shell.wanting("lucia", CHOSEN).done("password", "--user", "lucia");
    shell.knowing("lucia", CHOSEN);
    assertEquals("", shell.run("list", "limits", "--user", "lucia").err(), "it is their own now");
    var replaced =
        shell.runWith(
            "{\"do\":\"change_password\",\"name\":\"lucia\",\"password\":\"%s\"}\n"
                .formatted(FIRST),
            "post",
            "-",
            "--user",
            "ada");
    assertEquals(0, replaced.code(), replaced::toString);
    shell.knowing("lucia", FIRST);
    assertTrue(shell.run("list", "limits", "--user", "lucia").err().startsWith(told));
    assertEquals("", shell.run("list", "limits", "--user", "lucia").err());
  }
}
