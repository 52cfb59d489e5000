package dev.foreshock.faults.internal.plan;

import dev.foreshock.engine.fault.CallEffect;
import dev.foreshock.engine.targets.LinkTarget;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.faults.undo.Change;
import java.util.List;
import java.util.function.Supplier;

/** Effects on a proxy that no target describes. */
public final class Improvised {
    private Improvised() {}

    /**
     * Returns what an effect is on a proxy.
     *
     * @throws IllegalArgumentException if a proxy cannot do it
     */
    public static List<Change> changes(CallEffect effect, String server, String proxy, Supplier<String> names) {
        if (!effect.calls().equals(Percent.HUNDRED)) {
            throw new IllegalArgumentException("a fault on a proxy must strike all calls, but '" + effect.text()
                    + "' strikes a share: a proxy sees connections, of which a toxic with a toxicity strikes a share");
        }
        LinkTarget link = new LinkTarget(proxy, server, proxy, "", true, false, null);
        try {
            return new Toxics(server, link, names).of(effect).changes();
        } catch (Inexpressible e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
