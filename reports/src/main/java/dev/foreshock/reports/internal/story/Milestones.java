package dev.foreshock.reports.internal.story;

import dev.foreshock.engine.result.Incident;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Phases;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.Exemplar;
import dev.foreshock.reports.internal.account.Words;
import dev.foreshock.reports.internal.text.Amounts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a story that are no change of state: what users saw, and the times of the response. */
final class Milestones {
    private final Account account;
    private final Exemplar run;
    private final Phases phases;
    private final Words words;
    private final @Nullable Surge surge;

    Milestones(Account account, Chain chain) {
        this.account = account;
        surge = chain.surge();
        run = account.exemplar();
        phases = run.phases();
        words = account.words();
    }

    /** Returns the lines about what users saw. */
    List<StoryLine> lines() {
        List<StoryLine> lines = new ArrayList<>();
        if (surge != null) {
            lines.add(new StoryLine(
                    surge.beginNanos(),
                    true,
                    SurgeWords.what(surge) + ": " + SurgeWords.height(surge, run.clock()),
                    Marks.TRIGGER,
                    "",
                    Weights.MUST));
        }
        add(
                lines,
                true,
                1,
                phases.trigger(),
                "the first " + words.minute() + " with less than " + words.impactBelow() + " success",
                "'after' counts from here");
        add(
                lines,
                true,
                Weights.MUST,
                phases.effect(),
                run.endsABlackout()
                        ? "the blackout is over: the first " + words.minute() + " with " + words.blackout() + " success"
                        : "users are served again: the first " + words.minute() + " with " + words.impactUntil()
                                + " success",
                sinceTrigger(run.endsABlackout() ? "blackout over" : "served", phases.effect()));
        lines.addAll(new LaterImpacts(account).lines());
        Incident incident = run.incident();
        if (incident != null) {
            Long end = incident.endNanos();
            if (end == null) {
                add(
                        lines,
                        false,
                        Weights.MUST,
                        run.clock().lengthNanos(),
                        "the run ends, and the incident has not",
                        "never recovered");
            } else {
                add(
                        lines,
                        false,
                        Weights.MUST,
                        end,
                        "all traffic is back where it belongs, with " + words.recovered() + " success",
                        "incident took " + Amounts.span((end - incident.startNanos()) / 1e9));
            }
        }
        return lines;
    }

    /** Returns the last phase of the response that {@code moment} completes; empty if none. */
    String note(Moment moment) {
        if (completes(moment, Event.ACTED, phases.mitigate())) {
            return sinceTrigger("mitigated", phases.mitigate());
        }
        if (completes(moment, Event.LEARNED, phases.diagnose())) {
            return sinceTrigger("diagnosed", phases.diagnose());
        }
        if (completes(moment, Event.ACKNOWLEDGED, phases.acknowledge())) {
            return sinceTrigger("acknowledged", phases.acknowledge());
        }
        return completes(moment, Event.PAGED, phases.detect()) ? sinceTrigger("detected", phases.detect()) : "";
    }

    private static boolean completes(Moment moment, Event event, @Nullable Long at) {
        return at != null && at == moment.atNanos() && moment.has(event);
    }

    /** All of the time since the trigger; how long each part took alone is told where the time went. */
    private String sinceTrigger(String name, @Nullable Long at) {
        Long trigger = phases.trigger();
        if (at == null || trigger == null) {
            return "";
        }
        return at < trigger
                ? name + " " + Amounts.span((trigger - at) / 1e9) + " ahead"
                : name + " after " + Amounts.span((at - trigger) / 1e9);
    }

    private void add(List<StoryLine> lines, boolean isMinute, int weight, @Nullable Long at, String text, String note) {
        if (at != null) {
            lines.add(new StoryLine(at, isMinute && words.isToTheMinute(), text, "", note, weight));
        }
    }
}
