package dev.foreshock.cli.internal.options;

import dev.foreshock.cli.internal.terminal.UsageException;
import dev.foreshock.engine.vulnerability.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A setting and the ends of the values it takes, written {@code faults.outage.lasts=1s..60s}.
 *
 * @param axis the setting
 * @param low the smallest value
 * @param high the largest value
 */
public record AxisRange(Axis axis, double low, double high) {
    private static final Pattern VALUE = Pattern.compile("(x?)([0-9]+(?:\\.[0-9]+)?)([a-z%/]{0,8})");
    private static final Map<String, Double> SECONDS =
            Map.of("ns", 1e-9, "us", 1e-6, "ms", 1e-3, "s", 1.0, "m", 60.0, "h", 3600.0, "d", 86_400.0);

    /**
     * Reads what was given to {@code option}.
     *
     * @throws UsageException if it is no setting with a range
     */
    public static AxisRange of(String option, String written) {
        int equal = written.indexOf('=');
        int dots = written.indexOf("..", Math.max(0, equal));
        if (equal < 1 || dots < 0) {
            throw misread(option, written);
        }
        Matcher low = VALUE.matcher(written.substring(equal + 1, dots).strip());
        Matcher high = VALUE.matcher(written.substring(dots + 2).strip());
        if (!low.matches() || !high.matches() || !low.group(1).equals(high.group(1))) {
            throw misread(option, written);
        }
        String unit = high.group(3);
        double from = Double.parseDouble(low.group(2)) * inUnit(low.group(3), unit, option, written);
        double to = Double.parseDouble(high.group(2));
        if (!(from > 0 && to > from)) {
            throw new UsageException(option + " must grow from a value above 0 to a larger one, but was " + written);
        }
        return new AxisRange(new Axis(written.substring(0, equal).strip(), low.group(1), unit), from, to);
    }

    private static double inUnit(String its, String wanted, String option, String written) {
        if (its.equals(wanted)) {
            return 1;
        }
        Double from = SECONDS.get(its);
        Double to = SECONDS.get(wanted);
        if (from == null || to == null) {
            throw new UsageException(option + " must give both ends in one unit, but was " + written);
        }
        return from / to;
    }

    private static UsageException misread(String option, String written) {
        return new UsageException(
                option + " must be a setting and a range, such as faults.outage.lasts=1s..60s, but was " + written);
    }

    /** Returns {@code count} values from one end to the other, equally far apart. */
    public List<Double> values(int count) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(Axis.rounded(count == 1 ? high : low + (high - low) * i / (count - 1)));
        }
        return values;
    }

    /** Returns the change of a scenario that gives the setting this value. */
    public String set(double value) {
        return axis.path() + "=" + axis.text(value);
    }
}
