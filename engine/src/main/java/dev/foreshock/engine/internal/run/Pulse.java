package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Calls;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Vital;
import java.util.ArrayDeque;
import java.util.Deque;

/** Answers shallow health checks of one component beside all its work; those that reach it while it stands wait until it goes on. */
final class Pulse implements Component {
    private final Component of;
    private final Calls calls;
    private final Deque<Integer> waiting = new ArrayDeque<>();

    Pulse(Component of, Calls calls) {
        this.of = of;
        this.calls = calls;
    }

    @Override
    public void arrive(int call, long nowNanos) {
        if (of.vital() == Vital.STANDS) {
            waiting.add(call);
        } else {
            calls.respond(call, of.vital() == Vital.ANSWERS ? Outcome.OK : Outcome.REFUSED);
        }
    }

    @Override
    public void cancelled(int call, long nowNanos) {
        waiting.remove(call);
        calls.respond(call, Outcome.CANCELLED);
    }

    /** Looks whether those that wait get their answer now: the component goes on, or was killed. */
    void look() {
        while (!waiting.isEmpty() && of.vital() != Vital.STANDS) {
            calls.respond(waiting.remove(), of.vital() == Vital.ANSWERS ? Outcome.OK : Outcome.RESET);
        }
    }

    @Override
    public int holding() {
        return waiting.size();
    }
}
