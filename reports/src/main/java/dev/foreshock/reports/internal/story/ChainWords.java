package dev.foreshock.reports.internal.story;

import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Phases;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.Exemplar;
import dev.foreshock.reports.internal.figure.AftermathWords;
import dev.foreshock.reports.internal.text.Amounts;
import dev.foreshock.reports.internal.text.Outcomes;
import dev.foreshock.reports.internal.text.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts into words how an incident came about: what set it off, what had no more room, what failed, what kept it going and
 * what ended it. Every part is a clause without a full stop, and empty where it is not known.
 */
public final class ChainWords {
    private static final long OUTLASTS_NANOS = 300_000_000_000L;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final Account account;
    private final Exemplar run;
    private final Clock clock;
    private final Phases phases;
    private final Chain chain;

    /** Prepares the words about a run. */
    public ChainWords(Account account) {
        this.account = account;
        run = account.exemplar();
        clock = run.clock();
        phases = run.phases();
        chain = Chain.of(account);
    }

    /** Returns what set it off. */
    public String trigger() {
        Surge surge = chain.surge();
        return surge == null ? origin() : begins(surge) + ": " + SurgeWords.height(surge, clock);
    }

    private String origin() {
        JournalEntry origin = chain.origin();
        return origin == null ? "" : "at " + time(origin) + " " + origin.text();
    }

    private String begins(Surge surge) {
        return "from about " + minute(surge.beginNanos()) + " on " + SurgeWords.what(surge);
    }

    /** Returns what set it off and what had no more room then, in one sentence. */
    String beginning() {
        Surge surge = chain.surge();
        return joined(surge == null || chain.saturated() == null ? trigger() : begins(surge), saturated());
    }

    static String joined(String... clauses) {
        return String.join(
                "; ", Stream.of(clauses).filter(clause -> !clause.isEmpty()).toList());
    }

    /** Returns what had no more room first, and how much traffic it took. */
    public String saturated() {
        JournalEntry saturated = chain.saturated();
        Surge surge = chain.surge();
        if (saturated == null) {
            return "";
        }
        String load =
                surge == null ? "" : ", with " + SurgeWords.rate(surge.perSecond(saturated.atNanos())) + " new users,";
        return "at " + time(saturated) + load + " " + place(saturated);
    }

    private static String place(JournalEntry entry) {
        int colon = entry.text().indexOf(": ");
        return colon < 0
                ? entry.text()
                : "in " + entry.text().substring(0, colon) + entry.text().substring(colon + 1);
    }

    /** Returns what died of what, or what became of the requests where nothing did. */
    public String failed() {
        JournalEntry failed = chain.failed();
        Long felt = phases.trigger();
        String first = felt == null
                ? ""
                : "in the " + account.words().minute() + " of " + minute(felt) + " success falls below "
                        + account.words().impactBelow();
        if (failed == null) {
            return first + (felt == null ? "" : failures(felt)) + turnsAway();
        }
        boolean isLater = felt != null && failed.atNanos() >= felt + MINUTE_NANOS;
        return (isLater ? first + ", and " : "") + "at " + time(failed) + " " + failed.text();
    }

    /** Returns when the queue of what had no more room was full, too; empty if it was not, or was so at once. */
    private String turnsAway() {
        JournalEntry saturated = chain.saturated();
        return run.journal()
                .of(Event.SATURATED)
                .filter(entry -> saturated != null
                        && entry.subject().equals(saturated.subject())
                        && entry.atNanos() > saturated.atNanos()
                        && entry.atNanos() < run.impacts().get(0).endNanos()
                        && !entry.text().equals(saturated.text()))
                .findFirst()
                .map(entry -> "; from " + time(entry) + " on " + entry.text())
                .orElse("");
    }

