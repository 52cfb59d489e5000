package dev.foreshock.engine.internal.caution;

import dev.foreshock.engine.call.CallSpec.OnTimeout;
import dev.foreshock.engine.describe.Caution;
import dev.foreshock.engine.describe.Caution.Kind;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.engine.unit.Quantity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds components that are offered more at the peak of the traffic than they can serve, and have nothing to shed load with;
 * and measured components that are offered more than was ever measured.
 *
 * <p>Shedding is: a limited queue, a limited wait, admission control; or that every caller takes back what it no longer waits
 * for (it cancels, or passes its deadline on). Running out of memory is not. Where a scenario has a record, overload is
 * history to be repeated, and nothing is said about it.
 */
public final class LoadCautions {
    private static final double CLEARLY = 1.01;

    private LoadCautions() {}

    /** Adds what it finds. */
    public static void find(View view, List<Caution> found) {
        if (!view.isSmall()) {
            return;
        }
        Loads loads = new Loads(view);
        Set<String> takenBack = new HashSet<>();
        for (String component : view.callersFirst) {
            if (callersTakeBack(view, component, takenBack)) {
                takenBack.add(component);
            }
        }
        view.sizes.forEach((component, size) -> {
            double peak = loads.peak(component);
            double times = loads.utilization(component);
            boolean history = !view.scenario.record().isEmpty();
            if (times > CLEARLY && !size.sheds() && !takenBack.contains(component) && !history) {
                found.add(new Caution(
                        Kind.OVERLOAD_WITHOUT_SHEDDING,
                        View.COMPONENTS + component,
                        "'" + component + "' is offered " + Times.number(times) + " times what it can serve"
                                + at(view, loads.utilizationAtNanos(component))
                                + " and has nothing to shed load with",
                        size.wayToShed() + "; it may stay as it is where the overload is the point"));
            }
            if (peak > CLEARLY * size.measuredUpTo()) {
                found.add(new Caution(
                        Kind.BEYOND_MEASURED,
                        View.COMPONENTS + component + ".measured",
                        "'" + component + "' is offered " + Times.number(peak) + "/s"
                                + at(view, loads.peakAtNanos(component))
                                + ", but was measured up to "
                                + Quantity.text(Dimension.RATE, size.measuredUpTo()) + " only",
                        "beyond that it answers as it did there; measure further, or limit what is offered"));
            }
        });
    }

    private static String at(View view, long nanos) {
        return " at " + Times.at(view.scenario.clock(), nanos);
    }

    private static boolean callersTakeBack(View view, String component, Set<String> takenBack) {
        List<Edge> edges = view.to(component).stream().filter(Edge::ever).toList();
        return view.entering(component).isEmpty()
                && !edges.isEmpty()
                && edges.stream().allMatch(edge -> takesBack(edge, takenBack));
    }

    private static boolean takesBack(Edge edge, Set<String> takenBack) {
        boolean tells = edge.call().passDeadline() || edge.call().onTimeout() == OnTimeout.CANCEL;
        return tells && (edge.call().timeout() != null || takenBack.contains(edge.from()));
    }
}
