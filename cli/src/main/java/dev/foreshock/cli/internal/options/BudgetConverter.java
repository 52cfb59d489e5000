package dev.foreshock.cli.internal.options;

import dev.foreshock.engine.compare.ComparePlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time such as {@code 500ms}, {@code 90s}, {@code 5m} or {@code 1h}. */
public final class BudgetConverter implements ITypeConverter<Duration> {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)(ms|s|m|h)");
    private static final Duration MOST = Duration.ofDays(7);

    @Override
    public Duration convert(String text) {
        Matcher match = SPAN.matcher(text);
        if (!match.matches()) {
            throw new TypeConversionException("must be a length of time such as 500ms, 90s, 5m or 1h, but was " + text);
        }
        long unit = switch (match.group(2)) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            default -> 3_600_000;
        };
        Duration budget = Duration.ofMillis(new BigDecimal(match.group(1))
                .multiply(BigDecimal.valueOf(unit))
                .longValue());
        if (budget.isZero() || budget.compareTo(MOST) > 0) {
            throw new TypeConversionException("must lie between 1 ms and 7 days, but was " + text);
        }
        return budget;
    }

    /** Returns how many events two cores of usual speed handle in {@code budget}. */
    public static long events(Duration budget) {
        return (long) (budget.toMillis() / 1e3 * ComparePlan.CORES * ComparePlan.EVENTS_PER_CORE_SECOND);
    }
}
