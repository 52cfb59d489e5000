package dev.foreshock.engine.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.engine.Worlds;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.law.Count;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.result.Requests;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Workbench;
import dev.foreshock.engine.unit.Rate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConservationTest {
    /** Loses its hundredth request, or answers it twice, now or long after. */
    public record Sloppy(boolean twice, boolean late, boolean hides) implements ComponentSpec {
        @Override
        public Component build(Workbench bench) {
            return new Component() {
                private int seen;
                private int holding;

                @Override
                public void arrive(int call, long now) {
                    seen++;
                    holding++;
                    if (seen == 100 && !twice) {
                        holding -= hides ? 1 : 0;
                        return;
                    }
                    if (seen == 100 && late) {
                        bench.timers().at(now + 5_000_000_000L, 0, call);
                        return;
                    }
                    answer(call);
                    if (seen == 100) {
                        bench.calls().respond(call, Outcome.OK);
                    }
                }

                @Override
                public void on(int op, int call, long now) {
                    answer(call);
                    bench.calls().respond(call, Outcome.OK);
                }

                private void answer(int call) {
                    holding--;
                    bench.calls().respond(call, Outcome.OK);
                }

                @Override
                public int holding() {
                    return holding;
                }
            };
        }
    }

    /** Takes over every request as work of a second; loses, or finishes twice, that of its hundredth. */
    public record Forgetful(boolean twice) implements ComponentSpec {
        @Override
        public Component build(Workbench bench) {
            return new Component() {
                private int seen;
                private int holding;

                @Override
                public void arrive(int call, long now) {
                    seen++;
                    int work = bench.calls().takeOver(call);
                    if (seen != 100 || twice) {
                        holding++;
                        bench.timers().at(now + 1_000_000_000L, seen == 100 ? 1 : 0, work);
                    }
                }

                @Override
                public void on(int op, int work, long now) {
                    holding--;
                    bench.calls().finish(work);
                    if (op == 1) {
                        bench.calls().finish(work);
                    }
                }

                @Override
                public int holding() {
                    return holding;
                }
            };
        }
    }

    private static Scenario with(ComponentSpec component, Duration patience) {
        return Scenario.named("sloppy", Worlds.from9(Duration.ofMinutes(1)))
                .component("sloppy", component)
                .users(
                        "u",
                        Worlds.users("sloppy", new Count(1), new Fixed(Duration.ZERO), patience, Worlds.habits(0, 0)))
                .traffic("u", "usual", new Constant(Rate.perSecond(10)))
                .build();
    }

    @Test
    void aComponentThatLosesOneRequestOfManyIsNamed() {
        assertThatThrownBy(() -> Worlds.runOnce(with(new Sloppy(false, false, true), Duration.ofDays(1))))
                .isInstanceOf(ConservationException.class)
                .hasMessage(
                        "every call must be answered once or be held, but sloppy holds 0 calls, but 1 arrived without an answer");
        assertThatThrownBy(() -> Worlds.runOnce(with(new Sloppy(false, false, true), Duration.ofSeconds(1))))
                .as("though its user gave up")
                .isInstanceOf(ConservationException.class);
    }

    @Test
    void aComponentThatStillHoldsARequestIsInOrder() {
        RunResult run = Worlds.runOnce(with(new Sloppy(false, false, false), Duration.ofDays(1)));
        assertThat(run.requests().inFlight()).isEqualTo(1);
    }

    @Test
    void aComponentThatAnswersTwiceIsAnError() {
        assertThatThrownBy(() -> Worlds.runOnce(with(new Sloppy(true, false, false), Duration.ofDays(1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a call must be answered once, by the component that holds it");
    }

    @Test
    void answeringACallTwiceThatNobodyWaitsForAnyMoreIsAnErrorToo() {
        assertThatThrownBy(() -> Worlds.runOnce(with(new Sloppy(true, true, false), Duration.ofSeconds(1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a call must be answered once, by the component that holds it");
    }

    @Test
    void aComponentThatLosesWorkItTookOverIsNamedThoughEveryCallWasAnswered() {
        assertThatThrownBy(() -> Worlds.runOnce(with(new Forgetful(false), Duration.ofDays(1))))
                .isInstanceOf(ConservationException.class)
                .hasMessageMatching("every call must be answered once or be held, but sloppy holds (\\d+) calls, "
                        + "but 0 arrived without an answer and (\\d+) were taken over and not finished");
    }

    @Test
    void finishingWorkTwiceIsAnError() {
        assertThatThrownBy(() -> Worlds.runOnce(with(new Forgetful(true), Duration.ofDays(1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("work must be finished once, after it was taken over");
    }

    @Test
    void usersAndRequestsAddUp() {
        RunResult run = Worlds.runOnce(Worlds.open(
                        ServerSpec.of(1, new Fixed(Duration.ofMillis(900)))
                                .queue(3)
                                .build(),
                        5,
                        Duration.ofSeconds(100))
                .build());
        Requests requests = run.requests();
        assertThat(requests.succeeded() + requests.failed() + requests.inFlight())
                .isEqualTo(requests.offered());
        assertThat(requests.outcomes().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(requests.succeeded() + requests.failed());
        assertThat(run.minutes().offered().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(requests.offered());
        assertThat(run.series().failed().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(requests.failed());
        assertThat(run.components().get("web").arrivals()).isEqualTo(requests.offered());
        assertThat(requests.inFlight()).isBetween(1L, 4L);
    }
}
