package dev.foreshock.engine.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.judge.Anchor;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.judge.Span;
import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Phases;
import dev.foreshock.engine.result.RequestFigures;
import dev.foreshock.engine.result.Requests;
import dev.foreshock.engine.result.ResponseTimes;
import dev.foreshock.engine.unit.Comparison;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private static double read(Runs run, Measure measure) {
        return read(run, Claim.of(measure, Comparison.EQUAL, Limit.of(0)));
    }

    private static double read(Runs run, Claim claim) {
        return new Reading(run.build(), claim).observed();
    }

    private static double during(Runs run, Measure measure, String from, String until) {
        Claim claim = Claim.of(measure, Comparison.EQUAL, Limit.of(0)).in(Span.during(from, until));
        return read(run, measure.needsSubject() ? claim.about("web") : claim);
    }

    @Test
    void incidents() {
        Runs run = new Runs().incident(5, 47);
        assertThat(read(run, Measure.INCIDENT_START)).isEqualTo(300);
        assertThat(read(run, Measure.INCIDENT_END)).isEqualTo(47 * 60);
        assertThat(read(run, Measure.INCIDENT_DURATION)).isEqualTo(42 * 60);
        Runs open = new Runs().incident(5, null);
        assertThat(read(open, Measure.INCIDENT_START)).isEqualTo(300);
        assertThat(read(open, Measure.INCIDENT_END)).isEqualTo(NEVER);
        assertThat(read(open, Measure.INCIDENT_DURATION)).isEqualTo(NEVER);
        assertThat(read(new Runs(), Measure.INCIDENT_START)).isEqualTo(NEVER);
    }

    @Test
    void impactsAndBlackouts() {
        Runs run = new Runs()
                .impacts(Runs.minutes(3, 10), Runs.minutes(20, 24))
                .blackouts(Runs.minutes(4, 6), Runs.open(50));
        assertThat(read(run, Measure.IMPACT_TOTAL)).isEqualTo(11 * 60);
        assertThat(read(run, Measure.IMPACT_LONGEST)).isEqualTo(7 * 60);
        assertThat(read(run, Measure.BLACKOUT_START)).isEqualTo(240);
        assertThat(read(run, Measure.BLACKOUT_END)).isEqualTo(NEVER);
        assertThat(read(run, Measure.BLACKOUT_TOTAL)).isEqualTo(12 * 60);
        assertThat(read(new Runs().blackouts(Runs.minutes(4, 6)), Measure.BLACKOUT_END))
                .isEqualTo(360);
        assertThat(read(new Runs(), Measure.IMPACT_TOTAL)).isZero();
        assertThat(read(new Runs(), Measure.IMPACT_LONGEST)).isZero();
        assertThat(read(new Runs(), Measure.BLACKOUT_START)).isEqualTo(NEVER);
        assertThat(read(new Runs(), Measure.BLACKOUT_END)).isNaN();
        assertThat(read(new Runs(), Measure.BLACKOUT_TOTAL)).isZero();
    }

    @Test
    void users() {
        assertThat(read(new Runs().affected(70), Measure.USERS_AFFECTED)).isEqualTo(0.7);
        assertThat(read(new Runs().nobody(), Measure.USERS_AFFECTED)).isNaN();
    }

    @Test
    void successAndFailuresOfASpan() {
        List<Long> good = new ArrayList<>(Collections.nCopies(60, 100L));
        List<Long> bad = new ArrayList<>(Collections.nCopies(60, 0L));
        good.set(10, 20L);
        bad.set(10, 80L);
        Runs run = new Runs().minutes(good, bad);
        assertThat(during(run, Measure.SUCCESS, "09:10", "09:11")).isEqualTo(0.2);
        assertThat(during(run, Measure.SUCCESS, "09:10", "09:12")).isEqualTo(0.6);
        assertThat(during(run, Measure.SUCCESS, "09:10:29", "09:11"))
                .as("no whole minute lies in the span")
                .isNaN();
        assertThat(during(run, Measure.REQUESTS_FAILED, "09:10:05", "09:10:29"))
                .as("and none is not zero")
                .isNaN();
        assertThat(during(run, Measure.SUCCESS, "09:10:31", "09:12")).isEqualTo(1);
        assertThat(read(run, Measure.REQUESTS_FAILED)).isEqualTo(80);
        assertThat(read(run, Measure.REQUESTS_SUCCEEDED)).isEqualTo(59 * 100 + 20);
        assertThat(during(run, Measure.REQUESTS_SUCCEEDED, "09:10", "09:12")).isEqualTo(120);
        assertThat(during(run, Measure.REQUESTS_FAILED, "09:11", "10:00")).isZero();
        assertThat(read(new Runs().nobody(), Measure.SUCCESS)).isNaN();
    }

    @Test
    void aClassOfRequestsIsReadFromItsOwnFigures() {
        List<Long> good = Collections.nCopies(60, 3L);
        List<Long> bad = Collections.nCopies(60, 1L);
        RequestFigures buy = new RequestFigures(
                new Requests(240, 180, 60, 0, Map.of()), new ResponseTimes(5, 6, 7, 8, 9), good, bad);
        Runs run = new Runs().classes(Map.of("buy", buy));
        assertThat(of(run, Measure.SUCCESS, "buy")).isEqualTo(0.75);
        assertThat(of(run, Measure.REQUESTS_FAILED, "buy")).isEqualTo(60);
        assertThat(of(run, Measure.REQUESTS_SUCCEEDED, "buy")).isEqualTo(180);
        assertThat(of(run, Measure.RESPONSE_P99, "buy")).isEqualTo(8);
        assertThat(of(run, Measure.SUCCESS, "browse"))
                .as("a class that was not seen is not all requests")
                .isNaN();
        assertThat(of(run, Measure.REQUESTS_FAILED, "browse")).isNaN();
        assertThat(of(run, Measure.RESPONSE_P99, "browse")).isNaN();
        Claim claim = Claim.of(Measure.REQUESTS_FAILED, Comparison.EQUAL, Limit.of(0))
                .about("buy")
                .in(Span.during("09:10", "09:15"));
        assertThat(read(run, claim)).isEqualTo(5);
    }

    private static double of(Runs run, Measure measure, String requestClass) {
        return read(run, Claim.of(measure, Comparison.EQUAL, Limit.of(0)).about(requestClass));
    }

    @Test
    void responseTimes() {
        Measure[] measures = {
            Measure.RESPONSE_MEAN,
            Measure.RESPONSE_P50,
            Measure.RESPONSE_P90,
            Measure.RESPONSE_P99,
            Measure.RESPONSE_P999
        };
        for (int i = 0; i < measures.length; i++) {
            assertThat(read(new Runs(), measures[i])).isEqualTo(i + 1);
            assertThat(read(new Runs().nobody(), measures[i])).isNaN();
        }
    }

    @Test
    void crashesAndPagesOfASpan() {
        Runs run = new Runs()
                .entry(5, Event.CRASHED, "web")
                .entry(6, Event.CRASHED, "db")
                .entry(10, Event.UP, "web")
                .entry(12, Event.CRASHED, "web")
                .entry(13, Event.PAGED, "sam");
        Claim crashes = Claim.of(Measure.CRASHES, Comparison.EQUAL, Limit.of(0)).about("web");
        assertThat(read(run, crashes)).isEqualTo(2);
        assertThat(during(run, Measure.CRASHES, "09:05", "09:12"))
                .as("start included, end excluded")
                .isEqualTo(1);
        assertThat(during(run, Measure.CRASHES, "09:06", "09:13")).isEqualTo(1);
        assertThat(read(run, Measure.PAGES)).isEqualTo(1);
        assertThat(read(run.dropping(1), crashes))
                .as("not all crashes were written down")
                .isNaN();
    }

    @Test
    void timeToCrash() {
        Runs run = new Runs()
                .entry(5, Event.CRASHED, "web")
                .entry(10, Event.UP, "web")
                .entry(12, Event.CRASHED, "web");
        assertThat(during(run, Measure.TIME_TO_CRASH, "09:06", "10:00"))
                .as("from its start")
                .isEqualTo(120);
        assertThat(during(run, Measure.TIME_TO_CRASH, "09:11", "10:00"))
                .as("from the start of the span")
                .isEqualTo(60);
        assertThat(during(run, Measure.TIME_TO_CRASH, "09:13", "10:00")).isEqualTo(NEVER);
        assertThat(during(run, Measure.TIME_TO_CRASH, "09:06", "09:11"))
                .as("no crash within the span")
                .isEqualTo(NEVER);
    }

    @Test
    void phasesCountFromTheTrigger() {
        Runs run = new Runs()
                .phases(new Phases(
                        60_000_000_000L,
                        120_000_000_000L,
                        180_000_000_000L,
                        null,
                        300_000_000_000L,
                        null,
                        900_000_000_000L));
        assertThat(read(run, Measure.DETECT)).isEqualTo(60);
        assertThat(read(run, Measure.ACKNOWLEDGE)).isEqualTo(120);
        assertThat(read(run, Measure.DIAGNOSE)).isEqualTo(NEVER);
        assertThat(read(run, Measure.MITIGATE)).isEqualTo(240);
        assertThat(read(run, Measure.RECOVER)).isEqualTo(840);
        assertThat(read(new Runs(), Measure.DETECT)).as("without an impact").isZero();
    }

    @Test
    void stepsAreAnchorsOfSpansAndLimits() {
        Runs run = new Runs()
                .entry(20, Event.STEP_DONE, "mend")
                .entry(25, Event.CRASHED, "web")
                .entry(30, Event.STEP_DONE, "mend");
        Claim after = Claim.of(Measure.CRASHES, Comparison.EQUAL, Limit.of(0))
                .about("web")
                .in(Span.after(Anchor.step("mend")));
        assertThat(read(run, after)).isEqualTo(1);
        Claim later = Claim.of(Measure.CRASHES, Comparison.EQUAL, Limit.of(0))
                .about("web")
                .in(Span.after(new Anchor.AfterStep("mend", Duration.ofMinutes(6))));
        assertThat(read(run, later)).isZero();
        assertThat(read(new Runs(), after)).as("the step did not run").isNaN();
        Claim limit = Claim.of(
                Measure.BLACKOUT_END,
                Comparison.BELOW,
                new Limit.Time(new Anchor.AfterStep("mend", Duration.ofMinutes(5))));
        assertThat(new Reading(run.build(), limit).limit()).isEqualTo(25 * 60);
        assertThat(new Reading(new Runs().build(), limit).limit()).isNaN();
    }

    @Test
    void aSpanThatIsEmptyOrBeyondTheEndShowsNothing() {
        Runs run = new Runs().entry(50, Event.STEP_DONE, "mend");
        Claim beyond = Claim.of(Measure.REQUESTS_FAILED, Comparison.EQUAL, Limit.of(0))
                .in(Span.after(new Anchor.AfterStep("mend", Duration.ofMinutes(10))));
        assertThat(read(run, beyond)).isNaN();
        Claim backwards = Claim.of(Measure.PAGES, Comparison.EQUAL, Limit.of(0))
                .in(new Span(Anchor.step("mend"), Anchor.at("09:30")));
        assertThat(read(run, backwards)).isNaN();
    }

    @Test
    void impactsAreOverAfterTheTriggerOrTheFirstOfThem() {
        Interval first = new Interval(10 * Runs.MINUTE, 15 * Runs.MINUTE, false);
        Interval second = new Interval(20 * Runs.MINUTE, 32 * Runs.MINUTE, false);
        Interval open = new Interval(40 * Runs.MINUTE, 60 * Runs.MINUTE, true);
        Runs run = new Runs().impacts(first, second);
        Claim whole = Claim.of(Measure.IMPACT_OVER, Comparison.AT_MOST, Limit.of(600));
        assertThat(read(run, whole)).as("from 10 to 32").isEqualTo(22 * 60);
        assertThat(read(run, whole.in(Span.after(Anchor.at("09:25"))))).isEqualTo(7 * 60);
        assertThat(read(run, whole.in(Span.after(Anchor.at("09:32"))))).isZero();
        assertThat(read(run, whole.in(new Span(null, Anchor.at("09:20"))))).isEqualTo(5 * 60);
        assertThat(read(new Runs(), whole)).as("no impact").isZero();
        assertThat(read(new Runs().impacts(first, open), whole)).isInfinite();
    }

    @Test
    void everyMeasureCanBeRead() {
        for (Measure measure : Measure.values()) {
            Claim claim = Claim.of(measure, Comparison.EQUAL, Limit.of(0)).about("web");
            read(new Runs(), claim);
            read(new Runs().nobody(), claim);
        }
    }
}
