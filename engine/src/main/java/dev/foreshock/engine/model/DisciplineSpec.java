package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Influence;
import dev.foreshock.engine.describe.Named;
import dev.foreshock.engine.describe.Names;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.describe.Problems;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Relief;
import dev.foreshock.engine.describe.Shorthand;
import dev.foreshock.engine.describe.Validated;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * In which order a server serves requests. By default in the order of their arrival, all alike.
 *
 * @param order who of one rank is served next
 * @param standing for how long the queue must not have been empty for {@link Order#ADAPTIVE_LIFO} to turn to the last come
 * @param priority the ranks of classes of requests: 1 before 2; classes that it does not name come last
 * @param preemptive whether a request interrupts the work on one of a later rank, which goes on afterwards; nothing without ranks
 */
@Doc("In which order a server serves requests.")
@Shorthand("order")
public record DisciplineSpec(
        @Relief(
                to = Relief.To.CONSTANT,
                constant = "fifo",
                by = Influence.BEHAVIOR,
                without = "Requests are served in the order of their arrival.")
        @Doc(
                "Who of one rank is served next: fifo (who came first), lifo (who came last), preemptive-lifo (who came last, at once: others are interrupted and go on afterwards), adaptive-lifo (who came first, and who came last while the queue stands), processor-sharing (all at once, with equal shares of the workers; a request that waits for its calls takes none).")
        @Default("fifo")
        Order order,

        @Doc("For how long the queue must not have been empty for adaptive-lifo to turn to who came last.")
        @Default("100ms")
        @Range(min = 1e-6)
        Duration standing,

        @Relief(to = Relief.To.NOTHING, by = Influence.BEHAVIOR, without = "All classes of requests are served alike.")
        @Doc("Ranks of classes of requests, by name: 1 is served before 2; classes without a rank come last.")
        @Names(Named.REQUEST)
        Map<String, Integer> priority,

        @Relief(
                to = Relief.To.LEAST,
                by = Influence.BEHAVIOR,
                without = "Nobody is interrupted for a request of an earlier rank.")
        @Doc("Whether a request interrupts the work on one of a later rank, which goes on where it was afterwards.")
        @Default("no")
        boolean preemptive)
        implements Validated {
    /** In the order of arrival. */
    public static final DisciplineSpec FIFO = of(Order.FIFO);

    private static final int LAST_RANK = 1000;

    /** Copies the map. */
    public DisciplineSpec {
        priority = Collections.unmodifiableMap(new TreeMap<>(priority));
    }

    /** Who of one rank is served next. */
    public enum Order {
        /** Who came first. */
        FIFO,
        /** Who came last, once a worker is free. */
        LIFO,
        /** Who came last, at once: who is interrupted goes on afterwards (preemptive resume). */
        PREEMPTIVE_LIFO,
        /** Who came first, and who came last while the queue stands. */
        ADAPTIVE_LIFO,
        /** All at once, with equal shares of the workers, each at most one worker. */
        PROCESSOR_SHARING
    }

    /** Returns an order in which all classes are alike. */
    public static DisciplineSpec of(Order order) {
        return new DisciplineSpec(order, Duration.ofMillis(100), Map.of(), false);
    }

    /** Returns this order within each rank of {@code ranks}. */
    public DisciplineSpec ranked(Map<String, Integer> ranks, boolean interrupts) {
        return new DisciplineSpec(order, standing, ranks, interrupts);
    }

    @Override
    public void validate(Problems problems) {
        priority.forEach((request, rank) -> {
            if (rank < 1 || rank > LAST_RANK) {
                problems.at("priority")
                        .at(request)
                        .add(Flaw.RANGE, "a rank must be between 1 and " + LAST_RANK + ", but was " + rank);
            }
        });
        if (order == Order.PROCESSOR_SHARING && !priority.isEmpty()) {
            problems.at("priority")
                    .add(
                            Flaw.CONFLICT,
                            "an order with ranks must be one of waiting, but was processor-sharing, where nobody waits; take fifo, or leave out 'priority'");
        }
    }
}
