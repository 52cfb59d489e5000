package dev.foreshock.cli.internal.run;

import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.terminal.Shell;
import dev.foreshock.engine.compare.Comparing;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.scenarios.LoadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Says where variants or settings change what a scenario is judged by: a gate that holds then is not the gate of the file. */
final class MovedYardstick {
    private MovedYardstick() {}

    /** Returns the warning; empty where the yardstick is that of the file with its overlays. */
    static Optional<String> warning(LoadResult loaded, Target target) {
        Scenario unchanged = loaded.unchanged();
        Scenario changed = loaded.scenario();
        return unchanged == null || changed == null || Comparing.isSameYardstick(unchanged, changed)
                ? Optional.empty()
                : Optional.of("warning: " + options(target) + " changes what the scenario is judged by: "
                        + String.join(", ", moved(unchanged, changed))
                        + "; the verdict is not about the gates of the file");
    }

    private static String options(Target target) {
        StringBuilder options = new StringBuilder();
        target.variants.forEach(variant -> options.append(" --variant ").append(Shell.quoted(variant)));
        target.sets.forEach(set -> options.append(" --set ").append(Shell.quoted(set)));
        return options.substring(1);
    }

    private static List<String> moved(Scenario unchanged, Scenario changed) {
        List<String> moved = new ArrayList<>();
        TreeSet<String> gates = new TreeSet<>(unchanged.gates().keySet());
        gates.addAll(changed.gates().keySet());
        for (String gate : gates) {
            String was = text(unchanged.gates(), gate);
            String is = text(changed.gates(), gate);
            if (!was.equals(is)) {
                moved.add("gate " + gate + " (" + was + " -> " + is + ")");
            }
        }
        if (!unchanged.define().equals(changed.define())) {
            moved.add("define");
        }
        if (!unchanged.clock().equals(changed.clock())) {
            moved.add("clock");
        }
        return moved;
    }

    private static String text(Map<String, ?> claims, String name) {
        return claims.containsKey(name) ? String.valueOf(claims.get(name)) : "none";
    }
}
