package dev.foreshock.engine.call;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Influence;
import dev.foreshock.engine.describe.Key;
import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.describe.Names;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Relief;
import dev.foreshock.engine.describe.Validated;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A call that a component makes while it answers one of its own.
 *
 * <p>Calls of one component start together unless {@code after} says otherwise; their order in a file means nothing.
 *
 * @param to the component called, or null for the one whose name the call has
 * @param after calls that must have succeeded first
 * @param count how often it is made
 * @param together whether the repetitions run in parallel rather than one after another
 * @param share the share of requests that make this call at all
 * @param forRequests the classes of requests that make this call; empty for all
 * @param timeout how long one attempt may take, or null for any time
 * @param retries when a failed attempt is repeated
 * @param hedge when an attempt is sent again beside the first, or null for never
 * @param throttle how the caller throttles itself, or null for not at all
 * @param circuitBreaker when the caller sends nothing for a time, or null for never
 * @param onTimeout what becomes of the work nobody waits for any more
 * @param passDeadline whether the dependency learns how long the caller will wait, and drops work that is too late
 * @param optional whether the caller can do without it: a failure is then ignored
 * @param link the network in between
 */
@Doc("A call that a component makes while it answers one of its own.")
public record CallSpec(
        @Doc("The component called; if left out, the one whose name the call has.") @Names(Named.COMPONENT) @Nullable
        String to,

        @Doc("Calls of the same component that must have succeeded first; without it the call starts at once.")
        Set<String> after,

        @Doc("How often it is made.") @Default("1") @Range(min = 1, max = 10_000)
        int count,

        @Doc("Whether repetitions run in parallel rather than one after another.") @Default("no")
        boolean together,

        @Doc("The share of requests that make this call at all.") @Default("100%")
        Percent share,

        @Doc("The classes of requests that make this call; all, if left out.") @Key("for") @Names(Named.REQUEST)
        Set<String> forRequests,

        @Relief(to = Relief.To.NOTHING, by = Influence.LIMIT, without = "The call may take any time.")
        @Doc("How long one attempt may take; any time, if left out.")
        @Range(min = 1e-9)
        @Nullable
        Duration timeout,

        @Doc("When a failed attempt is repeated.") @Default("0")
        RetrySpec retries,

        @Doc("When an attempt that is not answered is sent again beside the first; never, if left out.") @Nullable
        HedgeSpec hedge,

        @Relief(to = Relief.To.NOTHING, by = Influence.BEHAVIOR, without = "Every attempt is sent.")
        @Doc("How the caller turns attempts away by itself while the dependency rejects many; not, if left out.")
        @Nullable
        ThrottleSpec throttle,

        @Relief(to = Relief.To.NOTHING, by = Influence.BEHAVIOR, without = "Every attempt is sent.")
        @Doc("When the caller sends nothing for a time because too much has failed; never, if left out.")
        @Nullable
        CircuitBreakerSpec circuitBreaker,

        @Doc("What becomes of work nobody waits for any more: abandon (it goes on) or cancel (it stops).")
        @Default("abandon")
        OnTimeout onTimeout,

        @Doc("Whether the dependency learns how long the caller will wait, and drops work that is too late.")
        @Default("no")
        boolean passDeadline,

        @Doc("Whether the caller can do without it: a failure is then ignored.") @Default("no")
        boolean optional,

        @Doc("The network in between.") @Default("0s") LinkSpec link)
        implements Validated {
    /** Copies the sets. */
    public CallSpec {
        after = java.util.Collections.unmodifiableSet(new TreeSet<>(after));
        forRequests = java.util.Collections.unmodifiableSet(new TreeSet<>(forRequests));
    }

    /** What becomes of work nobody waits for any more. */
    public enum OnTimeout {
        /** The dependency is not told and finishes it. */
        ABANDON,
        /** The dependency is told and stops. */
        CANCEL
    }

    @Override
    public void validate(Problems problems) {
        if (hedge != null && timeout != null && hedge.after().compareTo(timeout) >= 0) {
            problems.at("hedge")
                    .at("after")
                    .add(
                            Flaw.CONFLICT,
                            "an attempt must be hedged before its timeout of " + Spans.text(timeout)
                                    + ", but was after " + Spans.text(hedge.after()),
                            "a shorter 'after', or no hedge");
        }
    }

    /** Returns a call with every setting at its default. */
    public static CallSpec plain() {
        return new CallSpec(
                null,
                Set.of(),
                1,
                false,
                Percent.HUNDRED,
                Set.of(),
                null,
                RetrySpec.NONE,
                null,
                null,
                null,
                OnTimeout.ABANDON,
                false,
                false,
                LinkSpec.NONE);
    }

    /** Returns this call to {@code component}. */
    public CallSpec to(String component) {
        CallDraft draft = new CallDraft(this);
        draft.to = component;
        return draft.spec();
    }

    /** Returns this call, started once {@code names} have succeeded. */
    public CallSpec after(String... names) {
        CallDraft draft = new CallDraft(this);
        draft.after = Set.of(names);
        return draft.spec();
    }

    /** Returns this call, made {@code times} times one after another. */
    public CallSpec times(int times) {
        CallDraft draft = new CallDraft(this);
        draft.count = times;
        draft.together = false;
        return draft.spec();
    }

    /** Returns this call, made {@code times} times in parallel. */
    public CallSpec timesTogether(int times) {
        CallDraft draft = new CallDraft(this);
        draft.count = times;
        draft.together = true;
        return draft.spec();
    }

    /** Returns this call, made by {@code share} of the requests. */
    public CallSpec madeBy(Percent share) {
        CallDraft draft = new CallDraft(this);
        draft.share = share;
        return draft.spec();
    }

    /** Returns this call, made by requests of these classes alone. */
    public CallSpec forRequests(String... classes) {
        CallDraft draft = new CallDraft(this);
        draft.forRequests = Set.of(classes);
        return draft.spec();
    }

    /** Returns this call with {@code timeout} for each attempt. */
    public CallSpec within(Duration timeout) {
        CallDraft draft = new CallDraft(this);
        draft.timeout = timeout;
        return draft.spec();
    }

    /** Returns this call with {@code retries}. */
    public CallSpec retrying(RetrySpec retries) {
        CallDraft draft = new CallDraft(this);
        draft.retries = retries;
        return draft.spec();
    }

    /** Returns this call, hedged. */
    public CallSpec hedged(HedgeSpec hedge) {
        CallDraft draft = new CallDraft(this);
        draft.hedge = hedge;
        return draft.spec();
    }

    /** Returns this call, throttled by its caller. */
    public CallSpec throttled(ThrottleSpec throttle) {
        CallDraft draft = new CallDraft(this);
        draft.throttle = throttle;
        return draft.spec();
    }

    /** Returns this call behind a circuit breaker. */
    public CallSpec breaking(CircuitBreakerSpec breaker) {
        CallDraft draft = new CallDraft(this);
        draft.circuitBreaker = breaker;
        return draft.spec();
    }

    /** Returns this call, whose work stops when nobody waits for it any more. */
    public CallSpec cancelling() {
        CallDraft draft = new CallDraft(this);
        draft.onTimeout = OnTimeout.CANCEL;
        return draft.spec();
    }

    /** Returns this call, telling the dependency how long the caller will wait. */
    public CallSpec passingDeadline() {
        CallDraft draft = new CallDraft(this);
        draft.passDeadline = true;
        return draft.spec();
    }

    /** Returns this call, whose failure is ignored. */
    public CallSpec dispensable() {
        CallDraft draft = new CallDraft(this);
        draft.optional = true;
        return draft.spec();
    }

    /** Returns this call over {@code link}. */
    public CallSpec over(LinkSpec link) {
        CallDraft draft = new CallDraft(this);
        draft.link = link;
        return draft.spec();
    }
}
