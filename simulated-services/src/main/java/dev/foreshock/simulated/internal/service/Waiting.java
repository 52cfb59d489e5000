package dev.foreshock.simulated.internal.service;

import dev.foreshock.engine.result.Outcome;
import dev.foreshock.simulated.internal.wire.Outcomes;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** The callers who wait for an answer, by ticket. */
final class Waiting {
    private final Map<Long, Caller> callers = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();

    /** A request, and the thread that answers it. */
    private record Caller(HttpServerRequest request, Context context) {}

    /** Adds a caller, and has {@code gone} told of its ticket if it hangs up. */
    long add(HttpServerRequest request, Context context, LongConsumer gone) {
        long ticket = last.incrementAndGet();
        callers.put(ticket, new Caller(request, context));
        request.connection().closeHandler(nothing -> leave(ticket, gone));
        request.exceptionHandler(failure -> leave(ticket, gone));
        return ticket;
    }

    private void leave(long ticket, LongConsumer gone) {
        if (callers.remove(ticket) != null) {
            gone.accept(ticket);
        }
    }

    /** Answers a caller, if it still waits. */
    void answer(long ticket, Outcome outcome) {
        Caller caller = callers.remove(ticket);
        if (caller != null) {
            caller.context.runOnContext(nothing -> Outcomes.answer(caller.request, outcome));
        }
    }

    /** Answers all. */
    void answerAll(Outcome outcome) {
        callers.keySet().forEach(ticket -> answer(ticket, outcome));
    }
}
