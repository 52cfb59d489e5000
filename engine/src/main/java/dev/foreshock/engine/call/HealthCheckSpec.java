package dev.foreshock.engine.call;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Influence;
import dev.foreshock.engine.describe.Key;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Relief;
import dev.foreshock.engine.describe.Shorthand;
import dev.foreshock.engine.describe.Validated;
import dev.foreshock.engine.unit.Spans;
import java.time.Duration;

/**
 * Health checks: a component is asked again and again whether it is well. Each check opens a connection of its own. The first comes at a
 * time drawn within the first period, lest all checks come at once.
 *
 * <p>With checks every {@code T}, a limit of {@code w} on each and {@code n} failures to be down, a black hole is found between
 * {@code (n - 1) T + n w} and {@code n T + n w} after it began, uniformly; where periods are counted from the begin of a check, between
 * {@code (n - 1) T + w} and {@code n T + w}; a component that refuses, between {@code (n - 1) T} and {@code n T}. By default as HAProxy
 * has it: {@code inter 2s}, counted from the end of a check (measured: its manual does not say), {@code fall 3}, {@code rise 2}.
 *
 * @param every the time to the begin of the next check
 * @param from what that is counted from
 * @param within how long a check waits for an answer before it has failed
 * @param downAfter how many checks in a row must fail for a component to be down
 * @param upAfter how many checks in a row must go well for it to be up again
 * @param depth what is asked
 */
@Doc("A component is asked again and again whether it is well; each check opens a connection of its own.")
@Shorthand("every")
public record HealthCheckSpec(
        @Doc("The time to the begin of the next check.") @Default("2s") @Range(min = 1e-3)
        Duration every,

        @Doc(
                "What 'every' is counted from: the end of a check (as HAProxy and Envoy do) or its begin (as Kubernetes does).")
        @Default("end")
        From from,

        @Doc("How long a check waits for an answer before it has failed; with 'from: begin', not longer than 'every'.")
        @Default("1s")
        @Range(min = 1e-3)
        Duration within,

        @Relief(
                to = Relief.To.LEAST,
                by = Influence.LIMIT,
                without = "The first check that fails says that the component is down.")
        @Doc("How many checks in a row must fail for the component to be down.")
        @Default("3")
        @Range(min = 1, max = 1000)
        int downAfter,

        @Relief(
                to = Relief.To.LEAST,
                by = Influence.LIMIT,
                without = "The first check that goes well says that the component is up again.")
        @Doc("How many checks in a row must go well for it to be up again.")
        @Default("2")
        @Range(min = 1, max = 1000)
        int upAfter,

        @Doc(
                "What is asked: shallow (whether the process answers, beside all work) or deep (a request of no class, with a worker, a "
                        + "queue and all that a request needs).")
        @Key("depth")
        @Default("shallow")
        Depth depth)
        implements Validated {
    /** What a period is counted from. */
    public enum From {
        /** The end of the check before. */
        END,
        /** Its begin. */
        BEGIN
    }

    /** What is asked. */
    public enum Depth {
        /** Whether the process answers: a component that is full, slow or answers with errors is well. */
        SHALLOW,
        /** For what a request gets: it waits, is worked on, and needs dependencies. */
        DEEP
    }

    @Override
    public void validate(Problems problems) {
        if (from == From.BEGIN && within.compareTo(every) > 0) {
            problems.at("within")
                    .add(
                            Flaw.CONFLICT,
                            "a check must be over before the next begins after " + Spans.text(every) + ", but had "
                                    + Spans.text(within),
                            "a shorter 'within', or 'from: end'");
        }
    }

    /** Returns shallow checks with a limit on each: three that fail in a row, and two that go well. */
    public static HealthCheckSpec every(Duration period, Duration limit) {
        return new HealthCheckSpec(period, From.END, limit, 3, 2, Depth.SHALLOW);
    }

    /** Returns these checks with other numbers in a row. */
    public HealthCheckSpec inARow(int failed, int well) {
        return new HealthCheckSpec(every, from, within, failed, well, depth);
    }

    /** Returns these checks, asking for what a request gets. */
    public HealthCheckSpec deep() {
        return new HealthCheckSpec(every, from, within, downAfter, upAfter, Depth.DEEP);
    }

    /** Returns these checks, each period counted from the begin of a check. */
    public HealthCheckSpec fromBeginToBegin() {
        return new HealthCheckSpec(every, From.BEGIN, within, downAfter, upAfter, depth);
    }
}
