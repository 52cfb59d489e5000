package dev.foreshock.scenarios.internal.read;

import dev.foreshock.engine.describe.Caution;
import dev.foreshock.engine.model.Cautions;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Note;
import dev.foreshock.scenarios.internal.report.Report;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Warns of what is legal in a scenario and likely not meant. A variant is warned of only where it adds something: what its
 * scenario has already, be it with other numbers, is said once. Not thread-safe.
 */
public final class Oddities {

    private final Set<String> said = new HashSet<>();

    /**
     * Adds a warning for each caution that was not said before.
     *
     * @param scenario a sound scenario
     * @param variant the variant that makes it what it is; empty for the scenario as it was asked for
     */
    void warn(Scenario scenario, String variant, Finder finder, Report report) {
        List<Caution> cautions = Cautions.of(scenario);
        Lent lent = new Lent(scenario, cautions, finder);
        for (Caution caution : cautions) {
            if (!lent.hasEffectElsewhere(caution) && said.add(caution.kind() + " " + caution.path())) {
                String message =
                        variant.isEmpty() ? caution.message() : "in variant '" + variant + "', " + caution.message();
                report.add(
                        code(caution.kind()),
                        finder.find(caution.path()).site().place(),
                        message,
                        caution.help(),
                        notes(caution, finder));
            }
        }
    }

    private static List<Note> notes(Caution caution, Finder finder) {
        return caution.otherPath().isEmpty()
                ? List.of()
                : List.of(new Note(
                        caution.otherMessage(),
                        finder.find(caution.otherPath()).site().place()));
    }

    /** Returns the code that is called like {@code kind}. */
    static Code code(Caution.Kind kind) {
        return Code.valueOf(kind.name());
    }
}
