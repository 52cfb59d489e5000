package dev.foreshock.engine.reference;

import dev.foreshock.engine.fault.CallEffect;
import dev.foreshock.engine.fault.Errors;
import dev.foreshock.engine.fault.Latency;
import dev.foreshock.engine.fault.Lost;
import dev.foreshock.engine.fault.Refused;
import dev.foreshock.engine.fault.Reset;
import dev.foreshock.engine.law.TimeSampler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults under way that strike requests on one way. Of several that strike one, the one that began first decides. */
final class Trouble {
    /** A fault under way: what it does, and the name that its draws go by. */
    private record Begun(String stream, CallEffect effect, List<Late> holds, List<Request> lost) {
        boolean strikes(Request request, Draw draw) {
            return draw.uniform(stream, request.key) < effect.calls().share();
        }
    }

    /** A request on its way that a fault makes late, and by how much. */
    private record Late(Request request, long more) {}

    private final List<Begun> underWay = new ArrayList<>();
    private final Draw draw;

    Trouble(Draw draw) {
        this.draw = draw;
    }

    void begins(String stream, CallEffect effect) {
        underWay.add(new Begun(stream, effect, new ArrayList<>(), new ArrayList<>()));
    }

    void ends(String stream, Exchange exchange) {
        List<Begun> over =
                underWay.stream().filter(begun -> begun.stream.equals(stream)).toList();
        underWay.removeAll(over);
        for (Begun begun : over) {
            if (begun.effect instanceof Latency latency && latency.atEnd() == Latency.AtEnd.RELEASE) {
                begun.holds.forEach(late -> late.request.comesEarlier(late.more));
            } else if (begun.effect instanceof Lost lost && lost.atEnd() == Lost.AtEnd.RESET) {
                begun.lost.forEach(exchange::closes);
            }
        }
    }

    private Optional<Begun> decides(Request request) {
        return underWay.stream()
                .filter(begun -> !(begun.effect instanceof Latency) && begun.strikes(request, draw))
                .findFirst();
    }

    private CallEffect fateOf(Request request) {
        return decides(request).map(Begun::effect).orElse(null);
    }

    /** Loses a request, or the answer to it, if such a fault strikes it. */
    boolean loses(Request request) {
        if (!(fateOf(request) instanceof Lost)) {
            return false;
        }
        request.place = Request.Place.LOST;
        decides(request).ifPresent(begun -> begun.lost.add(request));
        return true;
    }

    boolean refuses(Request request) {
        return fateOf(request) instanceof Refused;
    }

    boolean resets(Request request) {
        return fateOf(request) instanceof Reset;
    }

    boolean fails(Request request) {
        return fateOf(request) instanceof Errors;
    }

    /** Returns how much longer the way there takes a request: faults that add latency add up. */
    long adds(Request request) {
        double sum = 0;
        for (Begun begun : underWay) {
            if (begun.effect instanceof Latency latency && begun.strikes(request, draw)) {
                // The draw of the time comes after that of whether it strikes.
                long more =
                        latency.adds().sampler().nextNanos(draw.random.at(draw.stream(begun.stream) + 1, request.key));
                double before = sum;
                sum = Math.min(TimeSampler.MOST_NANOS, sum + more);
                begun.holds.add(new Late(request, (long) (sum - before)));
            }
        }
        return (long) sum;
    }
}
