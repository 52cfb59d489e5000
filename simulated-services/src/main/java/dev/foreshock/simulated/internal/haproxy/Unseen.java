package dev.foreshock.simulated.internal.haproxy;

import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.people.MonitorSpec;
import dev.foreshock.engine.people.Signal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What monitors would look at in vain where HAProxy is in place of a balancer: it is not scraped, and counts no calls to the servers behind it. */
public final class Unseen {
    /** What only callers know. */
    private static final Set<Signal> OF_CALLERS = EnumSet.of(Signal.SUCCESS, Signal.REQUESTS, Signal.RESPONSE_TIME);

    private Unseen() {}

    /** Returns which monitors would never fire, with the way out; nothing if all can see what they look at. */
    public static Optional<String> obstacle(Scenario scenario, String name, BalancerSpec spec) {
        List<String> all = new ArrayList<>();
        for (Map.Entry<String, MonitorSpec> each : scenario.monitors().entrySet()) {
            MonitorSpec monitor = each.getValue();
            String path = "monitors." + each.getKey();
            if (!monitor.enabled()) {
                continue;
            }
            if (monitor.watches().equals(name)) {
                all.add("nobody scrapes it ('" + path + ".watches' must be another component, or '" + path
                        + ".enabled' no)");
            } else if (spec.weights().containsKey(monitor.watches()) && OF_CALLERS.contains(monitor.signal())) {
                all.add("it counts no calls, so that the " + monitor.signal().text() + " of " + monitor.watches()
                        + " is not known ('" + path + "' must look at what " + monitor.watches()
                        + " knows itself, as utilization, or '" + path + ".enabled' must be no)");
            }
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", all));
    }
}
