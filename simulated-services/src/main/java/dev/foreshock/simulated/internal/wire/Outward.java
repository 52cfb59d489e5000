package dev.foreshock.simulated.internal.wire;

import dev.foreshock.engine.live.Beyond;
import dev.foreshock.engine.live.Hop;
import dev.foreshock.engine.live.Part;
import dev.foreshock.simulated.HopCost;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** What every part asks of the outside in the same way: its calls go out, and their answers come back until it is frozen. */
public abstract class Outward implements Beyond {
    private final Carrier carrier;
    private final Hops hops = new Hops();
    private final Consumer<Consumer<Part>> pace;
    private volatile boolean isFrozen;

    /**
     * Creates it for one run of a part.
     *
     * @param carriers makes what carries its calls, given who takes their answers, on another thread than the part's
     * @param pace has something carried out by the thread of the part
     */
    @SuppressWarnings("this-escape") // no answer comes before the first call was sent
    protected Outward(Function<BiConsumer<Long, Answer>, Carrier> carriers, Consumer<Consumer<Part>> pace) {
        this.pace = pace;
        carrier = carriers.apply(this::answered);
    }

    @Override
    public final void send(long ticket, Hop hop) {
        hops.sent(ticket, hop.from());
        carrier.send(ticket, hop);
    }

    @Override
    public final void stop(long ticket) {
        hops.stopped(ticket);
        carrier.stop(ticket);
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

    /** Sends no more. */
    public final void close() {
        carrier.close();
    }
}
