package dev.foreshock.reports.internal.story;

import dev.foreshock.engine.RunSet;
import dev.foreshock.reports.internal.account.Account;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tells the story of the exemplar replication in a few lines. */
public final class StoryTeller {
    private StoryTeller() {}

    /** Returns the story of {@code runs}. */
    public static Story tell(RunSet runs, int most) {
        return tell(Account.of(runs), most);
    }

    /** Returns the story in at most {@code most} lines; what matters least is left out first, the latest of it first. */
    public static Story tell(Account account, int most) {
        Chain chain = Chain.of(account);
        Marks marks = new Marks(chain);
        Milestones milestones = new Milestones(account, chain);
        Wording wording = new Wording(account);
        Importance importance = new Importance(account.exemplar(), chain, marks, wording);
        List<StoryLine> lines = new ArrayList<>();
        for (Moment moment : Digest.of(account.exemplar().journal(), marks)) {
            lines.add(new StoryLine(
                    moment.atNanos(),
                    false,
                    wording.of(moment),
                    marks.of(moment),
                    milestones.note(moment),
                    importance.of(moment)));
        }
        lines.addAll(milestones.lines());
        lines.sort(Comparator.comparingLong(StoryLine::atNanos)
                .thenComparing(line -> !line.mark().equals(Marks.TRIGGER)));
        return shortened(lines, most);
    }

    private static Story shortened(List<StoryLine> lines, int most) {
        List<StoryLine> kept = new ArrayList<>(lines);
        for (int weight = Weights.LEAST; weight >= Weights.MUST && kept.size() > most; weight--) {
            for (int i = kept.size() - 1; i >= 0 && kept.size() > most; i--) {
                if (kept.get(i).weight() == weight) {
                    kept.remove(i);
                }
            }
        }
        return new Story(kept, lines.size() - kept.size());
    }
}
