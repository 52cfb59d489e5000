package dev.foreshock.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.Watcher;
import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.fault.Effect;
import dev.foreshock.engine.fault.Errors;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.fault.Latency;
import dev.foreshock.engine.fault.Latency.AtEnd;
import dev.foreshock.engine.fault.Lost;
import dev.foreshock.engine.fault.Pause;
import dev.foreshock.engine.fault.Refused;
import dev.foreshock.engine.fault.Reset;
import dev.foreshock.engine.fault.Slow;
import dev.foreshock.engine.law.Exponential;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.RestartSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.people.StepSpec;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A fault that somebody ends after some time is one that lasts for that time, request by request. */
class EndedFaultReferenceTest {
    private static final Moment BEGINS = Moment.after(Duration.ofMillis(20_250));

    /** The first look is at 15 s. An odd time, at which nothing else is due. */
    private static final Duration TAKES = Duration.ofMillis(44_983);

    private static final Duration LASTS = Duration.ofMillis(15_000 + 44_983 - 20_250);
    private static final Percent MOST = Percent.of(80);

    private static Scenario scenario(FaultSpec fault, Action... actions) {
        ServerSpec web = ServerSpec.of(20, new Exponential(Duration.ofMillis(20)))
                .queue(50)
                .restart(RestartSpec.byHand(Duration.ofSeconds(3), Percent.of(50), Duration.ofSeconds(9)))
                .call("db", CallSpec.plain().within(Duration.ofMillis(700)).retrying(RetrySpec.of(2)))
                .build();
        return Worlds.open(web, 30, Duration.ofMinutes(3))
                .component("db", DatabaseSpec.of(5, new Exponential(Duration.ofMillis(30))))
                .fault("cause", fault)
                .monitor(
                        "always",
                        Alert.on("web", Condition.of(Signal.REQUESTS, Comparison.ABOVE, 0, Duration.ZERO), "sam"))
                .responder("sam", ResponderSpec.reachedIn(Duration.ZERO))
                .step("mend", StepSpec.by("sam", TAKES).does(actions).build())
                .build();
    }

    private static FaultSpec fault(@Nullable Duration lasts, String on, Effect does) {
        return new FaultSpec(BEGINS, lasts, on, does, true);
    }

    static List<Arguments> faults() {
        return List.of(
                Arguments.of("web", Pause.ALL),
                Arguments.of("db", Slow.by(9)),
                Arguments.of("web", Crash.ALL),
                Arguments.of("db", Crash.ALL),
                Arguments.of("web.db", new Errors(MOST)),
                Arguments.of("db", new Refused(MOST)),
                Arguments.of("web.db", new Reset(MOST)),
                Arguments.of("web.db", new Lost(MOST)),
                Arguments.of("users.visitors", new Latency(new Fixed(Duration.ofSeconds(2)), MOST, AtEnd.KEEP)),
                Arguments.of("users.visitors", new Latency(new Fixed(Duration.ofSeconds(2)), MOST, AtEnd.RELEASE)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whoeverEndsAFaultHasItLastUntilThen(String on, Effect does) {
        Duration tooLong = Duration.ofMinutes(10);
        Scenario lasting = scenario(fault(LASTS, on, does));
        Story expected = Story.simulated(lasting, 7, 0);
        Scenario ended = scenario(fault(tooLong, on, does), new Action.End("cause"));
        Story story = Story.simulated(ended, 7, 0);
        assertThat(story.sights()).isNotEmpty().isEqualTo(expected.sights());
        assertThat(story.users()).isEqualTo(expected.users());
        assertThat(Interpreter.tell(ended, 7, 0).difference(story)).isEmpty();
        assertThat(Story.simulated(scenario(fault(tooLong, on, does)), 7, 0).sights())
                .as("without anybody to end it")
                .isNotEqualTo(expected.sights());
        if (!(does instanceof Crash)) {
            Scenario endless = scenario(fault(null, on, does), new Action.End("cause"));
            assertThat(Story.simulated(endless, 7, 0).sights()).isEqualTo(expected.sights());
        }
        assertSameResult(run(ended), run(lasting));
    }

    private static RunResult run(Scenario scenario) {
        return Simulation.of(scenario).replication(7, 0, Watcher.NONE);
    }

    private static void assertSameResult(RunResult ended, RunResult lasting) {
        assertThat(ended.requests()).isEqualTo(lasting.requests());
        assertThat(ended.responseTimes()).isEqualTo(lasting.responseTimes());
        assertThat(ended.components()).isEqualTo(lasting.components());
        assertThat(ended.impacts()).isEqualTo(lasting.impacts());
        assertThat(ended.aftermath()).isEqualTo(lasting.aftermath()).isNotNull();
        assertThat(ended.aftermath().untilNanos()).isEqualTo(59_983_000_000L);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theJournalLeadsFromTheEndBackToTheStep(String on, Effect does) {
        List<JournalEntry> entries = Story.simulated(
                        scenario(fault(Duration.ofMinutes(10), on, does), new Action.End("cause")), 7, 0)
                .journal();
        JournalEntry over = entries.stream()
                .filter(entry -> entry.event() == Event.FAULT_OVER)
                .findFirst()
                .orElseThrow();
        assertThat(over.atNanos()).isEqualTo(59_983_000_000L);
        JournalEntry acted = entries.get(over.cause());
        assertThat(Map.of(acted.event(), acted.text())).isEqualTo(Map.of(Event.ACTED, "end cause"));
        JournalEntry step = entries.get(acted.cause());
        assertThat(Map.of(step.event(), step.text())).isEqualTo(Map.of(Event.STEP_BEGAN, "sam begins mend"));
        assertThat(entries.stream().filter(entry -> entry.event() == Event.FAULT_OVER))
                .as("it is not over twice")
                .hasSize(1);
    }
}
