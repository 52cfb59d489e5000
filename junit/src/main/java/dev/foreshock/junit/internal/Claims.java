package dev.foreshock.junit.internal;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.junit.Inconclusive;
import dev.foreshock.reports.ClaimText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opentest4j.AssertionFailedError;

/**
 * What became of the claims of a run, each by itself.
 *
 * @param told what to report of those that fail nothing, by name
 * @param failures a failure for each that does not hold
 * @param undecided what is inconclusive, where that fails nothing
 */
record Claims(Map<String, String> told, List<AssertionFailedError> failures, List<String> undecided) {
    static final Claims NONE = new Claims(Map.of(), List.of(), List.of());

    Claims {
        told = Collections.unmodifiableMap(new LinkedHashMap<>(told));
        failures = List.copyOf(failures);
        undecided = List.copyOf(undecided);
    }

    /** Judges the runs of a seed. */
    static Claims of(ScenarioRuns scenarioRuns, long seed) {
        if (!scenarioRuns.hasClaims()) {
            return NONE;
        }
        RunSet runs = scenarioRuns.runs(seed);
        Clock clock = runs.scenario().clock();
        boolean mayStayOpen = scenarioRuns.request().inconclusive() == Inconclusive.ABORTS;
        Map<String, String> told = new LinkedHashMap<>();
        List<AssertionFailedError> failures = new ArrayList<>();
        List<String> undecided = new ArrayList<>();
        for (Judgement claim : runs.deciding()) {
            String name = scenarioRuns.claimNoun() + " " + claim.name();
            String text = claim.verdict().text() + ": " + ClaimText.of(claim, clock);
            boolean isOpen = claim.verdict() == Verdict.INCONCLUSIVE && mayStayOpen;
            if (isOpen) {
                undecided.add(name + " " + text);
            }
            if (isOpen || claim.verdict() == Verdict.PASSED) {
                told.put(name, text);
            } else {
                failures.add(new AssertionFailedError(
                        name + " " + text, claim.claim().wants(), ClaimText.observed(claim, clock)));
            }
        }
        return new Claims(told, failures, undecided);
    }
}
