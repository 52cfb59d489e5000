package dev.foreshock.scenarios.internal.scalar;

import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.scenarios.Code;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads conditions: {@code [component.]signal comparison limit [for duration]}. */
final class Conditions {

    private static final Pattern RIGHT = Pattern.compile("(.*?)(?:\\s+for\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern USUAL = Pattern.compile("(\\S+)\\s+usual");

    private static final Pattern COMMA = Pattern.compile("([^,]+?)\\s*,\\s*(" + Quantities.DURATION + ")");

    private Conditions() {}

    static Condition read(Phrase phrase) throws Misreading {
        Matcher sides = phrase.matcher(Dimensions.COMPARED);
        if (!sides.matches()) {
            throw phrase.misread(
                    Code.VALUE,
                    "be a condition such as success < 95% for 1m",
                    "signals are: " + Spelling.listed(signals()));
        }
        Phrase left = phrase.group(sides, 1);
        int dot = left.text().lastIndexOf('.');
        Phrase subject = left.part(0, Math.max(0, dot));
        Signal signal = signal(left.part(dot + 1, left.text().length()));
        Comparison comparison = Dimensions.comparison(phrase.group(sides, 2));
        Phrase right = phrase.group(sides, 3);
        Matcher limitAndTime = right.matcher(RIGHT);
        if (!limitAndTime.matches()) {
            throw right.misread(Code.VALUE, "have a limit", "");
        }
        Matcher comma = right.matcher(COMMA);
        if (comma.matches()) {
            throw right.called(signal.text())
                    .misread(
                            Code.VALUE,
                            "have a limit, and 'for' before how long it lasts",
                            "write " + left.text() + " " + comparison.text() + " " + comma.group(1) + " for "
                                    + comma.group(2));
        }
        Phrase limit = right.group(limitAndTime, 1).called(signal.text());
        Phrase time = right.group(limitAndTime, 2).called("for");
        Duration atLeast = limitAndTime.group(2) == null ? Duration.ZERO : Quantities.duration(time);
        Matcher usual = limit.matcher(USUAL);
        boolean timesUsual = usual.matches();
        double number = timesUsual ? Quantities.multiple(limit.group(usual, 1)).factor() : number(limit, signal);
        String component = dot < 0 ? null : subject.remember("subject").text();
        return new Condition(component, signal, comparison, number, timesUsual, atLeast);
    }

    private static double number(Phrase limit, Signal signal) throws Misreading {
        if (limit.text().startsWith("x")) {
            throw limit.misread(
                    Code.DIMENSION,
                    "be compared with a number, or with a multiple of the usual value",
                    "write " + limit.text() + " usual");
        }
        return Dimensions.number(limit, signal.dimension());
    }

    private static Signal signal(Phrase phrase) throws Misreading {
        for (Signal signal : Signal.values()) {
            if (signal.text().equals(phrase.text())) {
                return signal;
            }
        }
        throw phrase.complain(
                Code.WORD, phrase.shown() + " is not a signal", Spelling.hint(phrase.text(), "signals", signals()));
    }

    private static List<String> signals() {
        return Stream.of(Signal.values()).map(Signal::text).toList();
    }
}
