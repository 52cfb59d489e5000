package dev.foreshock.reports.internal.figure.compare;

import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.account.Sight.Band;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Readings;

/**
 * Says why a comparison has two figures for the unchanged scenario under one name: its story is told of runs of the numbers
 * as written, its table has means over draws.
 */
public final class TwoMeans {
    private TwoMeans() {}

    /** Returns the sentence, with the users affected of both as the example; empty where one of them has none. */
    public static String sentence(Account story, Measures measures) {
        Estimate written = story.figures().get("affectedShare");
        Band drawn = measures.unchanged().affected().band();
        if (written == null || drawn == null) {
            return "";
        }
        return "So figures here may differ from those of \""
                + measures.unchanged().name() + "\" in the table of measures: "
                + Amounts.share(written.value()) + " of the users are affected " + runs(story) + ", "
                + Readings.value(Dimension.SHARE, drawn.mean(), measures.clock()) + " in the mean of " + drawn.n()
                + (measures.knobs().isEmpty() ? " draws of users and chance" : " draws of what is not known exactly")
                + ".";
    }

    private static String runs(Account story) {
        return story.replications() == 1
                ? "in one replication of the numbers as written"
                : "in the mean of " + story.replications() + " replications of the numbers as written";
    }
}
