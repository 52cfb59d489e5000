package dev.foreshock.scenarios.internal.scalar;

import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.judge.Figure;
import dev.foreshock.engine.judge.Limit;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.scenarios.Code;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads claims: {@code measure[(subject)] [span] comparison limit [+-tolerance] [in share of replications] [if observed]}. */
final class Claims {

    private static final Pattern RIGHT =
            Pattern.compile("(.*?)(?:\\s*(?:\\+-|±)\\s*(.*?))?(?:\\s+in\\s+(.*?))?(?:\\s+if\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern BASELINE = Pattern.compile("baseline(?:\\s+(\\S.*))?", Pattern.DOTALL);
    private static final Pattern SHARE = Pattern.compile("(\\S+)\\s+of\\s+(?:replications|draws)");
    private static final Pattern EVERY = Pattern.compile("every\\s+(?:replication|draw)");

    private Claims() {}

    static Claim read(Phrase phrase) throws Misreading {
        Matcher sides = phrase.matcher(Dimensions.COMPARED);
        if (!sides.matches()) {
            throw phrase.misread(
                    Code.VALUE, "be a claim such as users.affected <= 5%", "measures are: " + FigurePhrases.names());
        }
        Phrase left = phrase.group(sides, 1);
        if (!FigurePhrases.looksLikeOne(left)) {
            throw phrase.misread(Code.VALUE, "start with a measure", "measures are: " + FigurePhrases.names());
        }
        Comparison comparison = Dimensions.comparison(phrase.group(sides, 2));
        Phrase right = phrase.group(sides, 3);
        refuseReversed(left, comparison, right);
        Figure figure = FigurePhrases.read(left);
        Measure measure = figure.measure();
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
        if (wanted.group(4) != null && !wanted.group(4).equals("observed")) {
            throw right.group(wanted, 4)
                    .called("if")
                    .misread(Code.VALUE, "be observed", "write if observed, at the end of the claim");
        }
        Percent share = wanted.group(3) == null ? null : share(right.group(wanted, 3));
        return new Claim(
                measure, figure.subject(), figure.span(), comparison, limit, tolerance, wanted.group(4) != null, share);
    }

    private static void refuseReversed(Phrase left, Comparison comparison, Phrase right) throws Misreading {
        boolean isNumber = !left.isEmpty() && Character.isDigit(left.text().charAt(0));
        if (isNumber && FigurePhrases.isMeasure(right.text().split("[\\s(]", 2)[0])) {
            String turned =
                    comparison.text().replace('<', '?').replace('>', '<').replace('?', '>');
            throw left.complain(
                    Code.VALUE,
                    "a claim must start with a measure, but starts with " + left.shown(),
                    "write " + right.text() + " " + turned + " " + left.text());
        }
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
                || FigurePhrases.isLater(phrase)
                || (FigurePhrases.isStep(phrase)
                        && !Character.isDigit(phrase.text().charAt(0)));
        if (!fits) {
            throw Dimensions.unfit(phrase, dimension);
        }
        return new Limit.Time(FigurePhrases.anchor(phrase, "limit"));
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
}
