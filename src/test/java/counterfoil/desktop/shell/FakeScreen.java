package counterfoil.desktop.shell;

import counterfoil.domain.account.AccountNumber;
import java.util.ArrayList;
import java.util.List;

/** A screen without a view that remembers what it was asked for. */
final class FakeScreen implements Screen {
  final List<Object> opened = new ArrayList<>();
  private final String id;
  private final Class<?> opens;
  private final List<Action> actions;

  /**
   * @param opens {@link AccountNumber} or {@link Long}: what this is the screen for
   */
  FakeScreen(String id, Class<?> opens, Action... actions) {
    this.id = id;
    this.opens = opens;
    this.actions = List.of(actions);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String icon() {
    return "fth-circle";
  }

  @Override
  public Class<?> view() {
    return FakeScreen.class;
  }

  @Override
  public void shown() {
    opened.add("shown");
  }

  @Override
  public List<Action> actions() {
    return actions;
  }

  @Override
  public boolean openAccount(AccountNumber number) {
    return open(number);
  }

  @Override
  public boolean openEntry(long position) {
    return open(position);
  }

  private boolean open(Object what) {
    boolean mine = opens.isInstance(what);
    if (mine) {
      opened.add(what);
    }
    return mine;
  }
}