    private String failures(long felt) {
        Interval impact = run.impacts().get(0);
        long bin = run.series().binNanos();
        Map<String, List<Long>> kinds = run.series().failures();
        Map<String, Long> counts = kinds.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, kind -> between(kind.getValue(), felt, impact, bin)));
        long all = counts.values().stream().mapToLong(count -> count).sum();
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .filter(most -> most.getValue() > 0)
                .map(most ->
                        "; " + Amounts.count((double) all) + " requests fail until " + minute(impact.endNanos()) + ", "
                                + (most.getValue() == all ? "all" : Amounts.share((double) most.getValue() / all))
                                + " of them " + Outcomes.word(most.getKey()))
                .orElse("");
    }

    private static long between(List<Long> counts, long from, Interval impact, long bin) {
        long sum = 0;
        for (long i = from / bin; i < Math.min(counts.size(), (impact.endNanos() + bin - 1) / bin); i++) {
            sum += counts.get((int) i);
        }
        return sum;
    }

    /** Returns the name of what failed; empty where nothing died. */
    public String whatFailed() {
        JournalEntry failed = chain.failed();
        return failed == null ? "" : failed.subject();
    }

    /** Returns which part of the chain a setting belongs to: {@code web, which had no more room first and failed}. */
    public String about(String setting) {
        return chain.part(setting, account.topology());
    }

    /** Returns why it went on: what died again, what did not help, or that it outlasts what set it off. */
    public List<String> keptGoing() {
        List<String> clauses = new ArrayList<>();
        List<JournalEntry> unhelpful = run.journal().of(Event.STEP_FAILED).toList();
        if (!unhelpful.isEmpty()) {
            clauses.add("at " + time(unhelpful.get(0)) + " " + unhelpful.get(0).text()
                    + (unhelpful.size() == 1 ? "" : ", the first of " + unhelpful.size() + " steps that fail"));
        }
        if (!chain.again().isEmpty()) {
            boolean isFirst = unhelpful.isEmpty()
                    || chain.again().get(0).id() < unhelpful.get(0).id();
            clauses.add(isFirst ? 0 : 1, again());
        }
        String after = outlasting();
        if (clauses.isEmpty() && !after.isEmpty()) {
            clauses.add(after);
        }
        List<String> detours = new Detours(account).told();
        if (!detours.isEmpty()) {
            clauses.add("nothing is found in " + Wording.listed(detours));
        }
        return clauses;
    }

    private String again() {
        JournalEntry crash = chain.again().get(0);
        Surge surge = chain.surge();
        int times = chain.again().size();
        String load =
                surge == null ? "" : ", meets " + SurgeWords.rate(surge.perSecond(crash.atNanos())) + " new users";
        return run.journal()
                        .of(Event.UP)
                        .filter(entry ->
                                entry.id() < crash.id() && entry.subject().equals(crash.subject()))
                        .max(Comparator.comparingInt(JournalEntry::id))
                        .map(up -> "at " + time(up) + " " + up.text() + load + " and crashes again "
                                + Amounts.span((crash.atNanos() - up.atNanos()) / 1e9) + " later")
                        .orElse("at " + time(crash) + " " + crash.text())
                + (times == 1
                        ? ""
                        : ", the first of " + times + " times until "
                                + time(chain.again().get(times - 1)));
    }

    private String outlasting() {
        Surge surge = chain.surge();
        JournalEntry fault = faultOver();
        Long over = surge != null ? surge.endNanos() : fault == null ? null : Long.valueOf(fault.atNanos());
        if (over == null || run.impacts().isEmpty()) {
            return "";
        }
        Interval impact = run.impacts().get(0);
        boolean isShort = !impact.open() && impact.endNanos() - over < OUTLASTS_NANOS;
        return isShort || impact.startNanos() > over
                ? ""
                : (fault == null
                                ? "the traffic is the usual again from about " + minute(over) + " on"
                                : "at " + time(fault) + " " + fault.text())
                        + ", and yet users feel it "
                        + (impact.open() ? "to the end of the run" : "until " + minute(impact.endNanos()))
                        + sustained();
    }

    /** What is known to have sustained it is named; else only that there must be something. */
    private String sustained() {
        String sustained = AftermathWords.sustained(account);
        return sustained.isEmpty()
                ? AftermathWords.notAsItWas(account).map(down -> ": " + down).orElse(": something else keeps it going")
                : "; what sustained it: " + sustained;
    }

    private @Nullable JournalEntry faultOver() {
        JournalEntry origin = chain.origin();
        return origin == null || chain.surge() != null
                ? null
                : FailedFirst.over(run.journal(), origin).orElse(null);
    }

    /** Returns what was found out before it was over. */
    public String found() {
        Long mitigate = phases.mitigate();
        List<String> findings = run.journal()
                .of(Event.LEARNED)
                .filter(entry -> mitigate != null && entry.atNanos() <= mitigate)
                .map(entry -> "at " + time(entry) + " " + entry.who() + " finds " + entry.subject())
                .toList();
        return Wording.listed(findings);
    }

    /**
     * Returns what was done last before users were served again, and when they were; of a run that ends before that, what was
     * done last and for how long it held.
     */
    public String ended() {
        Long effect = phases.effect();
        if (effect == null) {
            return phases.trigger() == null ? "" : new InVain(account).told();
        }
        String served = "from the " + account.words().minute() + " of " + minute(effect) + " on at least "
                + (run.endsABlackout()
                        ? account.words().blackout()
                        : account.words().impactUntil())
                + " of the requests succeed again" + since(effect) + fully(effect);
        Long mitigate = phases.mitigate();
        return (mitigate == null ? natural(effect) : done(mitigate)) + served + new LaterImpacts(account).told(effect);
    }

    private String done(long mitigate) {
        String step = run.journal()
                .of(Event.STEP_DONE)
                .filter(entry -> entry.atNanos() == mitigate)
                .map(entry -> " " + entry.who() + " ends " + entry.subject())
                .findFirst()
                .orElse("");
        String acts = run.journal()
                .of(Event.ACTED)
                .filter(entry -> entry.atNanos() == mitigate)
                .map(JournalEntry::text)
                .distinct()
                .collect(Collectors.joining(", "));
        String done = acts.isEmpty() || step.isEmpty() ? step + " " + acts : step + " (" + acts + ")";
        return "at " + Times.ofDay(clock, mitigate) + done.stripTrailing() + "; ";
    }

    /** A surge that is over can be what ended it; where neither that nor an action came before, nothing is said. */
    private String natural(long effect) {
        Surge surge = chain.surge();
        Long over = surge == null ? null : surge.endNanos();
        return over == null || over > effect + MINUTE_NANOS || effect - over > OUTLASTS_NANOS
                ? ""
                : "the traffic is the usual again from about " + minute(over) + " on; ";
    }

    private String since(long effect) {
        Long trigger = phases.trigger();
        return trigger == null
                ? ""
                : ", " + Amounts.span((effect - trigger) / 1e9) + " after the first bad "
                        + account.words().minute();
    }

    /** Where the blackout is over some time before the impact is, both are told. */
    private String fully(long effect) {
        return run.impacts().stream()
                .filter(impact -> !impact.open() && impact.startNanos() <= effect)
                .filter(impact -> impact.endNanos() > effect + 2 * MINUTE_NANOS)
                .findFirst()
                .map(impact -> ", and " + account.words().impactUntil() + " from " + minute(impact.endNanos()) + " on")
                .orElse("");
    }

    /** Returns {@code clause} as a sentence; empty if it is. */
    public static String sentence(@Nullable String clause) {
        return clause == null || clause.isEmpty()
                ? ""
                : clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1) + ".";
    }

    private String minute(long nanos) {
        return account.words().time(clock, nanos);
    }

    private String time(JournalEntry entry) {
        return Times.ofDay(clock, entry.atNanos());
    }
}
