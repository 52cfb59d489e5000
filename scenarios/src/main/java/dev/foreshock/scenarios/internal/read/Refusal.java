package dev.foreshock.scenarios.internal.read;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.scalar.Scalar;
import dev.foreshock.scenarios.internal.tree.TextNode;

/** Words what a type of the engine refuses: its own sentences are for people, those of the Java library are not. */
final class Refusal {

    private Refusal() {}

    /** Reports a value that could not be made. */
    static void add(Report report, TextNode text, Spot spot, Scalar<?> scalar, IllegalArgumentException refused) {
        report.add(
                Code.VALUE,
                text.site().place(),
                spot.quoted() + " must be " + scalar.wanted() + ", but was " + text.shape(),
                sentence(refused));
    }

    /** Returns what the engine says of it; empty if the Java library says it. */
    static String sentence(IllegalArgumentException refused) {
        boolean isOurs = refused.getClass() == IllegalArgumentException.class
                && refused.getStackTrace().length > 0
                && refused.getStackTrace()[0].getClassName().startsWith("dev.foreshock.");
        return isOurs ? String.valueOf(refused.getMessage()) : "";
    }
}
