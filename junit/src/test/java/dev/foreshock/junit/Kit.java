package dev.foreshock.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What became of the tests of a class, which no build runs by itself. */
record Kit(EngineExecutionResults results) {
    static Kit run(Class<?> tests) {
        return new Kit(EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute());
    }

    /** Does the same, two tests at a time where they say that they may. */
    static Kit runSideBySide(Class<?> tests) {
        return new Kit(EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .execute());
    }

    /** Returns the names of tests as they are shown, in the order in which they ended. */
    List<String> names() {
        return results.testEvents().finished().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    long passed() {
        return results.testEvents().succeeded().count();
    }

    /** Returns why each test failed that did. */
    List<Throwable> failures() {
        return throwables(results.testEvents().failed().stream().toList());
    }

    /** Returns why each test was aborted that was. */
    List<Throwable> aborted() {
        return throwables(results.testEvents().aborted().stream().toList());
    }

    /** Returns why each class or method failed that had no invocation. */
    List<Throwable> containerFailures() {
        return throwables(results.containerEvents().failed().stream().toList());
    }

    /** Returns what was reported, by its name. */
    Map<String, String> reported() {
        Map<String, String> reported = new TreeMap<>();
        results.allEvents()
                .reportingEntryPublished()
                .map(event -> event.getRequiredPayload(ReportEntry.class))
                .forEach(entry -> reported.putAll(entry.getKeyValuePairs()));
        return reported;
    }

    private static List<Throwable> throwables(List<Event> events) {
        return events.stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .toList();
    }
}
