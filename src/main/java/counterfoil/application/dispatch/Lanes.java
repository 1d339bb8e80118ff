package counterfoil.application.dispatch;

import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.VersionConflict;
import counterfoil.projection.StreamLoader.Known;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The streams last used, each as it will be once everything handed to the store is on disk. Where
 * something handed over turns out not to be recorded, what was built on it is spoilt: nothing more
 * is decided on it, and once nothing of it is under way it is read anew. For one thread at a time.
 */
final class Lanes {
  private static final int MOST_REMEMBERED = 10_000;

  private final Function<Subject<?, ?>, Known<?>> loader;
  private final Map<StreamName, Lane> lanes =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StreamName, Lane> eldest) {
          return size() > MOST_REMEMBERED && eldest.getValue().underWay == 0;
        }
      };

  Lanes(Function<Subject<?, ?>, Known<?>> loader) {
    this.loader = loader;
  }

  /** Whether something built on what was not recorded is still under way for one of them. */
  boolean spoilt(List<Concern> concerns) {
    return concerns.stream()
        .map(this::lane)
        .anyMatch(lane -> lane.isPresent() && lane.get().spoilt);
  }

  /** Whether every change handed over for these streams is on disk. */
  boolean settled(List<Concern> concerns) {
    return concerns.stream()
        .map(this::lane)
        .noneMatch(lane -> lane.isPresent() && lane.get().changesUnderWay > 0);
  }

  /** What to decide on; not to be asked while one is {@linkplain #spoilt spoilt}. */
  Standing standing(List<Concern> concerns) {
    Map<StreamName, Known<?>> known = new HashMap<>();
    for (Concern concern : concerns) {
      StreamName stream = concern.subject().stream();
      Lane lane = lanes.get(stream);
      if (lane == null) {
        lane = new Lane(loader.apply(concern.subject()));
        lanes.put(stream, lane);
      }
      known.put(stream, lane.known);
    }
    return new Standing(known);
  }

  /**
   * Reads the streams anew, which no change is under way for; whether somebody else has changed one
   * since it was read.
   */
  boolean renewed(List<Concern> concerns) {
    boolean changed = false;
    for (Concern concern : concerns) {
      StreamName stream = concern.subject().stream();
      Known<?> now = loader.apply(concern.subject());
      Lane lane = lanes.get(stream);
      if (lane == null) {
        lanes.put(stream, new Lane(now));
      } else {
        changed |= lane.known.version() != now.version();
        lane.known = now;
      }
    }
    return changed;
  }

  /** An act was handed over that makes {@code after} of the streams it writes. */
  void handedOver(List<Concern> concerns, Map<StreamName, Known<?>> after) {
    for (Concern concern : concerns) {
      StreamName stream = concern.subject().stream();
      Lane lane = lane(concern).orElseThrow();
      lane.underWay++;
      Known<?> next = after.get(stream);
      if (next != null) {
        lane.known = next;
        lane.changesUnderWay++;
      }
    }
  }

  /** What was handed over has been answered. */
  void answered(
      List<Concern> concerns,
      Map<StreamName, Known<?>> after,
      boolean recorded,
      Optional<VersionConflict> conflict) {
    for (Concern concern : concerns) {
      StreamName stream = concern.subject().stream();
      Lane lane = lane(concern).orElseThrow();
      lane.underWay--;
      boolean changed = after.containsKey(stream);
      lane.changesUnderWay -= changed ? 1 : 0;
      // What was only looked at is as good as before, unless it was what had moved on.
      lane.spoilt |=
          !recorded && (changed || conflict.isEmpty() || conflict.get().stream().equals(stream));
      if (lane.spoilt && lane.underWay == 0) {
        lanes.remove(stream);
      }
    }
  }

  private Optional<Lane> lane(Concern concern) {
    return Optional.ofNullable(lanes.get(concern.subject().stream()));
  }

  private static final class Lane {
    private Known<?> known;
    private int underWay;
    private int changesUnderWay;
    private boolean spoilt;

    Lane(Known<?> known) {
      this.known = known;
    }
  }
}
