package dev.foreshock.engine.model;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Influence;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Relief;
import dev.foreshock.engine.describe.Scales;
import dev.foreshock.engine.internal.parts.MessageQueue;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.law.TimeLaw;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Workbench;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A queue of messages with consumers, so that a caller need not wait: it is answered once its message is stored. Messages are
 * worked on first come, first served. A message whose calls failed is put back at the end of the line after a while, and is
 * dead once it was tried often enough. By default:
 *
 * <ul>
 *   <li>storing takes 1 ms, and any number of messages may wait;
 *   <li>a message is tried again 3 times, each time 30 s later (the default visibility timeout of Amazon SQS).
 * </ul>
 *
 * <p>With Poisson arrivals, exponential work, no calls and no capacity the waiting messages are the queue of M/M/c.
 *
 * @param consumers messages worked on at a time
 * @param work the consumer's own work on a message
 * @param accept the time to store a message, after which its caller is answered
 * @param capacity messages that may wait, those to be tried again included, or null for any number; those beyond are shed
 * @param calls the calls a consumer makes for a message once its own work is done
 * @param redeliver how often a message whose calls failed is tried again
 * @param redeliverAfter how long after a failure it waits in line again
 */
@Doc("Messages and their consumers: a caller is answered once its message is stored, and need not wait for the work.")
public record QueueSpec(
        @Relief(to = Relief.To.MOST, by = Influence.LIMIT, without = "There is a consumer for every message.")
        @Doc("Messages worked on at a time.")
        @Scales(serves = true)
        @Range(min = 1, max = 1_000_000)
        int consumers,

        @Doc("The consumer's own work on a message.") TimeLaw work,

        @Doc("The time to store a message, after which its caller is answered.") @Default("1ms")
        TimeLaw accept,

        @Relief(
                to = Relief.To.NOTHING,
                by = Influence.LIMIT,
                without = "Any number of messages may wait: none is shed.")
        @Doc(
                "Messages that may wait, those to be tried again included; any number, if left out. Those beyond are shed.")
        @Scales
        @Range(max = 1_000_000_000)
        @Nullable
        Integer capacity,

        @Doc("The calls a consumer makes for a message once its own work is done, by name.")
        Map<String, CallSpec> calls,

        @Relief(
                to = Relief.To.LEAST,
                by = Influence.BEHAVIOR,
                without = "A message whose calls failed is not tried again.")
        @Doc("How often a message whose calls failed is tried again; then it is dead.")
        @Default("3")
        @Range(max = 1000)
        int redeliver,

        @Doc("How long after a failure it waits in line again.") @Default("30s") @Range
        Duration redeliverAfter)
        implements ComponentSpec {
    /** Copies the map. */
    public QueueSpec {
        calls = java.util.Collections.unmodifiableMap(new TreeMap<>(calls));
    }

    /** Returns a queue with {@code consumers} doing {@code work}, without calls, everything else at its default. */
    public static QueueSpec of(int consumers, TimeLaw work) {
        return new QueueSpec(
                consumers, work, new Fixed(Duration.ofMillis(1)), null, Map.of(), 3, Duration.ofSeconds(30));
    }

    /** Returns this queue with {@code time} to store a message. */
    public QueueSpec accepting(TimeLaw time) {
        return new QueueSpec(consumers, work, time, capacity, calls, redeliver, redeliverAfter);
    }

    /** Returns this queue with room for {@code messages}. */
    public QueueSpec holding(int messages) {
        return new QueueSpec(consumers, work, accept, messages, calls, redeliver, redeliverAfter);
    }

    /** Returns this queue whose consumers also make {@code call}. */
    public QueueSpec call(String name, CallSpec call) {
        Map<String, CallSpec> more = new TreeMap<>(calls);
        more.put(name, call);
        return new QueueSpec(consumers, work, accept, capacity, more, redeliver, redeliverAfter);
    }

    /** Returns this queue that tries a message again {@code times}, each time {@code after} a failure. */
    public QueueSpec redelivering(int times, Duration after) {
        return new QueueSpec(consumers, work, accept, capacity, calls, times, after);
    }

    @Override
    public Component build(Workbench workbench) {
        return new MessageQueue(this, workbench);
    }

    @Override
    public boolean understands(Action action) {
        return (action instanceof Action.Resize resize && resize.setting().equals(MessageQueue.RESIZABLE))
                || (action instanceof Action.Assign change
                        && change.unit() == Action.Assign.Unit.COUNT
                        && MessageQueue.COUNTS.contains(change.setting()));
    }

    @Override
    public Sizing sizing() {
        return new Sizing() {
            @Override
            public double slots() {
                return consumers;
            }

            @Override
            public Duration work() {
                return work.mean();
            }

            @Override
            public Duration answersIn() {
                return accept.mean();
            }

            @Override
            public double triesOfItsCalls() {
                return redeliver + 1.0;
            }

            @Override
            public boolean sheds() {
                return capacity != null;
            }

            @Override
            public String wayToShed() {
                return "set 'capacity'";
            }
        };
    }
}
