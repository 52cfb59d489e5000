package dev.foreshock.scenarios.internal.scalar;

import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Window;
import dev.foreshock.scenarios.Code;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Points and stretches of time. */
final class Times {

    static final String TIME_OF_DAY = "\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?";
    static final String MOMENT = "(?:" + TIME_OF_DAY + "|\\+\\s*" + Quantities.DURATION + ")";
    static final String WINDOW = MOMENT + " ?\\.\\. ?" + MOMENT;
    static final String DATE_TIME = "\\d{4}-\\d{2}-\\d{2}[T ]" + TIME_OF_DAY;
    static final String OFFSET = "(?:Z|[+-]\\d{2}:\\d{2})";
    static final String CLOCK = DATE_TIME + OFFSET + " ?\\.\\. ?(?:" + MOMENT + "|" + DATE_TIME + OFFSET + ")";

    private static final Pattern OF_DAY = Pattern.compile(TIME_OF_DAY);
    private static final Pattern RANGE = Pattern.compile("(.*?)\\s*\\.\\.\\s*(.*)", Pattern.DOTALL);
    private static final Pattern DATED = Pattern.compile(DATE_TIME);
    private static final Pattern DATED_WITH_OFFSET = Pattern.compile(DATE_TIME + OFFSET);

    private static final Pattern DATED_LOOSELY =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ]+(" + TIME_OF_DAY + ")\\s*(?:\\S{0,9})");
    private static final Pattern SPAN = Pattern.compile(Quantities.DURATION);

    private Times() {}

    static boolean looksLikeMoment(String text) {
        return text.startsWith("+") || OF_DAY.matcher(text).matches();
    }

    static Moment moment(Phrase phrase) throws Misreading {
        if (phrase.text().startsWith("+")) {
            Duration since = Quantities.duration(phrase.part(1, phrase.text().length()));
            return Moment.after(since);
        }
        if (!phrase.matcher(OF_DAY).matches()) {
            Quantities.requireUnit(
                    phrase, "a time of day such as 09:30, or a time since the start such as +" + phrase.text() + "m");
            throw phrase.misread(
                    Code.VALUE,
                    "be a time of day such as 09:30, or a time since the start such as +90m",
                    meant(phrase));
        }
        return new Moment.At(timeOfDay(phrase));
    }

    private static String meant(Phrase phrase) {
        Matcher dated = phrase.matcher(DATED_LOOSELY);
        if (dated.matches()) {
            return "write " + dated.group(2) + ": the clock has the date";
        } else if (phrase.matcher(SPAN).matches()) {
            return "write a time of day, or +" + phrase.text() + " for that long after the start of the clock";
        }
        return "";
    }

    private static String meantStart(String text) {
        Matcher dated = DATED_LOOSELY.matcher(text);
        return dated.matches()
                ? "write " + dated.group(1) + "T" + dated.group(2) + "Z, or +01:00 in place of Z"
                : "such as 2026-03-14T08:00+01:00";
    }

    private static LocalTime timeOfDay(Phrase phrase) throws Misreading {
        String text = phrase.text();
        try {
            return LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text);
        } catch (DateTimeException e) {
            throw phrase.misread(Code.VALUE, "be a time of day from 00:00 to 23:59:59", "");
        }
    }

    static Window window(Phrase phrase) throws Misreading {
        Matcher match = range(phrase, "a stretch of time such as 09:00 .. 12:00");
        return new Window(moment(phrase.group(match, 1)), moment(phrase.group(match, 2)));
    }

    static Clock clock(Phrase phrase) throws Misreading {
        Matcher match =
                range(phrase, "a start with its offset from UTC and an end, such as 2026-03-14T08:00+01:00 .. 13:00");
        Phrase from = phrase.group(match, 1);
        Phrase until = phrase.group(match, 2);
        if (!from.matcher(DATED_WITH_OFFSET).matches()) {
            boolean bare = from.matcher(DATED).matches();
            throw from.misread(
                    Code.VALUE,
                    "start with a date, a time and an offset from UTC",
                    bare ? "write " + from.text() + "Z, or +01:00 in place of Z" : meantStart(from.text()));
        }
        OffsetDateTime start = instant(from);
        Duration length = length(start, until);
        try {
            return new Clock(start, length);
        } catch (IllegalArgumentException e) {
            throw until.misread(Code.VALUE, "end after its start, and within 3650 days", "");
        }
    }

    private static Duration length(OffsetDateTime start, Phrase until) throws Misreading {
        if (until.matcher(DATED_WITH_OFFSET).matches()) {
            return Duration.between(start, instant(until));
        }
        Moment end = moment(until);
        if (end instanceof Moment.After after) {
            return after.sinceStart();
        }
        Duration length = Duration.between(start.toLocalTime(), ((Moment.At) end).time());
        return length.isNegative() || length.isZero() ? length.plusDays(1) : length;
    }

    static LocalDateTime dateTime(Phrase phrase) throws Misreading {
        if (!phrase.matcher(DATED).matches()) {
            throw phrase.misread(Code.VALUE, "be a date and a time such as 2026-03-14T08:00", "");
        }
        try {
            return LocalDateTime.parse(phrase.text().replace(' ', 'T'));
        } catch (DateTimeException e) {
            throw phrase.misread(Code.VALUE, "be a date and a time that exist", "");
        }
    }

    private static OffsetDateTime instant(Phrase phrase) throws Misreading {
        try {
            return OffsetDateTime.parse(phrase.text().replace(' ', 'T'));
        } catch (DateTimeException e) {
            throw phrase.misread(Code.VALUE, "be a date and a time that exist", "");
        }
    }

    private static Matcher range(Phrase phrase, String rule) throws Misreading {
        Matcher match = phrase.matcher(RANGE);
        if (!match.matches()) {
            throw phrase.misread(Code.VALUE, "be " + rule, "");
        }
        return match;
    }
}
