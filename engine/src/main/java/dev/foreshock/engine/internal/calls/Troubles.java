package dev.foreshock.engine.internal.calls;

import dev.foreshock.engine.fault.CallEffect;
import dev.foreshock.engine.fault.Errors;
import dev.foreshock.engine.fault.Latency;
import dev.foreshock.engine.fault.Latency.AtEnd;
import dev.foreshock.engine.fault.Lost;
import dev.foreshock.engine.fault.Reset;
import dev.foreshock.engine.internal.kernel.Kernel;
import dev.foreshock.engine.law.TimeSampler;
import dev.foreshock.engine.random.KeyedRandom;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What faults under way do to the calls of one route. Whether a call is struck hangs on the fault and the call alone, so its
 * answer is struck as it was; of several faults the one that began first decides.
 */
public final class Troubles {
    /** What becomes of a call. */
    enum Fate {
        PASSES,
        ERROR,
        REFUSED,
        RESET,
        LOST
    }

    private final List<Trouble> underWay = new ArrayList<>(1);

    /** An effect under way, with the stream of its draws. */
    private record Trouble(
            CallEffect effect,
            long stream,
            @Nullable TimeSampler adds,
            @Nullable Held held,
            @Nullable Gone gone) {
        boolean strikes(long key) {
            return KeyedRandom.uniform(stream, key) < effect.calls().share();
        }

        Fate fate() {
            if (effect instanceof Errors) {
                return Fate.ERROR;
            } else if (effect instanceof Lost) {
                return Fate.LOST;
            }
            return effect instanceof Reset ? Fate.RESET : Fate.REFUSED;
        }
    }

    /** Begins an effect; its draws come from {@code stream} and the one after it. */
    public void begin(CallEffect effect, long stream) {
        Latency latency = effect instanceof Latency late ? late : null;
        boolean closes = effect instanceof Lost lost && lost.atEnd() == Lost.AtEnd.RESET;
        underWay.add(new Trouble(
                effect,
                stream,
                latency == null ? null : latency.adds().sampler(),
                latency != null && latency.atEnd() == AtEnd.RELEASE ? new Held() : null,
                closes ? new Gone() : null));
    }

    /** Ends the effect whose draws come from {@code stream}: lets go of what it holds, and has connections closed of what it lost. */
    public void end(long stream, Kernel kernel, Switchboard calls) {
        for (Iterator<Trouble> all = underWay.iterator(); all.hasNext(); ) {
            Trouble each = all.next();
            if (each.stream == stream) {
                all.remove();
                if (each.held != null) {
                    each.held.letGo(kernel);
                }
                if (each.gone != null) {
                    each.gone.forEach(calls::close);
                }
            }
        }
    }

    boolean none() {
        return underWay.isEmpty();
    }

    /** Returns what becomes of the call with this key. */
    Fate fate(long key) {
        Trouble decides = first(key);
        return decides == null ? Fate.PASSES : decides.fate();
    }

    /** Returns the first that strikes the call with this key otherwise than by making it late; null if none does. */
    private @Nullable Trouble first(long key) {
        for (Trouble each : underWay) {
            if (each.adds == null && each.strikes(key)) {
                return each;
            }
        }
        return null;
    }

    /** Loses a call, or its answer, if that is what becomes of it, and tells whether it did. */
    boolean takes(Node call) {
        Trouble decides = underWay.isEmpty() ? null : first(call.key);
        if (decides == null || decides.fate() != Fate.LOST) {
            return false;
        }
        call.place = Place.LOST;
        if (decides.gone != null) {
            decides.gone.add(call);
        }
        return true;
    }

    /** Returns what a call that is about to be sent takes longer on its way, in nanoseconds. */
    long addedNanos(KeyedRandom random, Node call, Kernel kernel) {
        long sum = 0;
        for (Trouble each : underWay) {
            if (each.adds != null && each.strikes(call.key)) {
                long before = sum;
                sum = Math.min(
                        (long) TimeSampler.MOST_NANOS, sum + each.adds.nextNanos(random.at(each.stream + 1, call.key)));
                if (each.held != null) {
                    each.held.add(call, sum - before, kernel);
                }
            }
        }
        return sum;
    }
}
