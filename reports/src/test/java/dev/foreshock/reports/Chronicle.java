package dev.foreshock.reports;

import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Writes a journal by hand, with clock times of a scenario that starts at 08:00. */
final class Chronicle {
    private final List<JournalEntry> entries = new ArrayList<>();

    static long at(String time) {
        return Duration.between(LocalTime.of(8, 0), LocalTime.parse(time)).toNanos();
    }

    /** Adds an entry whose cause lies {@code back} entries before it, or that has none if that is 0. */
    Chronicle add(String time, Event event, String subject, String who, String text, int back) {
        int id = entries.size();
        entries.add(new JournalEntry(id, at(time), event, subject, who, text, back == 0 ? -1 : id - back));
        return this;
    }

    Chronicle step(String begins, String ends, String name, String who) {
        add(begins, Event.STEP_BEGAN, name, who, who + " begins " + name, 1);
        return add(ends, Event.STEP_DONE, name, who, name + " is done", 1);
    }

    Journal journal() {
        return new Journal(entries, 0);
    }

    /** What happened in the reference incident. */
    static Journal promo() {
        Chronicle c = new Chronicle();
        c.add("08:58:18", Event.SATURATED, "web", "web", "web: all 10 workers are busy and a queue forms", 0)
                .add("08:59:27", Event.CRASHED, "web", "web", "web crashes: 300 requests in flight fill its memory", 1)
                .add(
                        "09:00:58",
                        Event.FIRING,
                        "site-down",
                        "site-down",
                        "site-down fires: front success < 95% for 1m",
                        1)
                .add("09:00:58", Event.PAGED, "on-call", "site-down", "site-down pages on-call", 1)
                .add("09:15:58", Event.ACKNOWLEDGED, "on-call", "on-call", "on-call starts to act on the page", 1)
                .step("09:15:58", "09:30:58", "triage", "on-call")
                .add("09:30:58", Event.STEP_BEGAN, "restart", "on-call", "on-call begins restart", 1)
                .add("09:30:58", Event.ACTED, "web", "on-call", "restart web", 1)
                .add("09:30:58", Event.STARTED, "web", "web", "web boots for 1m", 1)
                .add("09:30:58", Event.STEP_DONE, "restart", "on-call", "restart is done; does it work?", 3)
                .add("09:31:58", Event.UP, "web", "web", "web is up, cold at 50% speed", 2)
                .add("09:32:00", Event.SATURATED, "web", "web", "web: all 10 workers are busy and a queue forms", 1)
                .add("09:32:18", Event.CRASHED, "web", "web", "web crashes: 300 requests in flight fill its memory", 1)
                .add("09:32:25", Event.STEP_FAILED, "restart", "on-call", "restart did not help", 6)
                .add("09:41:25", Event.JOINED, "database", "database", "database joins", 1)
                .step("09:41:25", "10:01:25", "check-db", "database")
                .step("10:01:25", "10:16:25", "check-net", "network")
                .add("10:16:25", Event.LEARNED, "surge", "network", "network finds: surge", 1)
                .step("10:16:25", "10:41:25", "trace", "engineers")
                .add("10:41:25", Event.LEARNED, "promo", "engineers", "engineers finds: promo", 1)
                .add("10:41:25", Event.STEP_BEGAN, "redirect", "on-call", "on-call begins redirect", 1)
                .add("11:16:25", Event.ACTED, "front", "on-call", "front.weights backup 100% web 0%", 1)
                .add("11:16:25", Event.STEP_DONE, "redirect", "on-call", "redirect is done", 2)
                .add("11:16:25", Event.STEP_BEGAN, "repair", "on-call", "on-call begins repair", 1)
                .add("11:30:25", Event.ACTED, "web", "on-call", "web.workers x3.5", 1)
                .add("11:30:25", Event.ACTED, "web", "on-call", "restart web", 2)
                .add("11:30:25", Event.STARTED, "web", "web", "web boots for 1m", 1)
                .add("11:30:25", Event.STEP_DONE, "repair", "on-call", "repair is done", 4)
                .add("11:31:25", Event.UP, "web", "web", "web is up, cold at 50% speed", 2)
                .add("11:31:25", Event.STEP_BEGAN, "return", "on-call", "on-call begins return", 1)
                .add("12:01:25", Event.ACTED, "front", "on-call", "front.weights backup 0% web 100%", 1)
                .add("12:01:25", Event.STEP_DONE, "return", "on-call", "return is done", 2)
                .add("12:02:00", Event.RESOLVED, "site-down", "site-down", "site-down is resolved", 1);
        return c.journal();
    }
}
