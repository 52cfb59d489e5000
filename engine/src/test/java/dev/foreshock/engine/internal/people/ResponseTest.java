package dev.foreshock.engine.internal.people;

import static dev.foreshock.engine.result.Outcome.ERROR;
import static dev.foreshock.engine.result.Outcome.OK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.curve.Hold;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.fault.Pause;
import dev.foreshock.engine.internal.run.Stub;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.RestartSpec;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.people.StepRef;
import dev.foreshock.engine.people.StepSpec;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResponseTest {
    /** A component that is down from the start: its stub answers with errors; the alert fires at 60 s. */
    private static ScenarioBuilder trouble() {
        return Worlds.open(Stub.after(10, ERROR), 20, Duration.ofMinutes(60))
                .component(
                        "other",
                        ServerSpec.of(1, new Fixed(Duration.ZERO))
                                .restart(RestartSpec.byHand(Duration.ofSeconds(60), Percent.HUNDRED, Duration.ZERO))
                                .build())
                .monitor("errors", alert())
                .responder("sam", ResponderSpec.reachedIn(Duration.ofMinutes(2)))
                .responder("kim", ResponderSpec.joinsIn(Duration.ofMinutes(3)));
    }

    private static Alert alert() {
        return Alert.on("web", Condition.of(Signal.SUCCESS, Comparison.BELOW, 0.9, Duration.ofSeconds(45)), "sam")
                .telling("errors");
    }

    private static StepSpec.Builder step(String who, int minutes) {
        return StepSpec.by(who, Duration.ofMinutes(minutes));
    }

    private static List<String> story(ScenarioBuilder builder) {
        return story(Worlds.runOnce(builder.build()));
    }

    private static List<String> story(RunResult run) {
        return run.journal().entries().stream()
                .filter(entry -> entry.event() != Event.LEARNED && entry.event() != Event.TRAFFIC)
                .map(entry -> entry.atNanos() / 1_000_000_000 + " " + entry.event() + " " + entry.subject())
                .toList();
    }

    @Test
    void aStepTakesItsTimeAfterThePageIsReadAndTheStepBefore() {
        assertThat(story(trouble()
                        .step("look", step("sam", 5).build())
                        .step("mend", step("sam", 7).after(StepRef.done("look")).build())))
                .containsExactly(
                        "60 FIRING errors",
                        "60 PAGED sam",
                        "180 ACKNOWLEDGED sam",
                        "180 STEP_BEGAN look",
                        "480 STEP_DONE look",
                        "480 STEP_BEGAN mend",
                        "900 STEP_DONE mend");
    }

    @Test
    void aResponderDoesOneStepAtATimeAndOthersJoinInMeanwhile() {
        assertThat(story(trouble()
                        .step("a", step("sam", 5).build())
                        .step("b", step("sam", 5).build())
                        .step("c", step("kim", 5).build())
                        .step("d", step("kim", 1).build())))
                .containsExactly(
                        "60 FIRING errors",
                        "60 PAGED sam",
                        "180 ACKNOWLEDGED sam",
                        "180 STEP_BEGAN a",
                        "360 JOINED kim",
                        "360 STEP_BEGAN c",
                        "480 STEP_DONE a",
                        "480 STEP_BEGAN b",
                        "660 STEP_DONE c",
                        "660 STEP_BEGAN d",
                        "720 STEP_DONE d",
                        "780 STEP_DONE b");
    }

    @Test
    void aStepWaitsForWhatItNeedsToBeKnown() {
        assertThat(story(trouble()
                        .step("mend", step("sam", 1).needs("cause", "errors").build())
                        .step("search", step("kim", 4).gives("cause").build())))
                .containsSubsequence(
                        "360 STEP_BEGAN search", "600 STEP_DONE search", "600 STEP_BEGAN mend", "660 STEP_DONE mend");
    }

    @Test
    void aStepIsSkippedOnceItIsKnownToBeUnnecessaryAndCountsAsDone() {
        assertThat(story(trouble()
                        .step("a", step("sam", 1).gives("known").build())
                        .step(
                                "b",
                                step("sam", 9)
                                        .after(StepRef.done("a"))
                                        .skipIf("known")
                                        .build())
                        .step("c", step("sam", 2).after(StepRef.done("b")).build())))
                .containsSubsequence("240 STEP_DONE a", "240 STEP_SKIPPED b", "240 STEP_BEGAN c", "360 STEP_DONE c")
                .doesNotContain("240 STEP_BEGAN b");
    }

    private static StepSpec restart(String of, int limit, int settles, int lasts) {
        return step("sam", 5)
                .does(new Action.Restart(of))
                .workedIf(Condition.of(Signal.UP, Comparison.AT_LEAST, limit, Duration.ofMinutes(lasts))
                        .about(of))
                .settlesIn(Duration.ofMinutes(settles))
                .build();
    }

    private static ScenarioBuilder branches(StepSpec restart) {
        return trouble()
                .step("restart", restart)
                .step(
                        "next",
                        step("sam", 1)
                                .after(new StepRef("restart", StepRef.Ending.WORKED))
                                .build())
                .step(
                        "redirect",
                        step("sam", 1).after(StepRef.failed("restart")).build());
    }

    @Test
    void aRestartThatWorksIsFollowedByTheStepForThat() {
        assertThat(story(branches(restart("other", 1, 5, 2))))
                .containsSubsequence(
                        "180 STEP_BEGAN restart",
                        "480 ACTED other",
                        "480 STARTED other",
                        "480 STEP_DONE restart",
                        "540 UP other",
                        "660 STEP_DONE restart",
                        "660 STEP_BEGAN next")
                .noneMatch(line -> line.endsWith("redirect"));
    }

    @Test
    void aRestartThatDoesNotSettleInTimeIsFollowedByTheStepForThat() {
        assertThat(story(branches(restart("other", 2, 4, 2))))
                .containsSubsequence("480 STEP_DONE restart", "720 STEP_FAILED restart", "720 STEP_BEGAN redirect")
                .noneMatch(line -> line.endsWith("next"));
    }

    @Test
    void aRestartThatDoesNotLastHasFailedTheMomentThatIsSeen() {
        ScenarioBuilder again = branches(restart("other", 1, 5, 4))
                .step("kick", step("kim", 5).does(new Action.Restart("other")).build());
        assertThat(story(again))
                .as("kim joins at 360 and restarts it at 660; sam looks at 660 and at 675")
                .containsSubsequence("540 UP other", "660 STARTED other")
                .containsAnyOf("660 STEP_FAILED restart", "675 STEP_FAILED restart")
                .noneMatch(line -> line.endsWith("next"));
    }

    @Test
    void anEarlierAlertMovesEverythingBehindIt() {
        ScenarioBuilder late = trouble()
                .step("look", step("sam", 5).build())
                .step("help", step("kim", 5).after(StepRef.done("look")).build());
        List<String> before = story(late);
        Alert early = Alert.on("web", Condition.of(Signal.SUCCESS, Comparison.BELOW, 0.9, Duration.ZERO), "sam")
                .telling("errors");
        List<String> after = story(late.monitor("errors", early));
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            assertThat(seconds(before.get(i)) - seconds(after.get(i)))
                    .as(before.get(i))
                    .isEqualTo(45);
        }
    }

    private static long seconds(String line) {
        return Long.parseLong(line.substring(0, line.indexOf(' ')));
    }

    @Test
    void aSecondPageAfterQuietStartsANewResponseThatKnowsNothing() {
        Alert blips = Alert.on("web", Condition.of(Signal.VISITORS, Comparison.ABOVE, 50, Duration.ZERO), "sam")
                .telling("surge");
        ScenarioBuilder builder = Worlds.open(Stub.after(10, OK), 20, Duration.ofMinutes(60))
                .traffic("visitors", "one", new Hold(Moment.at("09:05"), Moment.at("09:06"), Rate.perSecond(80)))
                .traffic("visitors", "two", new Hold(Moment.at("09:07"), Moment.at("09:08"), Rate.perSecond(80)))
                .traffic("visitors", "three", new Hold(Moment.at("09:30"), Moment.at("09:31"), Rate.perSecond(80)))
                .monitor("surge", blips)
                .responder("sam", ResponderSpec.reachedIn(Duration.ofSeconds(70)))
                .step("look", step("sam", 5).needs("surge").gives("cause").build());
        assertThat(story(builder))
                .as("the second page reaches somebody who is at work, the third begins anew")
                .containsExactly(
                        "315 FIRING surge",
                        "315 PAGED sam",
                        "375 RESOLVED surge",
                        "385 ACKNOWLEDGED sam",
                        "385 STEP_BEGAN look",
                        "435 FIRING surge",
                        "435 PAGED sam",
                        "495 RESOLVED surge",
                        "685 STEP_DONE look",
                        "1815 FIRING surge",
                        "1815 PAGED sam",
                        "1875 RESOLVED surge",
                        "1885 ACKNOWLEDGED sam",
                        "1885 STEP_BEGAN look",
                        "2185 STEP_DONE look");
    }

    /** Errors from the start for 10 minutes at most; sam is there at 180 s. */
    private static ScenarioBuilder ending(FaultSpec fault, int minutes) {
        return trouble()
                .fault("cause", fault)
                .step("mend", step("sam", minutes).does(new Action.End("cause")).build());
    }

    private static FaultSpec fault(int atMinute, @Nullable Duration lasts) {
        return new FaultSpec(Moment.after(Duration.ofMinutes(atMinute)), lasts, "other", Pause.ALL, true);
    }

    private static List<String> texts(ScenarioBuilder builder, Event event) {
        return Worlds.runOnce(builder.build())
                .journal()
                .of(event)
                .map(entry -> entry.atNanos() / 1_000_000_000 + " " + entry.who() + ": " + entry.text())
                .toList();
    }

    @Test
    void aFaultThatIsUnderWayEndsWithTheStep() {
        assertThat(story(ending(fault(1, null), 5)))
                .containsSubsequence(
                        "60 FAULT_BEGAN cause",
                        "180 STEP_BEGAN mend",
                        "480 ACTED other",
                        "480 FAULT_OVER cause",
                        "480 STEP_DONE mend");
    }

    @Test
    void whatIsNotUnderWayCannotBeEndedAndComesAllTheSame() {
        ScenarioBuilder early = ending(fault(20, Duration.ofMinutes(2)), 5);
        assertThat(texts(early, Event.NOTED)).containsExactly("480 other: end cause changes nothing: it has not begun");
        assertThat(texts(early, Event.FAULT_OVER)).containsExactly("1320 other: fault cause is over");
        ScenarioBuilder late = ending(fault(1, Duration.ofMinutes(2)), 5);
        assertThat(texts(late, Event.NOTED))
                .containsExactly("480 other: end cause changes nothing: it is over already");
        FaultSpec off = new FaultSpec(Moment.after(Duration.ofMinutes(1)), null, "other", Pause.ALL, false);
        assertThat(texts(ending(off, 5), Event.NOTED))
                .containsExactly("480 other: end cause changes nothing: it is not injected");
        for (ScenarioBuilder each : List.of(early, late, ending(off, 5))) {
            assertThat(texts(each, Event.ACTED)).isEmpty();
        }
    }

    @Test
    void aPageWhileAStepIsUnderWayStartsNothingAgainAndTellsWhatItTells() {
        Alert second = Alert.on(
                        "web", Condition.of(Signal.SUCCESS, Comparison.BELOW, 0.9, Duration.ofSeconds(200)), "sam")
                .telling("special");
        assertThat(story(trouble()
                        .monitor("second", second)
                        .step("look", step("sam", 5).build())
                        .step("mend", step("sam", 1).after(StepRef.done("look")).build())
                        .step("use", step("sam", 1).needs("special").build())))
                .containsExactly(
                        "60 FIRING errors",
                        "60 PAGED sam",
                        "180 ACKNOWLEDGED sam",
                        "180 STEP_BEGAN look",
                        "225 FIRING second",
                        "225 PAGED sam",
                        "480 STEP_DONE look",
                        "480 STEP_BEGAN use",
                        "540 STEP_DONE use",
                        "540 STEP_BEGAN mend",
                        "600 STEP_DONE mend");
    }

    @Test
    void aPageWhileSomebodySeesWhetherAStepWorkedStartsNothingAgain() {
        Alert second =
                Alert.on("web", Condition.of(Signal.SUCCESS, Comparison.BELOW, 0.9, Duration.ofMinutes(10)), "sam");
        assertThat(story(branches(restart("other", 2, 4, 2)).monitor("second", second)))
                .as("the second page is sent at 615 s, between the restart at 480 s and its failure at 720 s")
                .containsSubsequence(
                        "480 STEP_DONE restart", "615 PAGED sam", "720 STEP_FAILED restart", "720 STEP_BEGAN redirect")
                .filteredOn(line -> line.contains("STEP_BEGAN"))
                .containsExactly("180 STEP_BEGAN restart", "720 STEP_BEGAN redirect");
    }

    @Test
    void somebodyWhoIsPagedOnTheWayInKnowsThePageOnArrival() {
        Alert second = Alert.on(
                        "web", Condition.of(Signal.SUCCESS, Comparison.BELOW, 0.9, Duration.ofSeconds(200)), "kim")
                .telling("special");
        assertThat(story(trouble()
                        .monitor("second", second)
                        .step("call", step("kim", 1).build())
                        .step("use", step("kim", 1).needs("special").build())))
                .containsSubsequence(
                        "180 ACKNOWLEDGED sam",
                        "225 PAGED kim",
                        "360 JOINED kim",
                        "360 STEP_BEGAN call",
                        "420 STEP_BEGAN use");
    }

    @Test
    void everyEntryComesAfterItsCause() {
        RunResult run = Worlds.runOnce(branches(restart("other", 1, 5, 2)).build());
        run.journal()
                .entries()
                .forEach(entry -> assertThat(entry.cause()).as(entry.text()).isLessThan(entry.id()));
        assertThat(run.journal().of(Event.STEP_BEGAN))
                .allSatisfy(entry -> assertThat(entry.cause()).as(entry.text()).isNotNegative());
        assertThat(run.journal().of(Event.UP).findFirst().orElseThrow().cause()).isNotNegative();
    }

    @Test
    void stepsOfNoDurationAndPeopleWithoutDelaysAllHappenAtOnce() {
        ScenarioBuilder builder = trouble()
                .responder("sam", ResponderSpec.reachedIn(Duration.ZERO))
                .responder("kim", ResponderSpec.joinsIn(Duration.ZERO));
        for (int i = 0; i < 100; i++) {
            StepSpec.Builder step = step(i % 2 == 0 ? "sam" : "kim", 0);
            builder.step("s" + i, (i == 0 ? step : step.after(StepRef.done("s" + (i - 1)))).build());
        }
        assertThat(story(builder)).contains("60 STEP_DONE s99");
    }
}
