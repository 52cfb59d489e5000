package dev.foreshock.engine.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** One random schedule played to the ladder, the heap and {@link PriorityQueue} at once; every pop is compared. */
final class QueueDuel {
    private record Entry(long timeNanos, long key) {}

    private final BitSet alive = new BitSet();
    private final LadderQueue ladder = new LadderQueue(this::isAlive);
    private final HeapQueue heap = new HeapQueue(this::isAlive);
    private final PriorityQueue<Entry> reference =
            new PriorityQueue<>(Comparator.comparingLong(Entry::timeNanos).thenComparingLong(Entry::key));

    private final SplittableRandom random;
    private final String name;
    private final Schedule schedule;
    /** Per cent of the events that are cancelled. */
    private final int cancels;
    /** Per cent of the pops that are bounded by a limit near the next event. */
    private final int bounds;
    /** Per mille of the pushes that are earlier than what was popped already; slow, so only in small schedules. */
    private final int intoThePast;

    private final Event ladderEvent = new Event();
    private final Event heapEvent = new Event();
    private long nowNanos;
    private int lastKey;

    private final int largest;

    QueueDuel(long seed, int largest) {
        this.largest = largest;
        random = new SplittableRandom(seed);
        Schedule[] schedules = Schedule.values();
        schedule = schedules[random.nextInt(schedules.length)];
        int[] shares = {0, 0, 10, 50, 90, 99};
        cancels = shares[random.nextInt(shares.length)];
        bounds = shares[random.nextInt(shares.length)];
        intoThePast = largest < 10_000 && random.nextInt(8) == 0 ? 1 + random.nextInt(300) : 0;
        name = "seed " + seed + " (" + schedule + ", " + cancels + " % cancelled, " + bounds + " % bounded)";
    }

    /** Plays it: grow to some size, hold it there, drain; a few times over. Returns the number of events popped. */
    int play() {
        int popped = 0;
        for (int phase = 1 + random.nextInt(3); phase > 0; phase--) {
            int size = 1 + (random.nextInt(largest) >>> random.nextInt(10));
            for (int i = 0; i < size; i++) {
                push();
            }
            for (int i = random.nextInt(3) * size; i > 0; i--) {
                popped += step() ? 1 : 0;
            }
            while (random.nextInt(4 * size) > 0 && pop(limit())) {
                popped++;
            }
        }
        while (pop(Long.MAX_VALUE)) {
            popped++;
        }
        assertThat(alive.isEmpty()).as("%s: every live event came out", name).isTrue();
        return popped;
    }

    private boolean step() {
        for (int pushes = random.nextInt(3); pushes > 0; pushes--) {
            push();
        }
        return pop(limit());
    }

    private void push() {
        boolean past = intoThePast > random.nextInt(1000);
        long time = past ? nowNanos - (nowNanos >>> (1 + random.nextInt(40))) : schedule.timeAfter(nowNanos, random);
        long key = ++lastKey;
        alive.set(lastKey);
        ladder.push(time, key);
        heap.push(time, key);
        reference.add(new Entry(time, key));
        if (random.nextInt(100) < cancels) {
            alive.clear(1 + random.nextInt(4) == 1 ? lastKey : Math.max(1, lastKey - random.nextInt(100)));
        }
    }

    private long limit() {
        if (random.nextInt(100) >= bounds) {
            return Long.MAX_VALUE;
        }
        Entry next = nextAlive();
        if (next == null || random.nextInt(4) == 0) {
            return schedule.timeAfter(nowNanos, random);
        }
        long between = next.timeNanos > nowNanos ? nowNanos + random.nextLong(next.timeNanos - nowNanos) : nowNanos;
        return random.nextInt(3) == 0 ? next.timeNanos : between;
    }

    private boolean pop(long limitNanos) {
        Entry next = nextAlive();
        boolean expected = next != null && next.timeNanos <= limitNanos;
        boolean fromLadder = ladder.pop(limitNanos, ladderEvent);
        boolean fromHeap = heap.pop(limitNanos, heapEvent);
        if (fromLadder != expected || fromHeap != expected) {
            throw new AssertionError(name + ": popped up to " + limitNanos + ": ladder " + fromLadder + ", heap "
                    + fromHeap + ", expected " + next);
        }
        if (!expected) {
            nowNanos = Math.max(nowNanos, limitNanos == Long.MAX_VALUE ? 0 : limitNanos);
            return false;
        }
        reference.remove();
        alive.clear((int) next.key);
        if (!holds(ladderEvent, next) || !holds(heapEvent, next)) {
            throw new AssertionError(name + ": ladder popped " + ladderEvent.timeNanos + "/" + ladderEvent.key
                    + ", heap " + heapEvent.timeNanos + "/" + heapEvent.key + ", expected " + next);
        }
        nowNanos = Math.max(nowNanos, next.timeNanos);
        return true;
    }

    private Entry nextAlive() {
        while (!reference.isEmpty() && !isAlive(reference.peek().key)) {
            reference.remove();
        }
        return reference.peek();
    }

    private static boolean holds(Event event, Entry expected) {
        return event.timeNanos == expected.timeNanos && event.key == expected.key;
    }

    private boolean isAlive(long key) {
        return alive.get((int) key);
    }
}
