package dev.foreshock.faults.internal.plan;

import dev.foreshock.engine.fault.Effect;
import dev.foreshock.engine.fault.Latency;
import dev.foreshock.engine.fault.Lost;
import dev.foreshock.engine.fault.Refused;
import dev.foreshock.engine.fault.Reset;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.law.Uniform;
import dev.foreshock.engine.targets.LinkTarget;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.faults.control.ToxicState;
import dev.foreshock.faults.undo.Change;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What an effect on calls is for a proxy. What a proxy can only do nearly is refused, or noted where nothing else can do it. */
public final class Toxics {
    private static final long MILLI = 1_000_000;

    private final String server;
    private final LinkTarget link;
    private final Supplier<String> names;

    /**
     * Creates it for a link.
     *
     * @param names gives each toxic its name
     */
    Toxics(String server, LinkTarget link, Supplier<String> names) {
        this.server = server;
        this.link = link;
        this.names = names;
    }

    /**
     * What is done to a proxy.
     *
     * @param changes the changes
     * @param share the share of the connections that are struck
     * @param notes where the proxy differs from the model
     */
    record Done(List<Change> changes, Percent share, List<String> notes) {}

    /** Returns why a proxy on a link whose calls share connections cannot do an effect; nothing if it can. */
    public static Optional<String> obstacle(Effect effect) {
        try {
            LinkTarget shared = new LinkTarget("", "", "", "", true, false, null);
            new Toxics("", shared, () -> "").of(effect);
            return Optional.empty();
        } catch (Inexpressible e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    Done of(Effect effect) throws Inexpressible {
        if (effect instanceof Latency latency) {
            return latency(latency);
        } else if (effect instanceof Refused refused) {
            requireAll(refused.calls(), "a proxy takes all connections or none");
            return new Done(
                    List.of(new Change.Disable(server, link.proxy())),
                    Percent.HUNDRED,
                    List.of("open connections are closed too, with the calls on them"));
        } else if (effect instanceof Reset reset) {
            requireConnections(reset, reset.calls());
            SortedMap<String, Long> atOnce = new TreeMap<>(Map.of("timeout", 0L));
            return new Done(
                    List.of(toxic("reset_peer", "upstream", reset.calls().share(), atOnce)),
                    reset.calls(),
                    List.of(
                            "a connection that was open before is closed as usual, not reset, when its caller sends something"));
        } else if (effect instanceof Lost lost) {
            requireAll(lost.calls(), "when it ends, the toxic closes also the connections that it spared");
            return new Done(
                    List.of(timeout("upstream"), timeout("downstream")),
                    Percent.HUNDRED,
                    List.of("when it ends, the connections that were open are closed"));
        }
        throw new Inexpressible("a proxy sees bytes, not calls or processes, so it cannot do '" + effect.text()
                + "'; it can do latency, lost, refused and reset");
    }

    private Done latency(Latency latency) throws Inexpressible {
        requireConnections(latency, latency.calls());
        SortedMap<String, Long> attributes = new TreeMap<>(attributes(latency.adds()));
        return new Done(
                List.of(toxic("latency", "upstream", latency.calls().share(), attributes)),
                latency.calls(),
                List.of(
                        "what a caller sends is late, each time it sends: a call of several rounds is late by several times as much, "
                                + "and connecting is not late"));
    }

    private static Map<String, Long> attributes(TimeLaw law) throws Inexpressible {
        if (law instanceof Fixed fixed) {
            return Map.of("latency", millis(fixed.value()), "jitter", 0L);
        } else if (law instanceof Uniform uniform) {
            long from = millis(uniform.from());
            long to = millis(uniform.to());
            if ((to - from) % 2 != 0) {
                throw new Inexpressible(
                        "the limits of a latency must lie an even number of milliseconds apart, but were " + from
                                + " ms and " + to + " ms: a toxic has a middle and a jitter in whole ones");
            }
            return Map.of("latency", (from + to) / 2, "jitter", (to - from) / 2);
        }
        throw new Inexpressible(
                "a toxic adds a fixed latency or one between two limits, equally likely, but this one is "
                        + law.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
    }

    private static long millis(Duration time) throws Inexpressible {
        if (time.toNanos() % MILLI != 0) {
            throw new Inexpressible("a toxic counts whole milliseconds, but a latency was " + time.toNanos() + " ns");
        }
        return time.toNanos() / MILLI;
    }

    private void requireConnections(Effect effect, Percent calls) throws Inexpressible {
        if (!calls.equals(Percent.HUNDRED) && !link.eachCallConnects()) {
            throw new Inexpressible(
                    "a toxic strikes a share of the connections, not of the calls, as in '" + effect.text()
                            + "'; where each call has a connection of its own, say each-call-connects: yes in the link");
        }
    }

    private static void requireAll(Percent calls, String why) throws Inexpressible {
        if (!calls.equals(Percent.HUNDRED)) {
            throw new Inexpressible("it must strike all calls, but strikes " + calls + ": " + why);
        }
    }

    private Change timeout(String stream) {
        return toxic("timeout", stream, 1, new TreeMap<>(Map.of("timeout", 0L)));
    }

    private Change toxic(String type, String stream, double toxicity, SortedMap<String, Long> attributes) {
        return new Change.AddToxic(
                server, link.proxy(), ToxicState.of(names.get(), type, stream, toxicity, attributes));
    }
}
