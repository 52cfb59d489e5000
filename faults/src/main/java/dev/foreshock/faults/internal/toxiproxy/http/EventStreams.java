package dev.foreshock.faults.internal.toxiproxy.http;

import dev.foreshock.faults.internal.toxiproxy.events.Events;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxies;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The streams of events that go on just now. On the event loop of the API only. */
final class EventStreams {
    private final Vertx vertx;
    private final Turns turns;
    private final Proxies proxies;
    private final Events events;
    private final Set<EventStream> going = new HashSet<>();

    EventStreams(Vertx vertx, Turns turns, Proxies proxies, Events events) {
        this.vertx = vertx;
        this.turns = turns;
        this.proxies = proxies;
        this.events = events;
    }

    /** Answers {@code request} with a stream; the reply is what refuses it, or {@link Reply#STREAM}. */
    Future<Reply> answer(HttpServerRequest request) {
        String query = request.query() == null ? "" : request.query();
        EventStream stream = new EventStream(request, vertx, events, going::remove);
        return turns.take(() -> {
                    stream.listen(EventQuery.read(query, proxies));
                    return Reply.STREAM;
                })
                .onSuccess(reply -> {
                    if (reply.kind() == Reply.Kind.STREAM) {
                        going.add(stream);
                        stream.begin();
                    }
                });
    }

    /** Ends all of them. */
    Future<Void> close() {
        List<Future<Void>> ends = new ArrayList<>();
        List.copyOf(going).forEach(stream -> ends.add(stream.close()));
        return Future.join(ends).mapEmpty();
    }
}
