package dev.foreshock.engine.internal.judge;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Comparison;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads off some runs everything that a later run may be compared with. */
public final class Measures {
    private final List<RunResult> runs;
    private final Map<String, Double> values = new TreeMap<>();

    private Measures(List<RunResult> runs) {
        this.runs = runs;
    }

    /** Returns means by {@link Claim#observes()}; infinite for what never came in some run, absent for what some run missed. */
    public static Map<String, Double> of(RunSet set) {
        Measures measures = new Measures(set.runs());
        Set<String> components = new TreeSet<>();
        Set<String> classes = new TreeSet<>();
        set.runs().forEach(run -> {
            components.addAll(run.components().keySet());
            classes.addAll(run.classes().keySet());
        });
        for (Measure measure : Measure.values()) {
            if (measure == Measure.IMPACT_OVER || measure == Measure.REQUESTS_SUCCEEDED) {
                continue; // read where a claim asks for it: time-to.recover and impact.total, success and
                // requests.failed say as much
            }
            Claim claim = Claim.of(measure, Comparison.EQUAL, Limit.of(0));
            if (!measure.needsSubject()) {
                measures.read(claim);
            }
            if (measure.subject() == Named.REQUEST) {
                classes.forEach(name -> measures.read(claim.about(name)));
            } else if (measure == Measure.CRASHES) {
                components.forEach(name -> measures.read(claim.about(name)));
            } else if (measure.needsStandby()) {
                set.scenario().system().components().forEach((name, component) -> {
                    if (component.failsOver()) {
                        measures.read(claim.about(name));
                    }
                });
            }
        }
        set.scenario().record().values().forEach(measures::read);
        set.scenario().gates().values().forEach(measures::read);
        return Collections.unmodifiableMap(measures.values);
    }

    private void read(Claim claim) {
        double[] observed = runs.stream()
                .mapToDouble(run -> new Reading(run, claim).observed())
                .toArray();
        double mean = Arrays.stream(observed).average().orElse(Double.NaN);
        if (!Double.isNaN(mean)) {
            values.put(claim.observes(), mean);
        }
    }
}
