package dev.foreshock.reports.internal.markdown;

import dev.foreshock.engine.result.Estimate;
import dev.foreshock.reports.RunContext;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.MeasureSet;
import dev.foreshock.reports.internal.account.Measures;
import dev.foreshock.reports.internal.account.Sight;
import dev.foreshock.reports.internal.account.Sight.Band;
import dev.foreshock.reports.internal.figure.Told;
import dev.foreshock.reports.internal.figure.compare.SetWords;
import dev.foreshock.reports.internal.story.ChainWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of a postmortem about the root cause: what came of what and, where measures were compared, which part of that each
 * of them takes away.
 */
final class RootCause {
    private static final String REHEARSED = "staging";

    private final Markdown text;
    private final RunContext context;
    private final ChainWords words;

    private RootCause(Markdown text, Account account, RunContext context) {
        this.text = text;
        this.context = context;
        words = new ChainWords(account);
    }

    /** What came first is told as that: what the outage needs, only a run without it shows. */
    static void write(Markdown text, Account account, Optional<Measures> measures, RunContext context) {
        text.heading(2, "Root cause");
        if (account.isHealthy()) {
            text.paragraph("Nothing broke.");
            return;
        }
        if (account.replications() > 1) {
            text.paragraph("In " + Told.replication(account) + ":");
        }
        RootCause part = new RootCause(text, account, context);
        part.chain();
        measures.ifPresent(part::measures);
        part.wayOn(account.world().equals(REHEARSED));
    }

    /** What a rehearsal was predicted by is found by its directory, and by nothing else: not by the name of its scenario. */
    private void wayOn(boolean isRehearsed) {
        String order = "This is the order of events. What the outage needs of it, only runs without each part show";
        if (isRehearsed) {
            text.paragraph(order + ", of the simulation by which it was predicted. DIR is the directory of this file:");
            text.command(context.base().replaceFirst(" (run|compare) .*", " why DIR"));
        } else {
            text.paragraph(order + ":");
            text.command(context.base().replaceFirst(" (run|compare) ", " why "));
        }
    }

    private void chain() {
        item("Trigger", words.trigger());
        item("What had no more room first", words.saturated());
        item("What failed", words.failed());
        item("What kept it going", String.join("; ", words.keptGoing()));
        item("What ended it", words.ended());
        text.blank();
    }

    private void item(String label, String clause) {
        if (!clause.isEmpty()) {
            text.item(label, clause);
        }
    }

    private void measures(Measures measures) {
        Map<String, String> said = new LinkedHashMap<>();
        measures.sets().stream()
                .filter(set -> set.variants().size() == 1)
                .forEach(set ->
                        said.put(set.variants().get(0), aim(set.variants().get(0)) + effect(set, measures)));
        context.background().measures().keySet().forEach(name -> said.putIfAbsent(name, unrun(name, measures)));
        if (said.isEmpty()) {
            return;
        }
        text.paragraph("What each measure takes away of it, alone, on the same users, seeds and draws as without it:");
        said.forEach((name, clause) -> text.item(name, clause + "."));
        text.blank();
    }

    /** What a measure changes, by the part of the chain that it is about. */
    private String aim(String measure) {
        List<String> parts = context.background().changes().getOrDefault(measure, List.of()).stream()
                .map(change -> words.about(change.path()))
                .distinct()
                .toList();
        return parts.isEmpty() ? "" : "changes " + String.join(" and ", parts) + "; ";
    }

    /** Says of a measure that was not run alone whether that is because it comes to the same as another, or as none. */
    private String unrun(String measure, Measures measures) {
        String twin = measures.same().getOrDefault(measure, "");
        if (twin.equals(measures.unchanged().name())) {
            return "changes nothing: it comes to the scenario as it is";
        }
        return aim(measure)
                + (twin.isEmpty()
                        ? "what it takes away is not known, as it was not run alone"
                        : "it comes to the same scenario as " + twin);
    }

    private String effect(MeasureSet set, Measures measures) {
        List<String> said = new ArrayList<>();
        crashes(measures.unchanged())
                .ifPresent(was -> crashes(set).ifPresent(is -> said.add(crashes(was, is, measures))));
        said.add(outage(measures.unchanged().outage(), set.outage(), measures));
        return String.join("; ", said);
    }

    /** Returns what was seen of the crashes of what failed, where a gate or what else is shown counts them. */
    private Optional<Sight> crashes(MeasureSet set) {
        String measure = "crashes(" + words.whatFailed() + ")";
        return Stream.concat(set.gates().stream().map(gate -> gate.seen()), set.shown().stream())
                .filter(seen -> seen.measure().equals(measure))
                .filter(seen -> seen.band() != null)
                .findFirst();
    }

    private String crashes(Sight was, Sight is, Measures measures) {
        return went(was, is, "the crashes of " + words.whatFailed(), measures);
    }

    private static String outage(Sight was, Sight is, Measures measures) {
        return went(was, is, "the " + SetWords.OUTAGE_TOTAL, measures);
    }

    /** Only the change compares: what was without the measure may rest on other draws. */
    private static String went(Sight was, Sight is, String what, Measures measures) {
        Band before = was.band();
        Band after = is.band();
        if (before == null || after == null) {
            return what + ": " + SetWords.mean(is, measures.clock());
        }
        return verb(before, after, is.change()) + what + ": " + SetWords.figure(is, measures.clock())
                + (is.change() == null ? "" : ", change " + SetWords.change(is));
    }

    private static String verb(Band before, Band after, @Nullable Estimate change) {
        if (after.mean() == 0 && after.high() == 0 && before.mean() > 0) {
            return "takes away ";
        }
        boolean isWithinChance = change != null && change.low() <= 0 && change.high() >= 0;
        if (isWithinChance || after.mean() == before.mean()) {
            return "does not clearly change ";
        }
        return after.mean() < before.mean() ? "lessens " : "adds to ";
    }
}
