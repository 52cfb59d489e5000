package dev.foreshock.simulated.internal.service;

import dev.foreshock.engine.result.Outcome;
import dev.foreshock.simulated.internal.wire.Answer;
import dev.foreshock.simulated.internal.wire.Outcomes;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The callers who wait for an answer, by ticket. */
final class Waiting implements Beside {
    private final Map<Long, Caller> callers = new ConcurrentHashMap<>();
    private final Map<Long, Caller> byKey = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();

    /** A request, the thread that answers it, and when the component took it. */
    private static final class Caller {
        private final HttpServerRequest request;
        private final Context context;
        private final long key;
        private volatile long arrivedNanos = System.nanoTime();
        private volatile long besideNanos;
        private volatile boolean isUnknown;

        Caller(HttpServerRequest request, Context context, long key) {
            this.request = request;
            this.context = context;
            this.key = key;
        }
    }

    /**
     * Adds a caller, and has {@code gone} told of its ticket if it hangs up.
     *
     * @param key names the call
     */
    long add(HttpServerRequest request, Context context, long key, LongConsumer gone) {
        long ticket = last.incrementAndGet();
        Caller caller = new Caller(request, context, key);
        callers.put(ticket, caller);
        byKey.put(key, caller);
        request.connection().closeHandler(nothing -> leave(ticket, gone));
        request.exceptionHandler(failure -> leave(ticket, gone));
        return ticket;
    }

    /** Says that the component takes a call now. */
    void arrives(long ticket) {
        Caller caller = callers.get(ticket);
        if (caller != null) {
            caller.arrivedNanos = System.nanoTime();
        }
    }

    /** What a call took beside what is modelled does not count as time inside. */
    @Override
    public void took(long key, long nanos) {
        Caller caller = byKey.get(key);
        if (caller != null) {
            caller.besideNanos = nanos;
        }
    }

    @Override
    public void isUnknown(long key) {
        Caller caller = byKey.get(key);
        if (caller != null) {
            caller.isUnknown = true;
        }
    }

    private void leave(long ticket, LongConsumer gone) {
        if (remove(ticket) != null) {
            gone.accept(ticket);
        }
    }

    private @Nullable Caller remove(long ticket) {
        Caller caller = callers.remove(ticket);
        if (caller != null) {
            byKey.remove(caller.key, caller);
        }
        return caller;
    }

    /** Answers a caller, if it still waits. */
    void answer(long ticket, Outcome outcome) {
        Caller caller = remove(ticket);
        if (caller != null) {
            long inside = System.nanoTime() - caller.arrivedNanos - caller.besideNanos;
            Answer answer = new Answer(outcome, caller.isUnknown ? Answer.UNKNOWN : Math.max(0, inside));
            caller.context.runOnContext(nothing -> Outcomes.answer(caller.request, answer));
        }
    }

    /** Answers all. */
    void answerAll(Outcome outcome) {
        callers.keySet().forEach(ticket -> answer(ticket, outcome));
    }
}
