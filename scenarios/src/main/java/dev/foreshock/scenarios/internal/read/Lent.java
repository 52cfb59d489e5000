package dev.foreshock.scenarios.internal.read;

import dev.foreshock.engine.describe.Caution;
import dev.foreshock.engine.describe.Caution.Kind;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.scenarios.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settings that several components have from one place, such as a class or a default: what is said there of all servers need not be of use to each
 * of them, and is odd only if it is of use to none. Used once.
 */
final class Lent {
    private static final String COMPONENTS = "system.components.";

    private final Set<String> components;
    private final Finder finder;
    private final Set<String> idle;
    private final Map<String, Set<Place>> useful = new HashMap<>();

    Lent(Scenario scenario, List<Caution> cautions, Finder finder) {
        this.components = scenario.system().components().keySet();
        this.finder = finder;
        this.idle = cautions.stream()
                .filter(caution -> caution.kind() == Kind.SETTING_WITHOUT_EFFECT)
                .map(Caution::path)
                .collect(Collectors.toSet());
    }

    /** Tells whether {@code caution} is about a setting without effect that comes from where another component has it, too, with one. */
    boolean hasEffectElsewhere(Caution caution) {
        String path = caution.path();
        if (caution.kind() != Kind.SETTING_WITHOUT_EFFECT) {
            return false;
        }
        int dot = path.lastIndexOf('.');
        while (!components.contains(
                path.substring(COMPONENTS.length(), dot))) { // names have dots in them, and settings
            dot = path.lastIndexOf('.', dot - 1);
        }
        return useful.computeIfAbsent(path.substring(dot), this::placesWithEffect)
                .contains(place(path));
    }

    private Set<Place> placesWithEffect(String setting) {
        return components.stream()
                .map(name -> COMPONENTS + name + setting)
                .filter(path -> !idle.contains(path))
                .map(this::place)
                .collect(Collectors.toSet());
    }

    private Place place(String path) {
        return finder.find(path).site().place();
    }
}
