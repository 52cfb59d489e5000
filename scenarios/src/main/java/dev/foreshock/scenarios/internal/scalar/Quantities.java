package dev.foreshock.scenarios.internal.scalar;

import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Load;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import dev.foreshock.scenarios.Code;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with units. */
final class Quantities {

    static final String DURATION = "(?:" + Numbers.DECIMAL + "(?:ns|us|ms|s|m|h|d))+";
    static final String RATE = Numbers.DECIMAL + " ?/ ?(?:s|min|h|d)";
    static final String PERCENT = Numbers.DECIMAL + " ?%";
    static final String BYTES = Numbers.DECIMAL + " ?(?:[KMGT]i?)?B";
    static final String MULTIPLE = "x" + Numbers.DECIMAL;

    private static final Pattern SPAN = Pattern.compile(DURATION);
    private static final Pattern SPAN_PART = Pattern.compile("(" + Numbers.DECIMAL + ")([a-z]+)");
    private static final Pattern PER = Pattern.compile("(" + Numbers.DECIMAL + ") ?/ ?(s|min|h|d)");
    private static final Pattern SHARE = Pattern.compile("(" + Numbers.DECIMAL + ") ?%");
    private static final Pattern AMOUNT = Pattern.compile("(" + Numbers.DECIMAL + ") ?((?:[KMGT]i?)?B)");
    private static final Pattern FACTOR = Pattern.compile("x(" + Numbers.DECIMAL + ")");

    private static final Map<String, Long> NANOS = Map.of(
            "ns",
            1L,
            "us",
            1_000L,
            "ms",
            1_000_000L,
            "s",
            1_000_000_000L,
            "m",
            60_000_000_000L,
            "h",
            3_600_000_000_000L,
            "d",
            86_400_000_000_000L);
    private static final BigDecimal MOST_NANOS = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final String YEARS = "shorter than 292 years";
    private static final String LONG = "the longest that any setting takes is 3650d";

