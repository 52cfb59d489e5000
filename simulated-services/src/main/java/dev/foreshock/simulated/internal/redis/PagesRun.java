package dev.foreshock.simulated.internal.redis;

import dev.foreshock.engine.live.Behind;
import dev.foreshock.engine.live.ComponentPart;
import dev.foreshock.engine.live.Pages;
import dev.foreshock.simulated.internal.pace.Pace;
import dev.foreshock.simulated.internal.service.BackedRun;
import io.vertx.core.AsyncResult;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A real Redis in one run: says which pages are there, by GET, and keeps those that it is given, by SET with their time to live. */
public final class PagesRun implements Pages, BackedRun {
    /** Longer than any rest of a machine that is only busy, and shorter than callers usually wait. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final long MILLI_NANOS = 1_000_000;

    private final String program;
    private final Connection connection;
    private final Consumer<Consumer<ComponentPart>> post;
    private final Runnable loses;

    /** All of these are for the thread of the part alone. */
    private boolean isEmpty = true;

    private long looks;
    private long hits;
    private long failures;
    private long late;

    PagesRun(String program, Connection connection, Consumer<Consumer<ComponentPart>> post, Runnable loses) {
        this.program = program;
        this.connection = connection;
        this.post = post;
        this.loses = loses;
    }

    private static String key(int page) {
        return "page:" + page;
    }

    @Override
    public void look(long ticket, int page) {
        looks++;
        connection.ask(Request.cmd(Command.GET).arg(key(page)), answer -> {
            Look look = look(answer);
            post.accept(part -> {
                boolean isInTime = part.looked(ticket, look);
                hits += isInTime && look == Look.THERE ? 1 : 0;
                failures += look == Look.FAILED ? 1 : 0;
                late += isInTime || look == Look.FAILED ? 0 : 1;
            });
        });
    }

    private static Look look(AsyncResult<@Nullable Response> answer) {
        if (answer.failed()) {
            return Look.FAILED;
        }
        return answer.result() == null ? Look.ABSENT : Look.THERE;
    }

    @Override
    public void keep(int page, long ttlNanos) {
        isEmpty = false;
        long millis = (ttlNanos + MILLI_NANOS - 1) / MILLI_NANOS;
        connection.ask(
                Request.cmd(Command.SET)
                        .arg(key(page))
                        .arg("the page " + page)
                        .arg("PX")
                        .arg(millis),
                answer -> {});
    }

    /** One that has nothing in it has nothing to lose: a process that was started again plays its own death as it begins. */
    @Override
    public void lost() {
        if (!isEmpty) {
            isEmpty = true;
            loses.run();
        }
    }

    @Override
    public long patienceNanos() {
        return PATIENCE_NANOS;
    }

    @Override
    public Behind behind() {
        return this;
    }

    @Override
    public CompletableFuture<String> finish(Pace<ComponentPart> pace) {
        return pace.ask(part -> "pages in " + program + ", which was asked for " + looks + " and had " + hits
                + (failures == 0 ? "" : "; " + failures + " times it did not answer")
                + (late == 0 ? "" : "; " + late + " of its answers came when nobody waited any more"));
    }

    @Override
    public void close() {
        // What is under way is of no use to anybody, and the next run begins with nothing kept.
    }
}
