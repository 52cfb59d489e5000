package dev.foreshock.reports.internal.story;

import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.Exemplar;
import dev.foreshock.reports.internal.account.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an incident came about, in the order in which it happened: what is known of it, and nothing where it is not.
 *
 * @param surge the traffic beyond the usual that preceded it, where that is what set it off
 * @param origin the fault that preceded it, or the breakdown or the action that the recorded causes lead back to, where there is one
 * @param saturated the first part on the way that had no more room
 * @param failed the first crash
 * @param again the crashes of the same component after it was up again, while users felt it
 */
public record Chain(
        @Nullable Surge surge,
        @Nullable JournalEntry origin,
        @Nullable JournalEntry saturated,
        @Nullable JournalEntry failed,
        List<JournalEntry> again) {
    private static final String QUEUE = "queue";

    /** Copies the list. */
    public Chain {
        again = List.copyOf(again);
    }

    /** Returns what is known of the incident in the exemplar; nothing of a run in which there was none. */
    public static Chain of(Account account) {
        Exemplar run = account.exemplar();
        if (account.isHealthy()) {
            return new Chain(null, null, null, null, List.of());
        }
        JournalEntry failed = FailedFirst.crash(run).orElse(null);
        JournalEntry visible = failed != null ? failed : FailedFirst.of(run).orElse(null);
        List<JournalEntry> behind = visible == null ? List.of() : FailedFirst.behind(run.journal(), visible);
        JournalEntry origin = behind.stream()
                .filter(entry -> entry.event() == Event.FAULT_BEGAN
                        || entry.event() == Event.BROKE
                        || entry.event() == Event.ACTED)
                .findFirst()
                .or(() -> fault(run, reference(run, failed)))
                .orElse(null);
        Surge surge = origin != null ? null : Surge.before(account.traffic(), reference(run, failed));
        return new Chain(
                surge, origin, saturated(account, begin(surge, origin), failed, visible), failed, again(run, failed));
    }

    private static long begin(@Nullable Surge surge, @Nullable JournalEntry origin) {
        if (surge != null) {
            return surge.beginNanos();
        }
        return origin != null && origin.event() == Event.FAULT_BEGAN ? origin.atNanos() : 0;
    }

    /** Returns the first fault that was under way, or over for less than 15 minutes, at a point in time known to the minute. */
    private static Optional<JournalEntry> fault(Exemplar run, long atNanos) {
        return run.journal()
                .of(Event.FAULT_BEGAN)
                .filter(entry -> entry.atNanos() <= atNanos + FailedFirst.MINUTE_NANOS)
                .filter(entry -> FailedFirst.over(run.journal(), entry)
                        .map(over -> over.atNanos() > atNanos - Surge.LOOK_BACK_NANOS)
                        .orElse(true))
                .findFirst();
    }

    /** Returns when there was something to have been brought about. */
    private static long reference(Exemplar run, @Nullable JournalEntry failed) {
        Long felt = run.phases().trigger();
        Long detected = run.phases().detect();
        long first =
                felt != null ? felt : detected != null ? detected : run.clock().lengthNanos();
        return failed == null ? first : Math.min(first, failed.atNanos());
    }

    /**
     * Returns the first saturation of what failed, or of what it waits for; a part that was saturated before {@code from}, too,
     * is no news, unless its queue was longer than ever when something that waits for it was saturated. Where nothing failed, of
     * any part before users felt it.
     */
    private static @Nullable JournalEntry saturated(
            Account account, long from, @Nullable JournalEntry failed, @Nullable JournalEntry visible) {
        Journal journal = account.exemplar().journal();
        long until = failed != null
                ? failed.atNanos()
                : FailedFirst.untilFelt(account.exemplar().phases());
        Set<String> before = new HashSet<>();
        journal.of(Event.SATURATED).filter(entry -> entry.atNanos() < from).forEach(entry -> before.add(entry.text()));
        Set<String> reached = failed == null ? Set.of() : reached(account.topology(), failed.subject());
        Optional<JournalEntry> first = journal.of(Event.SATURATED)
                .filter(entry -> entry.atNanos() >= from && entry.atNanos() <= until)
                .filter(entry -> failed == null || reached.contains(entry.subject()))
                .filter(entry -> !before.contains(entry.text()))
                .findFirst();
        Optional<JournalEntry> behind = first.flatMap(
                entry -> new StandingQueue(journal, account.exemplar().series())
                        .behind(entry, from, reached(account.topology(), entry.subject())));
        return behind.or(() -> first)
                .or(() -> visible == null
                        ? Optional.empty()
                        : FailedFirst.behind(journal, visible).stream()
                                .filter(entry -> entry.event() == Event.SATURATED && entry.atNanos() >= from)
                                .findFirst())
                .orElse(null);
    }

    /** Returns which part of the chain a setting, as in {@code web.replicas}, belongs to. */
    String part(String setting, List<Part> topology) {
        if (surge != null && surge.curves().stream().anyMatch(curve -> isOf(setting, curve.path()))) {
            return "the trigger";
        }
        if (origin != null && isOf(setting, "faults." + origin.subject())) {
            return "the trigger";
        }
        if (isOf(setting, "monitors")) {
            return "how it is noticed";
        }
        if (isOf(setting, "runbook") || isOf(setting, "responders")) {
            return "what people do about it";
        }
        String head = topology.stream()
                .map(Part::name)
                .filter(name -> isOf(setting, name))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        if (head.isEmpty()) {
            return setting;
        }
        List<String> links = new ArrayList<>();
        if (saturated != null && saturated.subject().equals(head)) {
            links.add("had no more room first");
        }
        if (failed != null && failed.subject().equals(head)) {
            links.add("failed");
        }
        if (!links.isEmpty()) {
            return head + ", which " + String.join(" and ", links);
        }
        JournalEntry link = failed != null ? failed : saturated;
        return link == null ? head : head + beside(head, link.subject(), topology);
    }

    /** Returns what a component has to do with the one that failed, or had no more room. */
    private static String beside(String name, String link, List<Part> topology) {
        if (reached(topology, link).contains(name)) {
            return ", which " + link + " waits for";
        }
        return reached(topology, name).contains(link) ? ", which waits for " + link : ", which is no part of it";
    }

    private static boolean isOf(String setting, String path) {
        return setting.equals(path) || setting.startsWith(path + ".");
    }

    /** Returns {@code name} and all that it waits for, directly or through others; nobody waits for what lies in a queue. */
    private static Set<String> reached(List<Part> parts, String name) {
        Set<String> reached = new HashSet<>(Set.of(name));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Part part : parts) {
                if (reached.contains(part.name()) && !part.kind().equals(QUEUE)) {
                    grows |= reached.addAll(part.calls());
                }
            }
        }
        return reached;
    }

    private static List<JournalEntry> again(Exemplar run, @Nullable JournalEntry failed) {
        if (failed == null) {
            return List.of();
        }
        long restarted = run.journal()
                .of(Event.UP)
                .filter(entry -> entry.id() > failed.id() && entry.subject().equals(failed.subject()))
                .mapToLong(JournalEntry::atNanos)
                .findFirst()
                .orElse(Long.MAX_VALUE);
        Long effect = run.phases().effect();
        long until = Math.max(
                effect == null ? run.clock().lengthNanos() : effect,
                run.impacts().isEmpty() ? 0 : run.impacts().get(0).endNanos());
        return run.journal()
                .of(Event.CRASHED)
                .filter(entry -> entry.id() > failed.id() && entry.atNanos() <= until)
                .filter(entry -> entry.subject().equals(failed.subject()))
                .filter(entry -> entry.atNanos() > restarted)
                .toList();
    }
}
