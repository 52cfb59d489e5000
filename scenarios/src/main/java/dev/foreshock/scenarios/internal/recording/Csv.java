package dev.foreshock.scenarios.internal.recording;

import dev.foreshock.engine.curve.Recording;
import dev.foreshock.scenarios.Code;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes a recording of a CSV text, and repairs what can honestly be repaired:
 *
 * <ul>
 *   <li>rows out of order are sorted;
 *   <li>of rows with the same time the last one counts;
 *   <li>rows between two intervals count for the nearest, where an interval is the most common step;
 *   <li>up to {@value #LONGEST_GAP} missing or blank values in a row are interpolated linearly, and those at the ends left out.
 * </ul>
 *
 * <p>Longer gaps, negative values, other nonsense, and repairs to more than a tenth of the values are refused.
 */
public final class Csv {

    private static final int LONGEST_GAP = 12;
    private static final double MOST_REPAIRED = 0.1;

    private final List<String> repairs = new ArrayList<>();
    private int repaired;

    private Csv() {}

    /**
     * A recording, and what was done to it.
     *
     * @param recording the recording
     * @param repairs what was repaired, and how
     */
    public record Result(Recording recording, List<String> repairs) {}

    /** Reads {@code text}. */
    public static Result read(String name, String text) throws CsvRefused {
        return new Csv().recording(name, Rows.read(text));
    }

    private Result recording(String name, List<Row> rows) throws CsvRefused {
        List<Row> sorted = distinct(sorted(rows));
        if (sorted.size() < 2) {
            throw new CsvRefused(
                    Code.RECORDING, "must have at least two rows with different times, but had " + sorted.size(), "");
        }
        Duration interval = commonStep(sorted);
        double[] grid = grid(sorted, interval);
        int first = 0;
        int end = grid.length;
        while (first < end && Double.isNaN(grid[first])) {
            first++;
        }
        while (end > first && Double.isNaN(grid[end - 1])) {
            end--;
        }
        note(first + grid.length - end, "blank values at its ends were left out");
        if (first == end) {
            throw new CsvRefused(Code.RECORDING, "must have values, but all are blank", "");
        }
        LocalDateTime start = sorted.get(0).time().plus(interval.multipliedBy(first));
        double[] counts = Arrays.copyOfRange(grid, first, end);
        interpolate(counts, start, interval);
        if (repaired > MOST_REPAIRED * counts.length) {
            throw new CsvRefused(
                    Code.RECORDING_QUALITY,
                    "must not need repairs to more than 10% of its values, but needed " + repaired + " for "
                            + counts.length + " values: " + String.join("; ", repairs),
                    "");
        }
        return new Result(
                new Recording(
                        name, start, interval, Arrays.stream(counts).boxed().toList()),
                List.copyOf(repairs));
    }

    private void note(int count, String what) {
        if (count > 0) {
            repaired += count;
            repairs.add(count + " " + what);
        }
    }

    private List<Row> sorted(List<Row> rows) {
        int disorder = 0;
        for (int i = 1; i < rows.size(); i++) {
            disorder += rows.get(i).time().isBefore(rows.get(i - 1).time()) ? 1 : 0;
        }
        note(disorder, "rows out of order were sorted");
        return rows.stream().sorted(Comparator.comparing(Row::time)).toList();
    }

    private List<Row> distinct(List<Row> sorted) {
        List<Row> distinct = new ArrayList<>();
        for (Row row : sorted) {
            if (!distinct.isEmpty() && distinct.get(distinct.size() - 1).time().equals(row.time())) {
                distinct.remove(distinct.size() - 1);
            }
            distinct.add(row);
        }
        note(sorted.size() - distinct.size(), "rows had the time of a later row, which counts");
        return distinct;
    }

    private static Duration commonStep(List<Row> rows) {
        Map<Duration, Integer> steps = new TreeMap<>();
        for (int i = 1; i < rows.size(); i++) {
            steps.merge(Duration.between(rows.get(i - 1).time(), rows.get(i).time()), 1, Integer::sum);
        }
        Duration best = steps.keySet().iterator().next();
        for (Map.Entry<Duration, Integer> step : steps.entrySet()) {
            best = step.getValue() > steps.getOrDefault(best, 0) ? step.getKey() : best;
        }
        return best;
    }

    /** Returns the values by interval; NaN where there is none. */
    private double[] grid(List<Row> rows, Duration interval) throws CsvRefused {
        LocalDateTime start = rows.get(0).time();
        List<Double> values = new ArrayList<>();
        LocalDateTime before = start;
        int moved = 0;
        for (Row row : rows) {
            double steps = seconds(Duration.between(start, row.time())) / seconds(interval);
            long index = Math.round(steps);
            moved += Math.abs(steps - index) > 1e-6 ? 1 : 0;
            if (index - values.size() > LONGEST_GAP) {
                throw gap(before, row.time());
            }
            while (values.size() <= index) {
                values.add(Double.NaN);
            }
            values.set((int) index, row.value());
            before = row.time();
        }
        note(moved, "rows between two intervals of " + seconds(interval) + " s were counted for the nearest");
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void interpolate(double[] values, LocalDateTime start, Duration interval) throws CsvRefused {
        int filled = 0;
        int known = 0;
        for (int i = 1; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                continue;
            }
            if (i - known - 1 > LONGEST_GAP) {
                throw gap(start.plus(interval.multipliedBy(known)), start.plus(interval.multipliedBy(i)));
            }
            for (int k = known + 1; k < i; k++) {
                values[k] = values[known] + (values[i] - values[known]) * (k - known) / (i - known);
                filled++;
            }
            known = i;
        }
        note(filled, "missing or blank values were interpolated between their neighbors");
    }

    private static CsvRefused gap(LocalDateTime from, LocalDateTime to) {
        return new CsvRefused(
                Code.RECORDING_QUALITY,
                "must not have gaps longer than " + LONGEST_GAP + " intervals, but has one from " + from + " to " + to,
                "cut the file there, or fill the gap with what you know");
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
