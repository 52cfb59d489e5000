package dev.foreshock.engine.cause;

import dev.foreshock.engine.compare.Field;
import dev.foreshock.engine.describe.Relief;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.internal.cause.FieldWithout;
import dev.foreshock.engine.internal.cause.Reliever;
import dev.foreshock.engine.model.Scenario;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the parts of scenarios that can bring an impact about, and takes them away.
 *
 * <p>These are all curves of the traffic but the usual one, alone and together, and every setting marked {@link Relief} that
 * is not already what it would become. Draws hang on names and not on what else is there, so all that is left happens as it
 * did.
 */
public final class Causes {
    private Causes() {}

    /** Returns the causes in {@code scenario}, sorted by name. */
    public static List<Cause> of(Scenario scenario) {
        return Reliever.relieve(scenario, Set.of()).causes();
    }

    /**
     * Returns {@code scenario} without some of its causes.
     *
     * @throws IllegalArgumentException if there is no cause of one of the names; the message has those that are near
     */
    public static Scenario without(Scenario scenario, Collection<String> names) {
        Set<String> wanted = new TreeSet<>(names);
        Reliever.Relieved relieved = Reliever.relieve(scenario, wanted);
        Set<String> known = namesOf(relieved.causes());
        wanted.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw unknown(name, known);
        });
        return relieved.scenario();
    }

    /** Returns {@code scenario} without one of its causes; see {@link #without(Scenario, Collection)}. */
    public static Scenario without(Scenario scenario, String name) {
        return without(scenario, Set.of(name));
    }

    /**
     * Returns a field whose contenders do without some causes, as far as they have them.
     *
     * @throws IllegalArgumentException if no contender has a cause of one of the names; the message has those that are near
     */
    public static Field without(Field field, Collection<String> names) {
        Set<String> wanted = new TreeSet<>(names);
        Set<String> known = new TreeSet<>();
        field.contenders().stream()
                .map(contender -> of(field.scenario(contender, java.util.Map.of())))
                .forEach(causes -> known.addAll(namesOf(causes)));
        wanted.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw unknown(name, known);
        });
        return new FieldWithout(field, wanted);
    }

    private static Set<String> namesOf(List<Cause> causes) {
        Set<String> names = new TreeSet<>();
        causes.forEach(cause -> names.add(cause.name()));
        return names;
    }

    private static IllegalArgumentException unknown(String name, Set<String> known) {
        return new IllegalArgumentException("what is taken away must be a cause in the scenario, but was '" + name
                + "' (" + Spelling.hint(name, "causes", known) + ")");
    }
}
