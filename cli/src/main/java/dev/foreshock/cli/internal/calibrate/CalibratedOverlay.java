package dev.foreshock.cli.internal.calibrate;

import dev.foreshock.cli.internal.rehearse.CallPlace;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.StandbySpec;
import dev.foreshock.engine.model.UsersSpec;
import dev.foreshock.engine.unit.Spans;
import dev.foreshock.scenarios.MeasuredOn;
import dev.foreshock.simulated.HopCost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What hops were measured to cost, as an overlay: half of it on each way of a call, as a lognormal law, on top of the latency that the scenario gives it.
 *
 * @param scenario the scenario
 * @param hops the costs, by {@code component.call} or {@code users.class}; by {@code component.standby}, what a standby takes beside its lag
 */
record CalibratedOverlay(Scenario scenario, Map<String, HopCost> hops) {
    private static final String STANDBY = ".standby";
    private static final String NAMED = "overlay: calibrated";

    CalibratedOverlay {
        hops = new TreeMap<>(hops);
    }

    /**
     * Tells whether a file is one that was written by this.
     *
     * @throws IOException if it cannot be read
     */
    static boolean isOne(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        byte[] text = Files.readAllBytes(file);
        return new String(text, StandardCharsets.UTF_8).contains(NAMED);
    }

    /**
     * Returns the overlay file.
     *
     * @param measured when, of what and on what it was measured
     */
    String text(MeasuredOn measured) {
        StringBuilder text =
                new StringBuilder("""
                foreshock: 1
                semantics: %s
                %s
                about: What a call costs beside the time in its component, there and back, measured without faults for %s.
                """.formatted(scenario.semantics().text(), NAMED, Spans.text(measured.lasting())));
        text.append(new ProvenanceText(measured));
        Map<String, Parts> components = new TreeMap<>();
        Map<String, String> users = new TreeMap<>();
        Map<String, HopCost> balanced = new TreeMap<>();
        hops.forEach((from, cost) -> {
            String standby = standbyLag(from, cost);
            if (standby != null) {
                components.computeIfAbsent(database(from), key -> new Parts()).standby = standby;
                return;
            }
            String balancer = balancer(from);
            if (balancer != null) {
                balanced.merge(balancer, cost, HopCost::and);
                return;
            }
            String latency = latency(from, cost);
            if (latency == null) {
                return;
            }
            CallPlace place = CallPlace.at(from, scenario).orElse(null);
            if (place != null && place.isOfUsers()) {
                users.put(place.call(), latency);
            } else if (place != null) {
                components
                        .computeIfAbsent(place.caller(), key -> new Parts())
                        .calls
                        .add(place.call() + ": { link: { latency: " + latency + " } }");
            }
        });
        Map<String, String> links = new TreeMap<>();
        balanced.forEach((name, cost) -> {
            String latency = scenario.system().components().get(name) instanceof BalancerSpec balancer
                    ? latency(balancer.link(), cost)
                    : null;
            if (latency != null) {
                links.put(name, latency);
            }
        });
        if (!components.isEmpty() || !links.isEmpty()) {
            text.append("components:\n");
            links.forEach((name, latency) -> text.append("  ")
                    .append(name)
                    .append(": { link: { latency: ")
                    .append(latency)
                    .append(" } }\n"));
            components.forEach((name, parts) -> {
                text.append("  ").append(name).append(":\n");
                parts.appendTo(text);
            });
        }
        if (!users.isEmpty()) {
            text.append("users:\n");
            users.forEach((name, latency) -> text.append("  ")
                    .append(name)
                    .append(": { link: { latency: ")
                    .append(latency)
                    .append(" } }\n"));
        }
        return text.toString();
    }

    /** What was measured of one component. */
    private static final class Parts {
        private final List<String> calls = new ArrayList<>();
        private @Nullable String standby;

        void appendTo(StringBuilder text) {
            if (standby != null) {
                text.append("    standby: { lag: ").append(standby).append(" }\n");
            }
            if (!calls.isEmpty()) {
                text.append("    calls:\n");
                calls.forEach(call -> text.append("      ").append(call).append('\n'));
            }
        }
    }

    private static String database(String from) {
        return from.substring(0, from.length() - STANDBY.length());
    }

    private boolean isOfStandby(String from) {
        return from.endsWith(STANDBY) && scenario.system().components().get(database(from)) instanceof DatabaseSpec;
    }

    /** Returns the lag of a standby that writes wait for, with what it took longer; null if the cost is none of a standby. */
    private @Nullable String standbyLag(String from, HopCost cost) {
        StandbySpec standby = from.endsWith(STANDBY)
                        && scenario.system().components().get(database(from)) instanceof DatabaseSpec database
                ? database.standby()
                : null;
        return standby == null || cost.samples() < 2
                ? null
                : quantity(standby.lag(), cost.meanNanos(), cost.halfWidthNanos(), cost.samples());
    }

    /** Returns the balancer that makes a call: all of its calls have one link. */
    private @Nullable String balancer(String from) {
        return CallPlace.at(from, scenario)
                .map(CallPlace::caller)
                .filter(name -> scenario.system().components().get(name) instanceof BalancerSpec)
                .orElse(null);
    }

    private @Nullable String latency(String from, HopCost cost) {
        return latency(link(from), cost);
    }

    private static @Nullable String latency(@Nullable LinkSpec link, HopCost cost) {
        if (link == null || !(link.latency() instanceof Fixed fixed) || cost.samples() < 2) {
            return null;
        }
        return LinkLatency.of(fixed.value(), cost.law()).text();
    }

    /** Returns a time that was measured to be {@code more} than it is described, in nanoseconds, give or take half the width of an interval. */
    private static String quantity(Duration described, double more, double half, long samples) {
        double base = described.toNanos();
        return new MeasuredTime(
                        base + Math.max(0, more),
                        base + Math.max(0, more - half),
                        base + Math.max(0, more) + half,
                        samples)
                .text();
    }

    private @Nullable LinkSpec link(String from) {
        CallPlace place = CallPlace.at(from, scenario).orElse(null);
        if (place == null) {
            return null;
        } else if (place.isOfUsers()) {
            UsersSpec users = scenario.users().get(place.call());
            return users == null ? null : users.link();
        }
        ComponentSpec component = scenario.system().components().get(place.caller());
        CallSpec call = component == null ? null : component.calls().get(place.call());
        return call == null ? null : call.link();
    }

    /** Returns what was measured, for people. */
    String told() {
        StringBuilder told = new StringBuilder();
        hops.forEach((from, cost) -> {
            double mean = cost.meanNanos() / 1e6;
            double half = cost.halfWidthNanos() / 1e6;
            if (isOfStandby(from)) {
                told.append(String.format(
                        Locale.ROOT,
                        "%s: %.3f ms ± %.3f ms beside its lag, in %d writes%n",
                        from,
                        mean,
                        half,
                        cost.samples()));
                return;
            }
            told.append(String.format(
                    Locale.ROOT,
                    "%s: %.3f ms ± %.3f ms there and back, half of them up to %.3f ms, in %d calls%n",
                    from,
                    mean,
                    half,
                    cost.law().medianNanos() / 1e6,
                    cost.samples()));
            if (latency(from, cost) == null) {
                told.append("  left out: its latency in the scenario is no fixed one, or it was hardly called\n");
            }
        });
        return told.toString();
    }
}
