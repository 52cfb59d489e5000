package dev.foreshock.reports.internal.story;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.result.Incident;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Dimension;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.Exemplar;
import dev.foreshock.reports.internal.figure.Told;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Readings;
import dev.foreshock.reports.internal.text.Times;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a run in five sentences or fewer: what set it off and what had no more room; what failed, and who noticed; what kept
 * it going; what ended it; what it cost.
 */
public final class Sentences {
    private final Account account;
    private final Exemplar run;
    private final Clock clock;
    private final ChainWords words;
    private final List<String> sentences = new ArrayList<>();

    private Sentences(Account account) {
        this.account = account;
        run = account.exemplar();
        clock = run.clock();
        words = new ChainWords(account);
    }

    /** Returns the sentences about {@code runs}. */
    public static List<String> about(RunSet runs) {
        return about(Account.of(runs));
    }

    /** Returns the sentences about what a run came to. */
    public static List<String> about(Account account) {
        Sentences story = new Sentences(account);
        if (account.isHealthy()) {
            story.add("Nothing breaks: no " + account.words().minute() + " falls below "
                    + account.words().impactBelow() + " success, and nobody is paged");
        } else {
            story.add(story.words.beginning());
            story.failure();
            story.add(String.join("; ", story.words.keptGoing()));
            story.add(resolution(account));
        }
        story.add(story.cost());
        return story.sentences;
    }

    /** Returns how it ended for users, as a clause; empty if users felt nothing. */
    public static String resolution(Account account) {
        ChainWords words = new ChainWords(account);
        return ChainWords.joined(words.found(), words.ended());
    }

    private void add(String clause) {
        if (!clause.isEmpty()) {
            sentences.add(ChainWords.sentence(clause));
        }
    }

    /** An alert can come before what it foresaw. */
    private void failure() {
        String failed = words.failed();
        JournalEntry crash = Chain.of(account).failed();
        Long felt = run.phases().trigger();
        Long detect = run.phases().detect();
        long at = crash != null ? crash.atNanos() : felt != null ? felt : 0;
        add(
                detect != null && detect < at
                        ? ChainWords.joined(detection(), failed)
                        : ChainWords.joined(failed, detection()));
    }

    private String detection() {
        Long acknowledge = run.phases().acknowledge();
        return run.journal()
                .of(Event.PAGED)
                .findFirst()
                .map(page -> "at " + Times.ofDay(clock, page.atNanos()) + " " + page.text()
                        + (acknowledge == null
                                ? ", and nobody answers"
                                : ", where work on it begins at " + Times.ofDay(clock, acknowledge)))
                .orElse("nobody is paged");
    }

    private String cost() {
        Incident incident = run.incident();
        Long end = incident == null ? null : incident.endNanos();
        String told = account.replications() == 1 ? "" : "in " + Told.replication(account) + " ";
        String lasted = incident == null
                ? ""
                : (end == null
                                ? told + "the incident has not ended when the run does"
                                : told + "the incident lasts " + Amounts.span((end - incident.startNanos()) / 1e9)
                                        + ", from the first page until " + Times.ofDay(clock, end))
                        + "; ";
        String affected = share("affectedShare");
        String success = share("successShare");
        return lasted + Told.mean(account) + ", "
                + (affected == null ? "no user counts" : affected + " of the users are affected")
                + (success == null ? "" : ", and " + success + " of all requests succeed");
    }

    private @Nullable String share(String name) {
        Estimate estimate = account.figures().get(name);
        return estimate == null ? null : Readings.both(Dimension.SHARE, estimate, clock);
    }
}
