package dev.foreshock.scenarios.internal.scalar;

import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.judge.Anchor;
import dev.foreshock.engine.judge.Figure;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.judge.Span;
import dev.foreshock.scenarios.Code;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads figures: {@code measure[(subject)] [span]}. */
final class FigurePhrases {

    private static final Pattern LEFT = Pattern.compile("([^\\s()]+)(?:\\s*\\(([^()]*)\\))?\\s*(.*)", Pattern.DOTALL);
    private static final Pattern DURING = Pattern.compile("during\\s+(.*?)\\s*\\.\\.\\s*(.*)", Pattern.DOTALL);
    private static final Pattern BEFORE = Pattern.compile("before\\s+(.*)", Pattern.DOTALL);
    private static final Pattern AFTER = Pattern.compile("after\\s+(.*?)(?:\\s+before\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern WITHIN =
            Pattern.compile("within\\s+(" + Quantities.DURATION + ")\\s+after\\s+(.*)", Pattern.DOTALL);
    private static final Pattern LATER =
            Pattern.compile("(" + Quantities.DURATION + ")\\s+after\\s+(" + Times.MOMENT + "|" + Steps.NAME + ")");
    private static final Pattern STEP = Pattern.compile(Steps.NAME);

    private FigurePhrases() {}

    /** Tells whether a phrase has the form of a figure. */
    static boolean looksLikeOne(Phrase phrase) {
        return phrase.matcher(LEFT).matches();
    }

    /** Reads a figure that stands alone, of which nothing is demanded. */
    static Figure alone(Phrase phrase) throws Misreading {
        if (phrase.matcher(Dimensions.COMPARED).matches()) {
            throw phrase.complain(
                    Code.VALUE,
                    "a figure must have no limit, but was " + phrase.shown(),
                    "write what is measured alone; what must hold is a gate");
        }
        return read(phrase);
    }

    static Figure read(Phrase phrase) throws Misreading {
        Matcher parts = phrase.matcher(LEFT);
        if (!parts.matches()) {
            throw phrase.misread(Code.VALUE, "start with a measure", "measures are: " + names());
        }
        Measure measure = measure(phrase.group(parts, 1));
        return new Figure(measure, subject(measure, phrase, parts), span(measure, phrase.group(parts, 3)));
    }

    /** Tells whether {@code text} is the name of a measure. */
    static boolean isMeasure(String text) {
        return Stream.of(Measure.values()).anyMatch(measure -> measure.text().equals(text));
    }

    private static Measure measure(Phrase phrase) throws Misreading {
        for (Measure measure : Measure.values()) {
            if (measure.text().equals(phrase.text())) {
                return measure;
            }
        }
        List<String> all = Stream.of(Measure.values()).map(Measure::text).toList();
        String meant = Spelling.meant(phrase.text(), all);
        throw phrase.complain(
                Code.WORD,
                phrase.shown() + " is not a measure",
                (meant.isEmpty() ? "" : meant + "; ") + "measures are: " + names());
    }

    private static @Nullable String subject(Measure measure, Phrase left, Matcher observed) throws Misreading {
        Phrase name = left.group(observed, 1);
        boolean given = observed.group(2) != null;
        boolean missing = given ? left.group(observed, 2).isEmpty() : measure.needsSubject();
        if (given && measure.subject() == null) {
            throw left.group(observed, 2)
                    .complain(
                            Code.VALUE,
                            "'" + measure.text() + "' must not name anything: it is about the whole system",
                            "");
        } else if (missing) {
            throw measure.needsSubject()
                    ? name.complain(
                            Code.VALUE,
                            "'" + measure.text() + "' must name a component",
                            "write " + measure.text() + "(web)")
                    : name.complain(
                            Code.VALUE,
                            "'" + measure.text() + "' must name a class of requests between its parentheses",
                            "write " + measure.text() + " for all requests");
        }
        return given ? left.group(observed, 2).remember("subject").text() : null;
    }

    private static Span span(Measure measure, Phrase phrase) throws Misreading {
        if (phrase.isEmpty()) {
            return Span.WHOLE;
        } else if (!measure.takesSpan()) {
            throw phrase.complain(
                    Code.VALUE, "'" + measure.text() + "' must be of the whole run, but was " + phrase.shown(), "");
        }
        phrase.remember("span");
        Matcher during = phrase.matcher(DURING);
        if (during.matches()) {
            return new Span(anchor(phrase.group(during, 1), "from"), anchor(phrase.group(during, 2), "until"));
        }
        Matcher within = phrase.matcher(WITHIN);
        if (within.matches()) {
            return Span.within(Quantities.duration(phrase.group(within, 1)), anchor(phrase.group(within, 2), "from"));
        }
        Matcher before = phrase.matcher(BEFORE);
        if (before.matches()) {
            return new Span(null, anchor(phrase.group(before, 1), "until"));
        }
        Matcher after = phrase.matcher(AFTER);
        if (after.matches()) {
            return new Span(
                    anchor(phrase.group(after, 1), "from"),
                    after.group(2) == null ? null : anchor(phrase.group(after, 2), "until"));
        }
        throw phrase.complain(
                Code.VALUE,
                "a part of the run must start with 'during', 'within', 'after' or 'before', but was " + phrase.shown(),
                "such as: during 11:17 .. 11:30, or after 11:30, or within 5m after restart");
    }

    /** Tells whether a phrase is a time after something. */
    static boolean isLater(Phrase phrase) {
        return phrase.matcher(LATER).matches();
    }

    /** Tells whether a phrase can be the name of a step. */
    static boolean isStep(Phrase phrase) {
        return phrase.matcher(STEP).matches();
    }

    /** Reads a point in time, and remembers it as the part {@code name} of the claim. */
    static Anchor anchor(Phrase phrase, String name) throws Misreading {
        phrase.remember(name);
        if (Times.looksLikeMoment(phrase.text())) {
            return Anchor.at(Times.moment(phrase.called("the time")));
        }
        Matcher later = phrase.matcher(LATER);
        if (later.matches()) {
            return anchor(phrase.group(later, 2), name).plus(Quantities.duration(phrase.group(later, 1)));
        } else if (phrase.matcher(STEP).matches()) {
            return new Anchor.AfterStep(phrase.text(), Duration.ZERO);
        }
        throw phrase.complain(
                Code.VALUE,
                "a point in time must be a time of day, a step, or a time after either, but was " + phrase.shown(),
                "such as 11:30, restart, or 5m after redirect");
    }

    /** Returns the names of all measures. */
    static String names() {
        return String.join(
                ", ", Stream.of(Measure.values()).map(Measure::text).sorted().toList());
    }
}
