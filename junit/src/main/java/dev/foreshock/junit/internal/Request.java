package dev.foreshock.junit.internal;

import dev.foreshock.engine.Stopping;
import dev.foreshock.junit.Inconclusive;
import dev.foreshock.junit.Judge;
import dev.foreshock.junit.ScenarioTest;
import dev.foreshock.scenarios.Changes;
import dev.foreshock.scenarios.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * What an annotation asks for.
 *
 * @param source which scenario
 * @param changes what is changed about it
 * @param seeds the seeds, each for a run of its own
 * @param replications how many replications each has
 * @param scale the factor on the size of the system
 * @param judge what is asserted
 * @param inconclusive what becomes of what is not decided
 */
record Request(
        Source source,
        Changes changes,
        List<Long> seeds,
        int replications,
        double scale,
        Judge judge,
        Inconclusive inconclusive) {
    Request {
        seeds = List.copyOf(seeds);
    }

    /**
     * Reads an annotation.
     *
     * @param takesSet whether the method takes all replications at once
     * @throws ExtensionConfigurationException with all that is wrong
     */
    static Request of(ScenarioTest annotation, Finder finder, boolean takesSet) {
        List<Long> seeds = Arrays.stream(annotation.seeds()).boxed().toList();
        List<String> problems = new ArrayList<>();
        if (seeds.isEmpty()) {
            problems.add("seeds must have at least one, but were none");
        } else if (new HashSet<>(seeds).size() < seeds.size()) {
            problems.add("seeds must differ, but were " + seeds);
        }
        if (annotation.replications() < 0 || annotation.replications() > Stopping.MOST) {
            problems.add("replications must be from 1 to " + Stopping.MOST + ", or 0 for the usual number, but were "
                    + annotation.replications());
        }
        if (!(annotation.scale() > 0) || Double.isInfinite(annotation.scale())) {
            problems.add("scale must be a positive number such as 0.5, but was " + annotation.scale());
        }
        if (!problems.isEmpty()) {
            throw new ExtensionConfigurationException(
                    "@ScenarioTest(\"" + annotation.value() + "\"): " + String.join("; ", problems));
        }
        List<Path> overlays =
                Arrays.stream(annotation.overlays()).map(finder::file).toList();
        return new Request(
                finder.scenario(annotation.value()),
                new Changes(overlays, List.of(annotation.variants()), List.of(annotation.sets())),
                seeds,
                annotation.replications() > 0 ? annotation.replications() : takesSet ? Stopping.FIRST_LOOK : 1,
                annotation.scale(),
                annotation.judge(),
                annotation.inconclusive());
    }
}
