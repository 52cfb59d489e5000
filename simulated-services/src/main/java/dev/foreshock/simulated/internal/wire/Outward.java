package dev.foreshock.simulated.internal.wire;

import dev.foreshock.engine.live.Beyond;
import dev.foreshock.engine.live.Hop;
import dev.foreshock.engine.live.Part;
import dev.foreshock.simulated.HopCost;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.function.Consumer;

/** What every part asks of the outside in the same way: its calls go out, and their answers come back until it is frozen. */
public abstract class Outward implements Beyond {
    private final Callers callers;
    private final Hops hops = new Hops();
    private final Consumer<Consumer<Part>> pace;
    private volatile boolean isFrozen;

    /**
     * Creates it for one run of a part.
     *
     * @param token the token of the twin
     * @param pace has something carried out by the thread of the part
     */
    @SuppressWarnings("this-escape") // no answer comes before the first call was sent
    protected Outward(Vertx vertx, Token token, Begin begin, Consumer<Consumer<Part>> pace) {
        this.pace = pace;
        callers = new Callers(vertx, token, begin, this::answered);
    }

    @Override
    public final void send(long ticket, Hop hop) {
        hops.sent(ticket, hop.from());
        callers.send(ticket, hop);
    }

    @Override
    public final void stop(long ticket) {
        hops.stopped(ticket);
        callers.stop(ticket);
    }

    private void answered(long ticket, Answer answer) {
        if (isFrozen) {
            return;
        }
        pace.accept(part -> {
            hops.answered(ticket, answer);
            part.answered(ticket, answer.outcome());
        });
    }

    /** Hears no more answers: the time of the run is over, and what services answer as they end is no part of it. */
    public final void freeze() {
        isFrozen = true;
    }

    /** Returns what calls cost so far beside the time in their components. For the thread of the part alone. */
    public final Map<String, HopCost> hops() {
        return hops.costs();
    }

    /** Closes all connections. */
    public final void close() {
        callers.close();
    }
}
