package dev.foreshock.simulated.internal.haproxy;

import dev.foreshock.engine.call.ChoiceSpec;
import dev.foreshock.engine.call.HealthCheckSpec;
import dev.foreshock.engine.call.HealthCheckSpec.Depth;
import dev.foreshock.engine.call.HealthCheckSpec.From;
import dev.foreshock.engine.call.RedispatchSpec;
import dev.foreshock.engine.call.RedispatchSpec.On;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.BalancerSpec.NoneLeft;
import dev.foreshock.engine.model.BalancerSpec.Switching;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The configuration of HAProxy for a balancer, by what the HAProxy 2.6 configuration manual says of each setting. */
public final class HaproxyConfig {
    private static final String FOREVER = "24h";

    private HaproxyConfig() {}

    /** Returns why HAProxy cannot be what a balancer is described as, with the way out; nothing if it can. */
    public static Optional<String> obstacle(BalancerSpec spec) {
        List<String> all = new ArrayList<>();
        if (spec.switching() == Switching.DNS) {
            all.add("it does not answer for resolvers ('switch' must be at-once)");
        }
        if (spec.choose().by() == ChoiceSpec.By.WEIGHTED) {
            all.add("it does not know users ('choose' must be for each call, as round-robin)");
        } else if (!spec.choose().view().isZero()) {
            all.add("it knows at any time what is in flight ('choose.view' must be 0s)");
        }
        if (spec.eject() != null) {
            all.add("it ejects nobody for a time ('eject' must be left out)");
        }
        if (spec.noneLeft() != NoneLeft.REFUSE) {
            all.add("it refuses calls while no server is up ('none-left' must be refuse)");
        }
        HealthCheckSpec check = spec.check();
        if (check != null && check.depth() == Depth.DEEP) {
            all.add("its checks ask the process ('check.depth' must be shallow)");
        }
        if (check != null && check.from() == From.BEGIN) {
            all.add("it counts the period of checks from their end ('check.from' must be end)");
        }
        if (!(spec.link().latency() instanceof Fixed fixed) || !fixed.value().isZero()) {
            all.add("it adds no latency ('link.latency' must be 0s)");
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", all));
    }

    /**
     * Returns the configuration.
     *
     * @param addresses where each target listens, as {@code host:port}
     */
    static String text(String name, BalancerSpec spec, int port, Map<String, String> addresses) {
        List<String> lines = new ArrayList<>(List.of(
                "global",
                "    maxconn 4000",
                "    nbthread 1",
                "    log stdout format raw daemon notice",
                "defaults",
                "    mode http",
                "    log global",
                "    option abortonclose",
                "    timeout client " + FOREVER,
                "    timeout connect " + limit(spec.timeout()),
                "    timeout server " + limit(spec.timeout()),
                "    timeout queue " + limit(spec.timeout())));
        redispatch(spec.redispatch(), lines);
        lines.addAll(
                List.of("frontend in", "    bind 127.0.0.1:" + port, "    default_backend " + name, "backend " + name));
        lines.add("    balance " + balance(spec.choose()));
        HealthCheckSpec check = spec.check();
        if (check != null) {
            lines.add("    option httpchk GET /health");
            lines.add("    http-check expect status 200");
            lines.add("    timeout check " + limit(check.within()));
            lines.add("    default-server inter " + limit(check.every()) + " fall " + check.downAfter() + " rise "
                    + check.upAfter());
        }
        Integer connections = spec.link().connections();
        String most = connections == null ? "" : " maxconn " + connections;
        new TreeMap<>(spec.weights())
                .forEach((target, share) -> lines.add("    server " + target + " " + addresses.get(target) + most
                        + (check == null ? "" : " check") + " weight " + (share.share() > 0 ? 1 : 0)));
        return String.join("\n", lines) + "\n";
    }

    private static void redispatch(@Nullable RedispatchSpec spec, List<String> lines) {
        lines.add("    retries " + (spec == null ? 0 : spec.times()));
        if (spec == null) {
            lines.add("    no option redispatch");
            return;
        }
        lines.add("    option redispatch 1");
        lines.add(
                "    retry-on " + spec.on().stream().map(HaproxyConfig::events).collect(Collectors.joining(" ")));
    }

    private static String events(On on) {
        return switch (on) {
            case REFUSED -> "conn-failure";
            case RESET -> "empty-response junk-response 502";
            case TIMED_OUT -> "response-timeout 504";
            case SHED -> "503";
            case ERROR -> "500";
        };
    }

    private static String balance(ChoiceSpec choice) {
        return switch (choice.by()) {
            case ROUND_ROBIN -> "roundrobin";
            case LEAST_IN_FLIGHT -> "leastconn";
            case RANDOM -> "random(1)";
            case BEST_OF -> "random(" + choice.of() + ")";
            case WEIGHTED -> throw new IllegalArgumentException("HAProxy must choose for each call");
        };
    }

    private static String limit(@Nullable Duration time) {
        return time == null ? FOREVER : Math.max(1, time.toMillis()) + "ms";
    }
}
