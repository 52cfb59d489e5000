package dev.foreshock.engine.reference;

import dev.foreshock.engine.law.TimeSampler;
import dev.foreshock.engine.model.MeasurementSpec;
import dev.foreshock.engine.model.OpaqueSpec;
import dev.foreshock.engine.result.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A component that answers as was measured at the rate that it is offered. */
final class OpaquePart extends Part {
    /** The standard normal number that one of a hundred exceeds. */
    private static final double Z99 = 2.3263478740408408;

    private final OpaqueSpec spec;
    private final List<MeasurementSpec> points;
    private final List<Request> inside = new ArrayList<>();
    private double weight;
    private long weighedAt;

    OpaquePart(String name, OpaqueSpec spec, Interpreter world) {
        super(name, world);
        this.spec = spec;
        points = spec.measured().values().stream()
                .sorted(Comparator.comparingDouble(point -> point.at().perSecond()))
                .toList();
    }

    /** Returns the arrivals before now, each fading with its age, as arrivals per second. */
    private double rate() {
        double tau = spec.over().toNanos() / 2.0;
        long now = agenda.now();
        weight *= StrictMath.exp(-(now - weighedAt) / tau);
        weighedAt = now;
        return now == 0 ? 0 : weight * 1e9 / (tau * -StrictMath.expm1(-now / tau));
    }

    private double at(double rate, ToDoubleFunction<MeasurementSpec> what) {
        MeasurementSpec low = points.get(0);
        MeasurementSpec high = points.get(points.size() - 1);
        for (MeasurementSpec point : points) {
            if (point.at().perSecond() < rate) {
                low = point;
            }
        }
        for (int i = points.size() - 1; i >= 0; i--) {
            if (points.get(i).at().perSecond() >= rate) {
                high = points.get(i);
            }
        }
        double width = high.at().perSecond() - low.at().perSecond();
        if (width == 0 || high.at().perSecond() < rate) {
            return what.applyAsDouble(high);
        }
        double share = Math.max(0, (rate - low.at().perSecond()) / width);
        return what.applyAsDouble(low) + share * (what.applyAsDouble(high) - what.applyAsDouble(low));
    }

    @Override
    void arrive(Request request) {
        double rate = rate();
        weight++;
        boolean fails = draw.uniform(stream("error"), request.key)
                < at(rate, point -> point.errors().share());
        double median = at(rate, point -> point.p50().toNanos());
        double sigma = StrictMath.log(at(rate, point -> point.p99().toNanos()) / median) / Z99;
        double takes = median * StrictMath.exp(sigma * draw.gaussian(stream("latency"), request.key));
        inside.add(request);
        request.step = agenda.after(
                (long) Math.min(TimeSampler.MOST_NANOS, takes),
                () -> answer(request, fails ? Outcome.ERROR : Outcome.OK));
    }

    private void answer(Request request, Outcome outcome) {
        inside.remove(request);
        exchange.respond(request, outcome);
    }

    @Override
    void cancelled(Request request) {
        request.step.cancel();
        answer(request, Outcome.CANCELLED);
    }

    @Override
    int holding() {
        return inside.size();
    }
}
