package dev.foreshock.engine.theory;

import dev.foreshock.engine.result.Outcome;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The metrics of a single queue, by their names in the table: L and Lq are numbers in the system and in the queue, W and Wq
 * times in them.
 *
 * @param component the component that is the queue
 * @param tolerance the tolerance of means
 */
record QueueMetrics(String component, double tolerance) {
    private static final Pattern QUANTILE = Pattern.compile("(W|Wq)_p([0-9.]+)");
    private static final Pattern NUMBER_FROM = Pattern.compile("P\\(N>=(\\d+)\\)");
    private static final Pattern WAIT_UP_TO = Pattern.compile("P\\(Wq<=([0-9.]+)\\)");

    /** Returns how a metric is checked. */
    Check check(Row row) {
        Matcher quantile = QUANTILE.matcher(row.metric());
        if (quantile.matches()) {
            double share = Double.parseDouble(quantile.group(2)) / 100;
            boolean waits = quantile.group(1).equals("Wq");
            return Check.quantile(
                    tolerance,
                    seen -> seen.units((waits ? station(seen).waits : station(seen).stays).quantileSeconds(share)));
        }
        Matcher from = NUMBER_FROM.matcher(row.metric());
        if (from.matches()) {
            int least = Integer.parseInt(from.group(1));
            return Check.mean(tolerance, seen -> station(seen).inside.shareFrom(least));
        }
        Matcher upTo = WAIT_UP_TO.matcher(row.metric());
        if (upTo.matches()) {
            double units = Double.parseDouble(upTo.group(1));
            return Check.mean(tolerance, seen -> station(seen).waits.shareUpTo(units / seen.units(1)));
        }
        Check check = Check.mean(tolerance, reading(row.metric()));
        return isRare(row) ? rare(row) : check;
    }

    private static boolean isRare(Row row) {
        return row.value() < 1e-6 && row.value() > 0;
    }

    /** A probability, or a mean that goes to nothing with one: how far it is from never is what can be seen. */
    private Check rare(Row row) {
        ToDoubleFunction<Observation> reading = reading(row.metric());
        return new Check.Sampled(RowClass.RARE, seen -> 1 - reading.applyAsDouble(seen), tolerance);
    }

    private ToDoubleFunction<Observation> reading(String metric) {
        return switch (metric) {
            case "L" -> seen -> station(seen).inside.mean();
            case "Lq" -> seen -> station(seen).waiting.mean();
            case "W_mean", "W_accepted" ->
                seen -> seen.units(station(seen).stays.meanSeconds());
            case "Wq_mean" -> seen -> seen.units(station(seen).waits.meanSeconds());
            case "P_wait" -> seen -> station(seen).waits.positiveShare();
            case "P(N<c)" -> seen -> 1 - station(seen).waits.positiveShare();
            case "P_block" -> seen -> station(seen).share(Outcome.SHED);
            case "P_abandon" -> seen -> station(seen).share(Outcome.TIMED_OUT);
            case "throughput" -> seen -> station(seen).throughput() / seen.units(1);
            case "carried" -> seen -> station(seen).busy.mean();
            case "utilisation", "P_busy", "effective_rho" ->
                seen -> station(seen).utilization();
            case "P_idle", "P_empty" -> seen -> 1 - station(seen).inside.shareFrom(1);
            case "P_work>0" -> seen -> station(seen).inside.shareFrom(1);
            default -> throw new IllegalArgumentException("a metric must be known, but was " + metric);
        };
    }

    private Station station(Observation seen) {
        return seen.station(component);
    }
}
