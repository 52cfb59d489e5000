package dev.foreshock.faults.internal.toxiproxy.http;

import dev.foreshock.faults.internal.toxiproxy.events.Event;
import dev.foreshock.faults.internal.toxiproxy.events.Events;
import dev.foreshock.faults.internal.toxiproxy.events.Reader;
import dev.foreshock.faults.internal.toxiproxy.proxy.Refusal;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An answer of events that goes on until its reader, or the server, ends it. What the reader does not take stays where events are
 * kept, and is lost once those are too many. On the event loop of the API, but for {@link #listen}.
 */
final class EventStream {
    /** After so many beats during which it took nothing, a reader is hung up on. */
    private static final int PATIENT_BEATS = 4;
    /** Events that are written together. */
    private static final int MOST_TOGETHER = 64;

    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final Context loop;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Events events;
    private final boolean isSse;
    private final Consumer<EventStream> whenOver;
    private volatile @Nullable Reader reader;
    private volatile long beatMillis;
    private long timer = NO_TIMER;
    private int stalledBeats;
    private boolean wroteSinceBeat;
    private boolean over;

    EventStream(HttpServerRequest request, Vertx vertx, Events events, Consumer<EventStream> whenOver) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.request = request;
        this.response = request.response();
        this.events = events;
        this.isSse = wantsSse(request.getHeader("Accept"));
        this.whenOver = whenOver;
    }

    private static boolean wantsSse(@Nullable String accept) {
        return accept != null && accept.contains("text/event-stream");
    }

    /** Begins to listen, or refuses. Called in a turn, so that whatever is asked for after the first event is told of. */
    void listen(EventQuery query) {
        beatMillis = query.beatMillis();
        reader = events.listen(query.filter(), () -> loop.runOnContext(wake -> pump()))
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.TOO_MANY,
                        "readers of events must be at most " + Events.MOST_READERS
                                + ", and so many there are: end one of them"));
    }

    /** Sends the head and what there is so far. */
    void begin() {
        response.putHeader("Content-Type", isSse ? "text/event-stream" : "application/x-ndjson")
                .putHeader("Cache-Control", "no-store")
                .setChunked(true)
                .exceptionHandler(broken -> end())
                .closeHandler(gone -> end());
        if (response.closed() || over) {
            end();
            return;
        }
        timer = vertx.setPeriodic(beatMillis, beat -> beat());
        pump();
    }

    /** Writes some of what there is; what is left after that comes after whatever else the loop has to do. */
    private void pump() {
        Reader from = reader;
        if (over || from == null) {
            return;
        }
        if (response.writeQueueFull()) {
            response.drainHandler(taken -> pump());
            return;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < MOST_TOGETHER; i++) {
            Event next = from.poll();
            if (next == null) {
                write(text.toString());
                return;
            }
            text.append(line(next));
        }
        write(text.toString());
        loop.runOnContext(more -> pump());
    }

    private String line(Event event) {
        if (!isSse) {
            return event.json() + '\n';
        }
        String id = event.sequence() == 0 ? "" : "id: " + event.sequence() + '\n';
        return id + "event: " + event.kind() + "\ndata: " + event.json() + "\n\n";
    }

    private void write(String text) {
        if (!text.isEmpty()) {
            wroteSinceBeat = true;
            response.write(text).onFailure(broken -> end());
        }
    }

    private void beat() {
        if (response.writeQueueFull()) {
            stalledBeats = wroteSinceBeat ? 0 : stalledBeats + 1;
            if (stalledBeats >= PATIENT_BEATS) {
                end();
                // Once it takes what was written; else the server hangs up on whoever is idle.
                request.connection().close();
            }
        } else {
            stalledBeats = 0;
            if (!wroteSinceBeat) {
                write(isSse ? ": alive\n\n" : line(events.alive()));
            }
        }
        wroteSinceBeat = false;
    }

    /** Sends all that is left and that the server ends, and ends the answer in order; done once that was sent, which may be never. */
    Future<Void> close() {
        Reader from = reader;
        boolean isGoing = !over;
        end();
        if (from == null || !isGoing) {
            return Future.succeededFuture();
        }
        StringBuilder text = new StringBuilder();
        for (Event next = from.poll(); next != null; next = from.poll()) {
            text.append(line(next));
        }
        // A reader may have left by itself.
        return response.end(text.append(line(events.closed())).toString()).otherwiseEmpty();
    }

    private void end() {
        Reader listening = reader;
        if (listening != null) {
            events.leave(listening);
        }
        if (timer != NO_TIMER) {
            vertx.cancelTimer(timer);
        }
        if (!over) {
            over = true;
            whenOver.accept(this);
        }
    }
}
