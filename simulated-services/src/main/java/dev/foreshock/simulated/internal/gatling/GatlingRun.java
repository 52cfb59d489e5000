package dev.foreshock.simulated.internal.gatling;

import dev.foreshock.engine.Probe;
import dev.foreshock.engine.live.Hop;
import dev.foreshock.engine.live.SeenRequest;
import dev.foreshock.engine.load.InjectionPlan;
import dev.foreshock.engine.load.LoadNotice;
import dev.foreshock.engine.load.LoadOrder;
import dev.foreshock.engine.load.LoadSeen;
import dev.foreshock.engine.load.PlannedUser;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.simulated.internal.wire.Answer;
import dev.foreshock.simulated.internal.wire.Begin;
import dev.foreshock.simulated.internal.wire.Call;
import dev.foreshock.simulated.internal.wire.Carrier;
import dev.foreshock.simulated.internal.wire.Json;
import dev.foreshock.simulated.internal.wire.Outcomes;
import dev.foreshock.simulated.internal.wire.Token;
import dev.foreshock.simulated.internal.wire.Wire;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One run of Gatling: users decide in this process, and what they send, Gatling sends. */
public final class GatlingRun implements Carrier {
    private static final int PATIENCE_SECONDS = 90;
    private static final String USERS = "users.";

    private final Begin begin;
    private final Path plan;
    private final Path results;
    private final Gatling gatling;
    private final long endNanos;
    private final long zeroNanos;
    private final long users;
    private final Map<String, Long> patience = new TreeMap<>();
    private final CompletableFuture<LoadNotice.Over> over = new CompletableFuture<>();
    private volatile BiConsumer<Long, Answer> answers = (ticket, answer) -> {};
    private volatile @Nullable String trouble;
    private Passages passages = new Passages(Probe.NONE, session -> {});
    private List<SeenRequest> requests = List.of();

    private GatlingRun(Scenario scenario, Begin begin, Path plan, Path results, Gatling gatling, long users) {
        this.begin = begin;
        this.plan = plan;
        this.results = results;
        this.gatling = gatling;
        this.users = users;
        endNanos = scenario.clock().lengthNanos();
        scenario.users()
                .forEach((name, spec) -> patience.put(name, spec.patience().toNanos()));
        Instant now = Instant.now();
        zeroNanos =
                TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano() + begin.startNanos() - System.nanoTime();
    }

    static GatlingRun of(Scenario scenario, Begin begin, Path plan, Path results, Gatling gatling) throws IOException {
        List<PlannedUser> users =
                InjectionPlan.of(scenario, begin.seed(), begin.replication()).users();
        try (BufferedWriter out = Files.newBufferedWriter(plan)) {
            for (PlannedUser user : users) {
                out.write(new String(Json.bytes(user), StandardCharsets.UTF_8));
                out.newLine();
            }
        }
        return new GatlingRun(scenario, begin, plan, results, gatling, users.size());
    }

    LoadOrder.Run order(Token token, boolean report) {
        return new LoadOrder.Run(
                plan.toAbsolutePath().toString(),
                begin.startNanos(),
                results.toAbsolutePath().toString(),
                report,
                Map.of(Wire.HEADER, token.text()),
                Outcomes.HEADER,
                Outcome.OK.text(),
                Outcomes.INSIDE,
                patience);
    }

    /** Returns what the users' part is seen by, which shows all of it to {@code other}. */
    public Probe seenBy(Probe other) {
        passages = new Passages(other, session -> tell(new LoadOrder.Leave(session)));
        return passages;
    }

    /** Returns what carries the requests, whose answers {@code each} takes. */
    public Carrier carrier(BiConsumer<Long, Answer> each) {
        answers = each;
        return this;
    }

    @Override
    public void send(long ticket, Hop hop) {
        String name = hop.from().startsWith(USERS) ? hop.from().substring(USERS.length()) : hop.from();
        tell(new LoadOrder.Send(
                ticket,
                hop.session(),
                Passage.name(name, hop.request()),
                "http://" + begin.addressOf(hop) + Wire.CALL,
                new String(Json.bytes(new Call(begin.startNanos(), hop)), StandardCharsets.UTF_8)));
    }

    /** Nothing: Gatling's client has the same patience, and closes the connection by itself. */
    @Override
    public void stop(long ticket) {}

    @Override
    public void close() {
        // The process plays the next run too.
    }

    private void tell(LoadOrder order) {
        try {
            gatling.order(order);
        } catch (IOException e) {
            lost("it cannot be told: " + e.getMessage());
        }
    }

    void heard(LoadNotice notice) {
        if (notice instanceof LoadNotice.Answered answered) {
            answers.accept(answered.ticket(), new Answer(outcome(answered), answered.insideNanos()));
        } else if (notice instanceof LoadNotice.Over ended) {
            if (!ended.trouble().isEmpty()) {
                lost(ended.trouble());
            }
            over.complete(ended);
        }
    }

    private static Outcome outcome(LoadNotice.Answered answered) {
        // Gatling does not tell why there was no answer; its log does.
        return answered.status() == 0 ? Outcome.RESET : Outcomes.of(answered.outcome(), answered.status());
    }

    void lost(String why) {
        trouble = why;
        over.completeExceptionally(new IllegalStateException(why));
    }

    /** Returns why it failed; null if it did not. */
    public @Nullable String trouble() {
        return trouble;
    }

    /** Ends it at once; nothing of it is kept. */
    public void stop() throws InterruptedException {
        tell(new LoadOrder.End(true));
        await();
        try {
            Files.deleteIfExists(plan);
            Trees.remove(results);
        } catch (IOException e) {
            throw new IllegalStateException("what is left of warming cannot be removed: " + e.getMessage(), e);
        }
    }

    /**
     * Ends it, after the time of the run and when services answer nobody any more, and reads what Gatling wrote down.
     *
     * @throws IllegalStateException if that is not about this run
     */
    public LoadSeen finish() throws InterruptedException {
        tell(new LoadOrder.End(false));
        Path directory = Path.of(await().directory());
        try {
            GatlingLog log = GatlingLog.read(directory.resolve("simulation.log"));
            long came = log.users().values().stream().mapToLong(List::size).sum();
            if (came != users) {
                throw new IllegalStateException("all " + users + " users must come, but " + came + " did");
            }
            Joined joined = Joined.of(passages.all(), log, zeroNanos, endNanos, patience);
            requests = joined.requests();
            return new LoadSeen(
                    "gatling " + GatlingLog.VERSION,
                    directory.toString(),
                    users,
                    joined.lateNanos().size(),
                    joined.lateNanos(0.99),
                    joined.lateNanos(1));
        } catch (IOException e) {
            throw new IllegalStateException("the log of Gatling cannot be read: " + e.getMessage(), e);
        }
    }

    private LoadNotice.Over await() throws InterruptedException {
        try {
            return over.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Gatling failed: " + trouble, e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "Gatling must end its run, but did not within " + PATIENCE_SECONDS + " s", e);
        }
    }

    /** Returns the requests of users as Gatling saw them, after {@link #finish}. */
    public List<SeenRequest> requests() {
        return requests;
    }
}
