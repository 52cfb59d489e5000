package dev.foreshock.faults.plan;

import dev.foreshock.engine.fault.Effect;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.targets.TargetSpec;
import dev.foreshock.faults.internal.plan.Drafting;
import dev.foreshock.faults.internal.plan.Toxics;
import dev.foreshock.faults.undo.Reach;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

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
        byte[] random = new byte[NAME_BYTES];
        new SecureRandom().nextBytes(random);
        return new Drafting(
                        scenario,
                        name,
                        target,
                        Reach.network(call),
                        call,
                        HexFormat.of().formatHex(random))
                .draft();
    }

    /** Returns why a proxy on a link whose calls share connections cannot do an effect; nothing if it can. */
    public static Optional<String> obstacle(Effect effect) {
        return Toxics.obstacle(effect);
    }
}
