package dev.foreshock.reports.internal.story;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.result.Incident;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Phases;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.Exemplar;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Readings;
import dev.foreshock.reports.internal.text.Times;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a run in five sentences or fewer: what broke, who noticed, what did not help, what did, and what it cost. */
public final class Sentences {
    private final Account account;
    private final Exemplar run;
    private final Clock clock;
    private final Phases phases;
    private final List<String> sentences = new ArrayList<>();

    private Sentences(Account account) {
        this.account = account;
        run = account.exemplar();
        clock = run.clock();
        phases = run.phases();
    }

    /** Returns the sentences about {@code runs}. */
    public static List<String> about(RunSet runs) {
        return about(Account.of(runs));
    }

    /** Returns the sentences about what a run came to. */
    public static List<String> about(Account account) {
        Sentences story = new Sentences(account);
        if (account.isHealthy()) {
            story.healthy();
        } else {
            story.trigger();
            story.detection();
            story.inOrder();
            story.failures();
            story.mitigation();
        }
        story.cost();
        return story.sentences;
    }

    /** Returns how it ended for users. */
    public static List<String> resolution(Account account) {
        Sentences story = new Sentences(account);
        story.mitigation();
        return story.sentences;
    }

    private void healthy() {
        sentences.add("Nothing breaks: no minute falls below " + account.words().impactBelow()
                + " success, and nobody is paged.");
    }

    private void trigger() {
        RootCause.of(run)
                .ifPresent(cause -> sentences.add("At " + time(cause.atNanos()) + " it begins: " + cause.text() + "."));
        Long trigger = phases.trigger();
        if (sentences.isEmpty() && trigger != null) {
            sentences.add("At " + time(trigger) + " success falls below "
                    + account.words().impactBelow() + ".");
        }
    }

    /** An alert can come before what it foresaw. */
    private void inOrder() {
        Long detect = phases.detect();
        long began = RootCause.of(run).map(JournalEntry::atNanos).orElse(0L);
        if (detect != null && detect < began && sentences.size() == 2) {
            Collections.swap(sentences, 0, 1);
        }
    }

    private void detection() {
        Long detect = phases.detect();
        if (detect == null) {
            sentences.add("Nobody is paged.");
            return;
        }
        String page = run.journal()
                .of(Event.PAGED)
                .findFirst()
                .map(JournalEntry::text)
                .orElse("the first page goes out");
        Long acknowledge = phases.acknowledge();
        sentences.add("At " + time(detect) + " " + page
                + (acknowledge == null
                        ? ", and nobody answers."
                        : "; work on it begins at " + time(acknowledge) + "."));
    }

    private void failures() {
        List<JournalEntry> failed = run.journal().of(Event.STEP_FAILED).toList();
        if (!failed.isEmpty()) {
            JournalEntry first = failed.get(0);
            sentences.add("At " + time(first.atNanos()) + " " + first.text()
                    + (failed.size() == 1 ? "." : ", the first of " + failed.size() + " steps that fail."));
        }
    }

    private void mitigation() {
        Long mitigate = phases.mitigate();
        Long effect = phases.effect();
        String what = mitigate == null
                ? ""
                : run.journal()
                        .of(Event.ACTED)
                        .filter(entry -> entry.atNanos() == mitigate)
                        .map(entry -> ": " + entry.text())
                        .findFirst()
                        .orElse("");
        if (mitigate != null && effect != null) {
            sentences.add("The last thing done before it is over for users: at " + time(mitigate) + what
                    + "; it is over at " + time(effect) + since(effect) + ".");
        } else if (effect != null) {
            sentences.add("It is over for users at " + time(effect) + since(effect) + ".");
        } else if (phases.trigger() != null) {
            sentences.add("Nothing helps before the run ends.");
        }
    }

    private String since(long effect) {
        Long trigger = phases.trigger();
        return trigger == null ? "" : ", " + Amounts.span((effect - trigger) / 1e9) + " after the first bad minute";
    }

    private void cost() {
        Incident incident = run.incident();
        Long end = incident == null ? null : incident.endNanos();
        String lasted = incident == null
                ? ""
                : end == null
                        ? "The incident has not ended when the run does; "
                        : "The incident lasts " + Amounts.span((end - incident.startNanos()) / 1e9) + ", until "
                                + time(end) + "; ";
        String affected = share("affectedShare");
        String success = share("successShare");
        String sentence = lasted + "over " + count() + ", "
                + (affected == null ? "no user counts" : affected + " of the users are affected")
                + (success == null ? "." : ", and " + success + " of all requests succeed.");
        sentences.add(Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1));
    }

    private String count() {
        return account.replications() == 1 ? "one replication" : account.replications() + " replications";
    }

    private @Nullable String share(String name) {
        Estimate estimate = account.figures().get(name);
        return estimate == null ? null : Readings.both(Dimension.SHARE, estimate, clock);
    }

    private String time(long nanos) {
        return Times.ofDay(clock, nanos);
    }
}
