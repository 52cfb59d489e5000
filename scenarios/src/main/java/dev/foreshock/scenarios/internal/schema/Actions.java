package dev.foreshock.scenarios.internal.schema;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.catalog.Kind;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.scenarios.internal.read.Samples;
import dev.foreshock.scenarios.internal.read.Setting;
import dev.foreshock.scenarios.internal.read.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds out what can be done to components of a kind, by asking one. */
final class Actions {

    private Actions() {}

    /** Returns the actions, as a runbook would write them to a component called {@code name}. */
    static List<String> of(Kind<?> kind, String name, Catalog catalog) {
        ComponentSpec sample = (ComponentSpec) Samples.of(catalog, kind.type());
        List<String> actions = new ArrayList<>();
        if (sample.understands(new Action.Restart(name))) {
            actions.add("restart " + name);
        }
        for (Setting setting : Shape.of(kind.type()).settings()) {
            Action.changesOf(name, setting.key()).stream()
                    .filter(sample::understands)
                    .forEach(change -> actions.add(change.toString()));
        }
        if (sample.understands(new Action.Weights(name, Map.of()))) {
            actions.add(name + ".weights a 25% b 75%");
        }
        return actions;
    }
}
