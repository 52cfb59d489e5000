package dev.foreshock.simulated.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.HealthCheckSpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.fault.ComponentEffect;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.live.Behind;
import dev.foreshock.engine.live.ComponentPart;
import dev.foreshock.engine.live.Hop;
import dev.foreshock.engine.live.Store;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.StandbySpec;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Rate;
import dev.foreshock.simulated.internal.pace.Pace;
import dev.foreshock.simulated.internal.wire.Answer;
import dev.foreshock.simulated.internal.wire.Begin;
import dev.foreshock.simulated.internal.wire.Callers;
import dev.foreshock.simulated.internal.wire.Death;
import dev.foreshock.simulated.internal.wire.Loops;
import dev.foreshock.simulated.internal.wire.Token;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a real database takes beside the modelled time of a query is no time in the component: calibrate counts it to the way there. */
class BesideTest {
    private static final long QUERY_NANOS = 1_000_000;
    private static final long COMMIT_MILLIS = 200;
    private static final long PATIENCE_SECONDS = 60;

    private static final Scenario ONE = Scenario.named("one", Clock.of("2026-03-14T08:00Z", Duration.ofHours(1)))
            .component(
                    "db",
                    DatabaseSpec.of(4, new Fixed(Duration.ofNanos(QUERY_NANOS)))
                            .with(StandbySpec.of(
                                    Duration.ZERO,
                                    HealthCheckSpec.every(Duration.ofSeconds(1), Duration.ofSeconds(1)),
                                    new Fixed(Duration.ofMillis(100)))))
            .users("u", Visitors.of("db"))
            .traffic("u", "usual", new Constant(Rate.perSecond(1)))
            .build();

    /** What a database says of how long a commit took. */
    private enum Says {
        HOW_LONG,
        NOTHING,
        THAT_NOBODY_KNOWS
    }

    /** A database whose commits take their time. */
    private static final class Commits implements Backing, BackedRun, Store {
        private final Says says;
        private Consumer<Consumer<ComponentPart>> post = message -> {};
        private Beside beside = Beside.UNHEARD;
        private volatile long tookNanos;

        Commits(Says says) {
            this.says = says;
        }

        @Override
        public BackedRun begin(Begin begin, Consumer<Consumer<ComponentPart>> posts, Beside told) {
            post = posts;
            beside = told;
            return this;
        }

        @Override
        public List<Death> ended() {
            return List.of();
        }

        @Override
        public void carryOut(long ticket, long key, boolean writes) {
            long began = System.nanoTime();
            CompletableFuture.delayedExecutor(COMMIT_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(() -> {
                        tookNanos = System.nanoTime() - began;
                        switch (says) {
                            case HOW_LONG -> beside.took(key, tookNanos);
                            case THAT_NOBODY_KNOWS -> beside.isUnknown(key);
                            case NOTHING -> {}
                        }
                        post.accept(part -> part.carriedOut(ticket, Outcome.OK));
                    });
        }

        @Override
        public void struck(ComponentEffect effect, boolean begins) {}

        @Override
        public boolean isUp() {
            return true;
        }

        @Override
        public Behind behind() {
            return this;
        }

        @Override
        public CompletableFuture<String> finish(Pace<ComponentPart> pace) {
            return CompletableFuture.completedFuture("");
        }

        @Override
        public void close() {}
    }

    /**
     * Returns the answer to one write.
     *
     * @param tookNanos becomes how long it took the caller
     */
    private static Answer write(Commits commits, long[] tookNanos) throws Exception {
        Token token = Token.random();
        Vertx vertx = Loops.one();
        try (Service service = Service.start("db", ONE, token, 0, commits)) {
            long now = System.nanoTime();
            Begin begin = new Begin(1, 0, now, now, Set.of(), Map.of("db", "127.0.0.1:" + service.port()));
            service.begin(begin);
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            Callers callers = new Callers(vertx, token, begin, (ticket, came) -> answer.complete(came));
            long sent = System.nanoTime();
            callers.send(1, new Hop("users.u", "db", 1, 1, 0, "", Long.MAX_VALUE, false, false));
            Answer came = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            tookNanos[0] = System.nanoTime() - sent;
            callers.close();
            return came;
        } finally {
            vertx.close();
        }
    }

    @Test
    void whatACommitTakesIsNoTimeInTheComponent() throws Exception {
        Commits commits = new Commits(Says.HOW_LONG);
        long[] took = new long[1];
        Answer answer = write(commits, took);
        assertThat(answer.outcome()).isEqualTo(Outcome.OK);
        assertThat(commits.tookNanos).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(COMMIT_MILLIS));
        assertThat(answer.insideNanos())
                .as("the query is, and no more than is left of what it took the caller")
                .isBetween(QUERY_NANOS, took[0] - commits.tookNanos);
    }

    @Test
    void whatNobodySaysIsTimeInTheComponent() throws Exception {
        Commits commits = new Commits(Says.NOTHING);
        long[] took = new long[1];
        Answer answer = write(commits, took);
        assertThat(answer.insideNanos()).isBetween(QUERY_NANOS + commits.tookNanos, took[0]);
    }

    @Test
    void whatNobodyKnowsIsNoAnswerToHowLongItWasInTheComponent() throws Exception {
        Answer answer = write(new Commits(Says.THAT_NOBODY_KNOWS), new long[1]);
        assertThat(answer.outcome()).isEqualTo(Outcome.OK);
        assertThat(answer.insideNanos()).isEqualTo(Answer.UNKNOWN);
    }
}