    private static final Map<String, Long> RATES = Map.of("/s", 1L, "/min", 1L, "/h", 1L, "/d", 1L);
    private static final Map<String, Long> PERCENTS = Map.of("%", 1L);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100).add(BigDecimal.valueOf(1, 12));
    private static final BigDecimal MOST = BigDecimal.TEN.pow(15);

    private static final Map<String, Long> BYTE_UNITS = Map.of(
            "B",
            1L,
            "KB",
            1_000L,
            "MB",
            1_000_000L,
            "GB",
            1_000_000_000L,
            "TB",
            1_000_000_000_000L,
            "KiB",
            1L << 10,
            "MiB",
            1L << 20,
            "GiB",
            1L << 30,
            "TiB",
            1L << 40);

    private Quantities() {}

    static Duration duration(Phrase phrase) throws Misreading {
        if (!phrase.matcher(SPAN).matches()) {
            refuseOdd(phrase, NANOS, MOST_NANOS, YEARS, "be a duration such as 250ms, 90s or 2h30m");
            requireUnit(phrase, phrase.text() + "s for seconds or " + phrase.text() + "ms for milliseconds");
            throw phrase.misread(
                    Code.VALUE,
                    "be a duration such as 250ms, 90s or 2h30m",
                    Units.ofDuration(phrase.text(), "units are ns, us, ms, s, m (minutes), h and d"));
        }
        BigDecimal nanos = BigDecimal.ZERO;
        Matcher parts = phrase.matcher(SPAN_PART);
        while (parts.find()) {
            nanos = nanos.add(new BigDecimal(parts.group(1))
                    .multiply(BigDecimal.valueOf(NANOS.getOrDefault(parts.group(2), 0L))));
        }
        if (nanos.compareTo(MOST_NANOS) > 0) {
            throw phrase.beyond(YEARS, LONG);
        }
        return Duration.ofNanos(nanos.longValue());
    }

    static Rate rate(Phrase phrase) throws Misreading {
        Matcher match = phrase.matcher(PER);
        if (!match.matches()) {
            refuseOdd(phrase, RATES, MOST, "less than 10^15/s", "be a rate such as 120/s or 5/min");
            requireUnit(phrase, phrase.text() + "/s or " + phrase.text() + "/min");
            throw phrase.misread(
                    Code.VALUE,
                    "be a rate such as 120/s or 5/min",
                    Units.ofRate(phrase.text(), "units are /s, /min, /h and /d"));
        }
        double count = Double.parseDouble(match.group(1));
        return switch (match.group(2)) {
            case "s" -> Rate.perSecond(count);
            case "min" -> Rate.perMinute(count);
            case "h" -> Rate.per(Duration.ofHours(1), count);
            default -> Rate.per(Duration.ofDays(1), count);
        };
    }

    static Percent percent(Phrase phrase) throws Misreading {
        Matcher match = phrase.matcher(SHARE);
        if (!match.matches()) {
            refuseOdd(phrase, PERCENTS, HUNDRED, "between 0% and 100%", "be a share such as 70%");
            boolean share = phrase.matcher(Pattern.compile("0?\\.\\d{1,6}")).matches();
            requireUnit(
                    phrase,
                    (share
                                    ? new BigDecimal(phrase.text())
                                            .movePointRight(2)
                                            .stripTrailingZeros()
                                            .toPlainString()
                                    : phrase.text())
                            + "%");
            throw phrase.misread(Code.VALUE, "be a share such as 70%", "");
        }
        double percent = Double.parseDouble(match.group(1));
        if (percent > 100) {
            throw phrase.misread(Code.RANGE, "lie between 0% and 100%", "");
        }
        return Percent.of(percent);
    }

    static Bytes bytes(Phrase phrase) throws Misreading {
        Matcher match = phrase.matcher(AMOUNT);
        if (!match.matches()) {
            refuseOdd(phrase, BYTE_UNITS, MOST_NANOS, "less than 8 EiB", "be an amount of memory such as 512 MiB");
            requireUnit(phrase, phrase.text() + " MiB");
            throw phrase.misread(
                    Code.VALUE,
                    "be an amount of memory such as 512 MiB",
                    "units are B, KiB, MiB, GiB, TiB, KB, MB, GB and TB");
        }
        BigDecimal count = new BigDecimal(match.group(1))
                .multiply(BigDecimal.valueOf(BYTE_UNITS.getOrDefault(match.group(2), 1L)));
        if (count.compareTo(MOST_NANOS) > 0) {
            throw phrase.beyond("less than 8 EiB", "");
        }
        return new Bytes(Math.round(count.doubleValue()));
    }

    static Multiple multiple(Phrase phrase) throws Misreading {
        Matcher match = phrase.matcher(FACTOR);
        if (!match.matches()) {
            OddNumber odd =
                    phrase.text().startsWith("x") ? OddNumber.of(phrase.text().substring(1)) : null;
            if (odd != null && odd.unit().isEmpty()) {
                throw odd.reaches(MOST)
                        ? phrase.beyond("less than x10^15", "")
                        : phrase.misread(
                                Code.VALUE,
                                "be a factor such as x3.5",
                                odd.help().replace("write ", "write x"));
            }
            requireUnit(phrase, "x" + phrase.text());
            throw phrase.misread(Code.VALUE, "be a factor such as x3.5", "");
        }
        return Multiple.x(Double.parseDouble(match.group(1)));
    }

    static Load load(Phrase phrase) throws Misreading {
        if (phrase.text().startsWith("x")) {
            return multiple(phrase);
        }
        requireUnit(
                phrase,
                phrase.text() + "/s"
                        + (phrase.subject().equals("usual")
                                ? ""
                                : ", or x" + phrase.text() + " for a multiple of the usual rate"));
        return rate(phrase);
    }

    /**
     * Complains about a number with a unit that is not spelled as numbers are.
     *
     * @param units what each unit is worth
     * @param most what is too much
     * @param limits what is said of that much
     * @param rule what is said of less
     */
    private static void refuseOdd(Phrase phrase, Map<String, Long> units, BigDecimal most, String limits, String rule)
            throws Misreading {
        OddNumber odd = OddNumber.of(phrase.text());
        Long unit = odd == null ? null : units.get(odd.unit().replace(" ", ""));
        if (odd != null && unit != null && odd.value().signum() >= 0) {
            throw new OddNumber(odd.value().multiply(BigDecimal.valueOf(unit)), "").reaches(most)
                    ? phrase.beyond(limits, limits.equals(YEARS) ? LONG : "")
                    : phrase.misread(Code.VALUE, rule, odd.help());
        }
    }

    /** Complains about a number without a unit. */
    static void requireUnit(Phrase phrase, String likely) throws Misreading {
        if (phrase.matcher(Numbers.BARE).matches()) {
            throw phrase.misread(
                    Code.UNIT,
                    phrase.text().startsWith("-") ? "not be negative and have a unit" : "have a unit",
                    phrase.text().startsWith("-") ? "" : "write " + likely);
        }
    }
}
