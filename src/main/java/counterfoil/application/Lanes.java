package counterfoil.application;

import counterfoil.application.AccountLoader.Known;
import counterfoil.domain.account.AccountNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The accounts last used, each as it will be once everything handed to the store is on disk. Where
 * something handed over turns out not to be recorded, what was built on it is spoilt: nothing more
 * is decided on it, and once nothing of it is under way it is read anew. For one thread at a time.
 */
final class Lanes {
  private static final int MOST_REMEMBERED = 10_000;

  private final AccountLoader accounts;
  private final Map<AccountNumber, Lane> lanes =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AccountNumber, Lane> eldest) {
          return size() > MOST_REMEMBERED && eldest.getValue().underWay == 0;
        }
      };

  Lanes(AccountLoader accounts) {
    this.accounts = accounts;
  }

  /** Whether something built on what was not recorded is still under way for one of them. */
  boolean spoilt(List<AccountNumber> numbers) {
    return numbers.stream().map(lanes::get).anyMatch(lane -> lane != null && lane.spoilt);
  }

  /** Whether everything handed over for these accounts is on disk. */
  boolean settled(List<AccountNumber> numbers) {
    return numbers.stream().map(lanes::get).noneMatch(lane -> lane != null && lane.underWay > 0);
  }

  /** The account to decide on; not to be asked while it is {@linkplain #spoilt spoilt}. */
  Known known(AccountNumber number) {
    Lane lane = lanes.get(number);
    if (lane == null) {
      lane = new Lane(accounts.load(number));
      lanes.put(number, lane);
    }
    return lane.known;
  }

  /**
   * Reads the accounts anew, which nothing is under way for; whether somebody else has changed one
   * since it was read.
   */
  boolean renewed(List<AccountNumber> numbers) {
    boolean changed = false;
    for (AccountNumber number : numbers) {
      Known now = accounts.load(number);
      Lane before = lanes.put(number, new Lane(now));
      changed |= before != null && before.known.version() != now.version();
    }
    return changed;
  }

  /** Something was handed over that makes {@code after} of the account. */
  void handedOver(AccountNumber number, Known after) {
    Lane lane = lanes.get(number);
    if (lane == null) {
      throw new IllegalStateException("handed over without being decided on");
    }
    lane.known = after;
    lane.underWay++;
  }

  /** What was handed over for the account has been answered. */
  void answered(AccountNumber number, boolean recorded) {
    Lane lane = lanes.get(number);
    if (lane == null) {
      throw new IllegalStateException("answered without being handed over");
    }
    lane.underWay--;
    lane.spoilt |= !recorded;
    if (lane.spoilt && lane.underWay == 0) {
      lanes.remove(number);
    }
  }

  private static final class Lane {
    private Known known;
    private int underWay;
    private boolean spoilt;

    Lane(Known known) {
      this.known = known;
    }
  }
}
