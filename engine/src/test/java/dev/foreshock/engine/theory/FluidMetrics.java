package dev.foreshock.engine.theory;

import java.util.function.ToDoubleFunction;

/** The metrics of a queue that fills and drains like a vessel. All are exact to a few customers out of many thousands. */
final class FluidMetrics {
    private static final double FEW_CUSTOMERS = 1e-5;

    private FluidMetrics() {}

    /** Returns how a metric is checked; the surge ends {@code surgeEnds} seconds after the start. */
    static Check check(Row row, double surgeEnds) {
        ToDoubleFunction<Station> reading = switch (row.metric()) {
            case "peak_backlog" -> station -> station.waiting.highest();
            case "drain_time_after_surge" -> station -> station.waiting.lastPositiveNanos() / 1e9 - surgeEnds;
            case "max_wait" -> station -> station.waits.longestSeconds();
            case "total_delay" -> station -> station.waits.sumSeconds();
            case "affected_customers" -> station -> station.waits.positives();
            case "mean_delay_of_affected" -> station -> station.waits.sumSeconds() / station.waits.positives();
            default -> throw new IllegalArgumentException("a metric must be known, but was " + row.metric());
        };
        return new Check.Sampled(
                RowClass.EXACT, seen -> reading.applyAsDouble(seen.station(Scenes.WEB)), FEW_CUSTOMERS);
    }
}
