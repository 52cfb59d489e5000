package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.internal.people.Sight;
import dev.foreshock.engine.live.Reading;
import dev.foreshock.engine.live.Scrape;
import dev.foreshock.engine.live.Seen;
import dev.foreshock.engine.result.Interval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What monitors know of components elsewhere: the last scrape of each part. What callers have seen of a component is the sum over all
 * parts that call it, as they count it until it is over for them.
 */
final class Observatory {
    private final World world;
    private final Map<String, Reading> readings = new HashMap<>();
    private final Map<String, Map<String, Seen>> seenByPart = new TreeMap<>();
    private final Map<String, String> partOf = new HashMap<>();
    private final List<Interval> away = new ArrayList<>();
    private long awaySince = -1;

    Observatory(World world) {
        this.world = world;
    }

    /** Takes a scrape of a part, null if it failed: then its components cannot be seen until the next that does not. */
    void observe(String part, @Nullable Scrape scrape, long nowNanos) {
        if (scrape == null) {
            readings.keySet().removeIf(component -> part.equals(partOf.get(component)));
            return;
        }
        scrape.own().forEach((component, reading) -> {
            readings.put(component, reading);
            partOf.put(component, part);
        });
        // A process that was started again counts from nothing, but what was seen was seen.
        seenByPart.put(part, scrape.seen());
        look(nowNanos);
    }

    private void look(long now) {
        boolean home = readings.values().stream().allMatch(Reading::atHome);
        if (!home && awaySince < 0) {
            awaySince = now;
        } else if (home && awaySince >= 0) {
            away.add(new Interval(awaySince, now, false));
            awaySince = -1;
        }
    }

    /** Returns when traffic was not where it belongs, as far as scrapes can tell. */
    List<Interval> away(long endNanos) {
        List<Interval> all = new ArrayList<>(away);
        if (awaySince >= 0) {
            all.add(new Interval(awaySince, endNanos, true));
        }
        return List.copyOf(all);
    }

    Sight sight(String component) {
        return new Sight() {
            private Reading last = new Reading(0, 0, false, 0, 0, true);

            private Reading reading() {
                last = readings.getOrDefault(component, last);
                return last;
            }

            @Override
            public boolean isThere() {
                return readings.containsKey(component);
            }

            @Override
            public Seen seen() {
                Seen sum = world.tally(component).seen();
                for (Map<String, Seen> part : seenByPart.values()) {
                    sum = sum.and(part.getOrDefault(component, Seen.NOTHING));
                }
                return sum;
            }

            @Override
            public int holding() {
                return reading().holding();
            }

            @Override
            public double up() {
                return reading().up();
            }

            @Override
            public boolean hasWorkers() {
                return reading().hasWorkers();
            }

            @Override
            public double busyNanos(long nowNanos) {
                return reading().busyNanos();
            }

            @Override
            public double workerNanos(long nowNanos) {
                return reading().workerNanos();
            }
        };
    }
}
