package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.internal.parts.Database;
import dev.foreshock.engine.internal.parts.Server;
import dev.foreshock.engine.live.Behind;
import dev.foreshock.engine.live.Beyond;
import dev.foreshock.engine.live.Pages;
import dev.foreshock.engine.live.PartOptions;
import dev.foreshock.engine.live.Reading;
import dev.foreshock.engine.live.Scrape;
import dev.foreshock.engine.live.Seen;
import dev.foreshock.engine.live.Store;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.random.Streams;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Meter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The world of one part: its components are there, and for all others there is a {@link Remote}. */
final class LiveWorld {
    final World world;
    final long endNanos;
    private final Set<String> here;
    private final Tickets tickets = new Tickets();
    private final GaugeBook gauges;
    private long nextReading;

    LiveWorld(Scenario scenario, Set<String> here, PartOptions options, Beyond beyond, @Nullable Behind behind) {
        this.here = here;
        endNanos = scenario.clock().lengthNanos();
        Streams streams = new Streams(options.seed(), options.replication());
        world = new World(
                scenario,
                streams,
                options.probe(),
                (name, spec, bench) -> here.contains(name)
                        ? built(spec, bench, behind)
                        : new Remote(name, bench.world(), tickets, beyond));
        Map<String, Component> own = new TreeMap<>(world.components);
        own.keySet().retainAll(here);
        gauges = new GaugeBook(own, BinWidth.of(endNanos));
        nextReading = after(0);
    }

    private static Component built(ComponentSpec spec, Bench bench, @Nullable Behind behind) {
        if (behind instanceof Store store && spec instanceof DatabaseSpec database) {
            return new Database(database, bench, store);
        } else if (behind instanceof Pages pages && spec instanceof ServerSpec server) {
            return new Server(server, bench, pages);
        }
        return spec.build(bench);
    }

    /** Returns when the next thing is due. */
    long advance(long nowNanos) {
        long until = Math.min(nowNanos, endNanos);
        while (nextReading <= until) {
            world.kernel.runSlice(nextReading, Long.MAX_VALUE);
            gauges.read(nextReading);
            nextReading = after(nextReading);
        }
        if (until > world.kernel.nowNanos() || world.kernel.nextNanos() <= until) {
            world.kernel.runSlice(until, Long.MAX_VALUE);
        }
        return nowNanos >= endNanos ? Long.MAX_VALUE : Math.min(world.kernel.nextNanos(), nextReading);
    }

    /** Returns the end of the bin that begins at {@code nanos}; never, at the end of the run. */
    private long after(long nanos) {
        return after(nanos, BinWidth.of(endNanos));
    }

    /** Returns when the run is looked at that was at {@code nanos}; never, at the end of the run. */
    long nextLook(long nanos) {
        return after(nanos, BinWidth.WIDEST_NANOS);
    }

    private long after(long nanos, long length) {
        return nanos >= endNanos ? Long.MAX_VALUE : Math.min(endNanos, nanos + length);
    }

    void answered(long ticket, Outcome outcome) {
        tickets.answered(ticket, outcome);
    }

    Scrape scrape() {
        Map<String, Reading> own = new TreeMap<>();
        Map<String, Seen> seen = new TreeMap<>();
        long now = world.kernel.nowNanos();
        world.components.forEach((name, component) -> {
            if (here.contains(name)) {
                own.put(name, reading(component, now));
            } else {
                seen.put(name, world.tally(name).seen());
            }
        });
        return new Scrape(own, seen);
    }

    private static Reading reading(Component component, long now) {
        Meter meter = component.meter();
        return new Reading(
                component.up(),
                component.holding(),
                meter != null,
                meter == null ? 0 : meter.busyNanos(now),
                meter == null ? 0 : meter.workerNanos(now),
                component.trafficAtHome());
    }

    Map<String, List<Double>> gauges() {
        return gauges.readings();
    }
}
