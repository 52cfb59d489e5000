package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.live.Pages;
import dev.foreshock.engine.model.PageCacheSpec;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.spi.Notes;
import dev.foreshock.engine.spi.Workbench;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The jobs of a server that wait to hear whether {@link Pages} have their page. */
final class KeptPages {
    private final Pages pages;
    private final Workbench bench;
    private final long ttlNanos;
    private final Map<Long, Job> looking = new HashMap<>();

    /** How many looks failed since one did not. */
    private long failures;

    KeptPages(Pages pages, PageCacheSpec spec, Workbench bench) {
        this.pages = pages;
        this.bench = bench;
        ttlNanos = spec.ttl().toNanos();
    }

    /** Looks for the page of a job, for as long as that is waited for. */
    void look(Job job, long now) {
        looking.put(job.turn, job);
        job.timer = bench.timers().at(now + pages.patienceNanos(), Replica.NOT_SEEN, job.number);
        pages.look(job.turn, job.page);
    }

    /** Forgets a job that is over before its page was found. */
    void forget(Job job) {
        bench.timers().cancel(job.timer);
        looking.remove(job.turn);
    }

    /** Returns the job that waited for this look; null if it is over. */
    @Nullable
    Job looked(long ticket, Pages.Look look) {
        Job job = looking.remove(ticket);
        if (job != null) {
            bench.timers().cancel(job.timer);
            job.timer = 0;
            count(look == Pages.Look.FAILED);
        }
        return job;
    }

    /** Handles that nobody said in time whether the page of a job is there. */
    void notSeen(Job job) {
        job.timer = 0;
        looking.remove(job.turn);
        count(true);
    }

    /** Writes down the first that fails and the first that does not again: there may be many. */
    private void count(boolean failed) {
        if (failed && ++failures == 1) {
            note(" cannot look for its pages: they count as not there");
        } else if (!failed && failures > 0) {
            note(" can look for its pages again, after " + failures + " that counted as not there");
            failures = 0;
        }
    }

    private void note(String text) {
        bench.notes().add(Event.NOTED, bench.name() + text, Notes.NO_CAUSE);
    }

    void keep(Job job) {
        pages.keep(job.page, ttlNanos);
    }

    /** Handles that the replica lost all it held. */
    void lost() {
        pages.lost();
    }
}
