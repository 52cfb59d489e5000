package dev.foreshock.engine.call;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Influence;
import dev.foreshock.engine.describe.Key;
import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.describe.Names;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Relief;
import dev.foreshock.engine.unit.Percent;
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

        @Doc("What becomes of work nobody waits for any more: abandon (it goes on) or cancel (it stops).")
        @Default("abandon")
        OnTimeout onTimeout,

        @Doc("Whether the dependency learns how long the caller will wait, and drops work that is too late.")
        @Default("no")
        boolean passDeadline,

        @Doc("Whether the caller can do without it: a failure is then ignored.") @Default("no")
        boolean optional,

        @Doc("The network in between.") @Default("0s") LinkSpec link) {
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
                OnTimeout.ABANDON,
                false,
                false,
                LinkSpec.NONE);
    }

    /** Returns this call to {@code component}. */
    public CallSpec to(String component) {
        return new CallSpec(
                component,
                after,
                count,
                together,
                share,
                forRequests,
                timeout,
                retries,
                onTimeout,
                passDeadline,
                optional,
                link);
    }

    /** Returns this call, started once {@code names} have succeeded. */
    public CallSpec after(String... names) {
        return new CallSpec(
                to,
                Set.of(names),
                count,
                together,
                share,
                forRequests,
                timeout,
                retries,
                onTimeout,
                passDeadline,
                optional,
                link);
    }

    /** Returns this call, made {@code times} times one after another. */
    public CallSpec times(int times) {
        return new CallSpec(
                to, after, times, false, share, forRequests, timeout, retries, onTimeout, passDeadline, optional, link);
    }

    /** Returns this call, made {@code times} times in parallel. */
    public CallSpec timesTogether(int times) {
        return new CallSpec(
                to, after, times, true, share, forRequests, timeout, retries, onTimeout, passDeadline, optional, link);
    }

    /** Returns this call, made by {@code share} of the requests. */
    public CallSpec madeBy(Percent share) {
        return new CallSpec(
                to,
                after,
                count,
                together,
                share,
                forRequests,
                timeout,
                retries,
                onTimeout,
                passDeadline,
                optional,
                link);
    }

    /** Returns this call, made by requests of these classes alone. */
    public CallSpec forRequests(String... classes) {
        return new CallSpec(
                to,
                after,
                count,
                together,
                share,
                Set.of(classes),
                timeout,
                retries,
                onTimeout,
                passDeadline,
                optional,
                link);
    }

    /** Returns this call with {@code timeout} for each attempt. */
    public CallSpec within(Duration timeout) {
        return new CallSpec(
                to,
                after,
                count,
                together,
                share,
                forRequests,
                timeout,
                retries,
                onTimeout,
                passDeadline,
                optional,
                link);
    }

    /** Returns this call with {@code retries}. */
    public CallSpec retrying(RetrySpec retries) {
        return new CallSpec(
                to,
                after,
                count,
                together,
                share,
                forRequests,
                timeout,
                retries,
                onTimeout,
                passDeadline,
                optional,
                link);
    }

    /** Returns this call, whose work stops when nobody waits for it any more. */
    public CallSpec cancelling() {
        return new CallSpec(
                to,
                after,
                count,
                together,
                share,
                forRequests,
                timeout,
                retries,
                OnTimeout.CANCEL,
                passDeadline,
                optional,
                link);
    }

    /** Returns this call, telling the dependency how long the caller will wait. */
    public CallSpec passingDeadline() {
        return new CallSpec(
                to, after, count, together, share, forRequests, timeout, retries, onTimeout, true, optional, link);
    }

    /** Returns this call, whose failure is ignored. */
    public CallSpec dispensable() {
        return new CallSpec(
                to, after, count, together, share, forRequests, timeout, retries, onTimeout, passDeadline, true, link);
    }

    /** Returns this call over {@code link}. */
    public CallSpec over(LinkSpec link) {
        return new CallSpec(
                to,
                after,
                count,
                together,
                share,
                forRequests,
                timeout,
                retries,
                onTimeout,
                passDeadline,
                optional,
                link);
    }
}
