package dev.foreshock.simulated.internal.redis;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.curve.Constant;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.live.Beyond;
import dev.foreshock.engine.live.ComponentPart;
import dev.foreshock.engine.live.Hop;
import dev.foreshock.engine.live.PartOptions;
import dev.foreshock.engine.model.PageCacheSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import dev.foreshock.simulated.internal.service.Beside;
import dev.foreshock.simulated.internal.service.Visitors;
import dev.foreshock.simulated.internal.wire.Begin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A cache of one page, in one run: the part that the engine has of it, at a clock that stands unless it is told, before a real Redis. */
final class Asked {
    private static final int PATIENCE_SECONDS = 60;
    private static final long STEP_NANOS = 10_000_000;

    private final BlockingQueue<Consumer<ComponentPart>> inbox = new LinkedBlockingQueue<>();
    private final PagesRun run;
    private final ComponentPart part;
    private long now;
    private long last;
    private long called;
    private String answer = "";

    /**
     * Begins a run.
     *
     * @param ttl how long a page is fresh
     */
    Asked(RealPages redis, Duration ttl) {
        run = redis.begin(new Begin(1, 0, 0, 0, Set.of(), Map.of()), inbox::add, Beside.UNHEARD);
        part = ComponentPart.of(scenario(ttl), "cache", PartOptions.of(1, 0), new Calls(), run.behind());
        part.advance(0);
    }

    static Scenario scenario(Duration ttl) {
        ServerSpec cache = ServerSpec.of(9, new Fixed(Duration.ofMillis(1)))
                .call("db", CallSpec.plain())
                .pageCache(new PageCacheSpec(Percent.HUNDRED, 1, 1, ttl))
                .build();
        return Scenario.named("cached", Clock.of("2026-01-01T09:00Z", Duration.ofDays(1)))
                .component("cache", cache)
                .component(
                        "db", ServerSpec.of(9, new Fixed(Duration.ofMillis(1))).build())
                .users("visitors", Visitors.of("cache"))
                .traffic("visitors", "usual", new Constant(Rate.perSecond(1)))
                .build();
    }

    private final class Calls implements Beyond {
        @Override
        public void send(long ticket, Hop hop) {
            called = ticket;
            answer = "miss";
        }

        @Override
        public void stop(long ticket) {}

        @Override
        public void answer(long ticket, Outcome outcome) {
            answer = answer.isEmpty() ? "hit" : answer;
        }

        @Override
        public void act(Action action) {}
    }

    private void advance() {
        part.advance(now);
    }

    /** Asks for the page: a hit if that is the answer, or a miss, and then it is got and kept. */
    String ask() throws InterruptedException {
        begin();
        return end();
    }

    /** Asks for the page, and does not wait for what comes of it. */
    void begin() {
        answer = "";
        part.arrive(++last, new Hop("users.visitors", "cache", last, last, 0, "", Long.MAX_VALUE, false, false));
        now += STEP_NANOS;
        advance();
    }

    /** Waits for what comes of it. */
    String end() throws InterruptedException {
        Consumer<ComponentPart> message = inbox.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("nothing came of a look for a page within " + PATIENCE_SECONDS + " s");
        }
        message.accept(part);
        advance();
        if (answer.equals("miss")) {
            part.answered(called, Outcome.OK);
            advance();
        }
        return answer;
    }

    /** Has a person restart it, in the model's time at once. */
    void restart() {
        part.act(new Action.Restart("cache"));
        now += Duration.ofHours(1).toNanos();
        advance();
    }

    /** Returns what is in the journal of looking for pages. */
    List<String> notes() {
        return part.report().journal().entries().stream()
                .filter(entry -> entry.event() == JournalEntry.Event.NOTED)
                .map(JournalEntry::text)
                .toList();
    }
}
