package dev.foreshock.reports.internal.figure;

import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Readings;
import java.util.ArrayList;
import java.util.List;

/** Says what a mean leaves unsaid: in which share of the replications a claim holds, and how often its measure was reached. */
public final class ShareWords {
    private ShareWords() {}

    /** Returns the shares with their intervals; empty for a claim about a mean that there is, and for one replication. */
    public static String of(Judgement judgement, Clock clock) {
        List<String> parts = new ArrayList<>();
        Percent wanted = judgement.claim().share();
        if (judgement.holds().n() > 1 && wanted != null && !wanted.equals(Percent.HUNDRED)) {
            parts.add("holds in " + share(judgement.holds()));
        }
        Estimate median = judgement.median();
        if (median != null && median.n() > 1 && judgement.neverShare() < 1) {
            Dimension dimension = judgement.claim().measure().dimension();
            parts.add("reached in " + share(judgement.reached()));
            parts.add("median " + Readings.range(dimension, median, clock) + " (95 %)");
        }
        return String.join("; ", parts);
    }

    private static String share(Estimate share) {
        return Amounts.share(share.value()) + " of replications (95 %: " + Amounts.share(share.low()) + " to "
                + Amounts.share(share.high()) + ")";
    }
}
