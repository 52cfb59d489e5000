package dev.foreshock.faults.plan;

import dev.foreshock.engine.fault.CallEffect;
import dev.foreshock.engine.fault.Effect;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.fault.Latency;
import dev.foreshock.engine.fault.Lost;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.targets.TargetSpec;
import dev.foreshock.faults.control.ServerTokens;
import dev.foreshock.faults.internal.plan.Drafting;
import dev.foreshock.faults.internal.plan.Improvised;
import dev.foreshock.faults.internal.plan.Toxics;
import dev.foreshock.faults.undo.Change;
import dev.foreshock.faults.undo.Reach;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Makes plans: it looks at the servers of a target, and changes nothing. */
public final class Planner {
    private static final int NAME_BYTES = 5;

    private Planner() {}

    /**
     * Plans the faults of a scenario on a target. A clock of its own begins with the first of them.
     *
     * @param scenario the scenario
     * @param name the name of the target
     * @param target the target
     * @param call how long a call to a server may take
     */
    public static Planned plan(Scenario scenario, String name, TargetSpec target, Duration call) {
        return plan(scenario, name, target, call, ServerTokens.NONE);
    }

    /**
     * Plans the faults of a scenario on a target, some of whose servers demand tokens.
     *
     * @param scenario the scenario
     * @param name the name of the target
     * @param target the target
     * @param call how long a call to a server may take
     * @param tokens what they demand
     */
    public static Planned plan(Scenario scenario, String name, TargetSpec target, Duration call, ServerTokens tokens) {
        return new Drafting(scenario, name, target, Reach.network(call, tokens), call, runName()).draft();
    }

    /** Returns a random name for a run. */
    public static String runName() {
        byte[] random = new byte[NAME_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /**
     * Returns what an effect on all calls through one proxy is there, in the order in which it is done.
     *
     * @param server the server's {@code host:port}
     * @param proxy the proxy
     * @param names gives each toxic its name
     * @throws IllegalArgumentException if a proxy cannot do it; says why
     */
    public static List<Change> changes(CallEffect effect, String server, String proxy, Supplier<String> names) {
        return Improvised.changes(effect, server, proxy, names);
    }

    /**
     * Returns a scenario as proxies carry it out: who takes a latency away lets go of what it holds, and who takes a loss away closes the
     * connections that it silenced.
     *
     * @param byProxy tells of a fault, by name, whether a proxy carries it out
     */
    public static Scenario applied(Scenario scenario, Predicate<String> byProxy) {
        Map<String, FaultSpec> faults = new TreeMap<>(scenario.faults());
        faults.replaceAll((name, fault) -> byProxy.test(name) ? fault.doing(byProxy(fault.does())) : fault);
        return scenario.withFaults(faults);
    }

    private static Effect byProxy(Effect effect) {
        if (effect instanceof Latency latency) {
            return latency.released();
        }
        return effect instanceof Lost lost ? lost.resetting() : effect;
    }

    /** Returns why a proxy on a link whose calls share connections cannot do an effect; nothing if it can. */
    public static Optional<String> obstacle(Effect effect) {
        return Toxics.obstacle(effect);
    }
}
