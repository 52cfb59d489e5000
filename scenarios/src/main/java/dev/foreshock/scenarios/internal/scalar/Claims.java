package dev.foreshock.scenarios.internal.scalar;

import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.judge.Anchor;
import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.judge.Span;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.scenarios.Code;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads claims: {@code measure[(subject)] [span] comparison limit [+-tolerance] [in share of replications]}. */
final class Claims {

    private static final Pattern LEFT = Pattern.compile("([^\\s()]+)(?:\\s*\\(([^()]*)\\))?\\s*(.*)", Pattern.DOTALL);
    private static final Pattern RIGHT =
            Pattern.compile("(.*?)(?:\\s*(?:\\+-|±)\\s*(.*?))?(?:\\s+in\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern DURING = Pattern.compile("during\\s+(.*?)\\s*\\.\\.\\s*(.*)", Pattern.DOTALL);
    private static final Pattern BEFORE = Pattern.compile("before\\s+(.*)", Pattern.DOTALL);
    private static final Pattern AFTER = Pattern.compile("after\\s+(.*?)(?:\\s+before\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern WITHIN =
            Pattern.compile("within\\s+(" + Quantities.DURATION + ")\\s+after\\s+(.*)", Pattern.DOTALL);
    private static final Pattern LATER =
            Pattern.compile("(" + Quantities.DURATION + ")\\s+after\\s+(" + Times.MOMENT + "|" + Steps.NAME + ")");
    private static final Pattern BASELINE = Pattern.compile("baseline(?:\\s+(\\S.*))?", Pattern.DOTALL);
    private static final Pattern STEP = Pattern.compile(Steps.NAME);
    private static final Pattern SHARE = Pattern.compile("(\\S+)\\s+of\\s+(?:replications|draws)");
    private static final Pattern EVERY = Pattern.compile("every\\s+(?:replication|draw)");

    private Claims() {}

    static Claim read(Phrase phrase) throws Misreading {
        Matcher sides = phrase.matcher(Dimensions.COMPARED);
        if (!sides.matches()) {
            throw phrase.misread(Code.VALUE, "be a claim such as users.affected <= 5%", "measures are: " + names());
        }
        Phrase left = phrase.group(sides, 1);
        Matcher observed = left.matcher(LEFT);
        if (!observed.matches()) {
            throw phrase.misread(Code.VALUE, "start with a measure", "measures are: " + names());
        }
        Comparison comparison = Dimensions.comparison(phrase.group(sides, 2));
        Phrase right = phrase.group(sides, 3);
        refuseReversed(left, comparison, right);
        Measure measure = measure(left.group(observed, 1));
        String subject = subject(measure, left, observed);
        Span span = span(measure, left.group(observed, 3));
        Matcher wanted = right.matcher(RIGHT);
        if (!wanted.matches()) {
            throw right.misread(Code.VALUE, "have a limit", "");
        }
        if (right.text().contains(" and ")) {
            throw right.misread(
                    Code.VALUE,
                    "be one limit",
                    "a claim says one thing: give what comes after 'and' a name and a line of its own");
        }
        Limit limit = limit(right.group(wanted, 1).called(measure.text()), measure.dimension());
        double tolerance = 0;
        if (wanted.group(2) != null) {
            tolerance = Dimensions.tolerance(right.group(wanted, 2), measure.dimension());
            if (comparison != Comparison.EQUAL) {
                throw right.group(wanted, 2)
                        .complain(Code.VALUE, "a tolerance must come with =, but came with " + comparison.text(), "");
            }
        }
        Percent share = wanted.group(3) == null ? null : share(right.group(wanted, 3));
        return new Claim(measure, subject, span, comparison, limit, tolerance, share);
    }

    private static void refuseReversed(Phrase left, Comparison comparison, Phrase right) throws Misreading {
        boolean isNumber = !left.isEmpty() && Character.isDigit(left.text().charAt(0));
        if (isNumber && isMeasure(right.text().split("[\\s(]", 2)[0])) {
            String turned =
                    comparison.text().replace('<', '?').replace('>', '<').replace('?', '>');
            throw left.complain(
                    Code.VALUE,
                    "a claim must start with a measure, but starts with " + left.shown(),
                    "write " + right.text() + " " + turned + " " + left.text());
        }
    }

    private static boolean isMeasure(String text) {
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

    /** Reads a point in time, and remembers it as the part {@code name} of the claim. */
    private static Anchor anchor(Phrase phrase, String name) throws Misreading {
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

    private static Limit limit(Phrase phrase, Dimension dimension) throws Misreading {
        phrase.remember("limit");
        Matcher baseline = phrase.matcher(BASELINE);
        if (baseline.matches()) {
            return baseline.group(1) == null
                    ? Limit.baseline()
                    : BaselineChanges.read(phrase.group(baseline, 1), dimension);
        } else if (dimension != Dimension.INSTANT) {
            return Limit.of(Dimensions.number(phrase, dimension));
        }
        boolean fits = Times.looksLikeMoment(phrase.text())
                || phrase.matcher(LATER).matches()
                || (phrase.matcher(STEP).matches()
                        && !Character.isDigit(phrase.text().charAt(0)));
        if (!fits) {
            throw Dimensions.unfit(phrase, dimension);
        }
        return new Limit.Time(anchor(phrase, "limit"));
    }

    private static Percent share(Phrase phrase) throws Misreading {
        Matcher part = phrase.matcher(SHARE);
        if (part.matches()) {
            Percent share = Quantities.percent(phrase.group(part, 1).called("in"));
            if (share.share() == 0) {
                throw phrase.group(part, 1)
                        .complain(
                                Code.DEMANDS_NOTHING,
                                "a claim must hold in more than 0% of replications, or it demands nothing",
                                "take it out, or demand a share such as 90%");
            }
            return share;
        } else if (phrase.matcher(EVERY).matches()) {
            return Percent.HUNDRED;
        }
        throw phrase.called("in")
                .misread(
                        Code.VALUE,
                        "be a share of replications",
                        "write in 90% of replications, or in every replication");
    }

    private static String names() {
        return String.join(
                ", ", Stream.of(Measure.values()).map(Measure::text).sorted().toList());
    }
}
