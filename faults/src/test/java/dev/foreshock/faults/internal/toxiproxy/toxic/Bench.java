package dev.foreshock.faults.internal.toxiproxy.toxic;

import dev.foreshock.engine.random.KeyedRandom;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One lane whose time is handed in. Notes what leaves it and when, in ms. */
final class Bench implements Timers {
    private final List<Task> tasks = new ArrayList<>();
    private final List<ByteBuf> given = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final Lane lane;
    private long nowNanos;
    private long order;

    private record Task(long atNanos, long order, Runnable step) {}

    Bench(Toxic toxic) {
        this(toxic.behavior());
    }

    Bench(Behavior behavior) {
        this(behavior, null);
    }

    /** Two lanes in series. */
    Bench(Behavior first, Behavior second) {
        Outlet end = new Outlet() {
            @Override
            public void offer(Chunk chunk) {
                note(chunk.bytes().toString(StandardCharsets.US_ASCII));
                chunk.release();
            }

            @Override
            public void finish() {
                note("end");
            }

            @Override
            public void abort() {
                note("reset");
            }
        };
        if (second != null) {
            Lane last = new Lane(end, this, new KeyedRandom().at(2, 2));
            last.start(second);
            end = last;
        }
        lane = new Lane(end, this, new KeyedRandom().at(1, 1));
        lane.start(first);
    }

    private void note(String what) {
        left.add(TimeUnit.NANOSECONDS.toMillis(nowNanos) + " " + what);
    }

    Bench give(String text) {
        ByteBuf bytes = Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
        given.add(bytes);
        lane.offer(new Chunk(bytes, nowNanos));
        return this;
    }

    Bench end() {
        lane.finish();
        return this;
    }

    Bench update(Toxic toxic) {
        lane.start(toxic.behavior());
        return this;
    }

    Bench remove() {
        lane.remove();
        return this;
    }

    Bench discard() {
        lane.discard();
        return this;
    }

    /** Lets {@code millis} pass. */
    Bench pass(long millis) {
        long until = nowNanos + TimeUnit.MILLISECONDS.toNanos(millis);
        while (true) {
            Task next = tasks.stream()
                    .min(Comparator.comparingLong(Task::atNanos).thenComparingLong(Task::order))
                    .filter(task -> task.atNanos <= until)
                    .orElse(null);
            if (next == null) {
                nowNanos = until;
                return this;
            }
            tasks.remove(next);
            nowNanos = next.atNanos;
            next.step.run();
        }
    }

    /** Returns what has left, each as "time text" or "time end". */
    List<String> left() {
        return left;
    }

    /** Returns the text that has left, put together. */
    String text() {
        StringBuilder text = new StringBuilder();
        left.stream()
                .map(each -> each.substring(each.indexOf(' ') + 1))
                .filter(each -> !each.equals("end") && !each.equals("reset"))
                .forEach(text::append);
        return text.toString();
    }

    /** Tells whether all memory was given back. */
    boolean isAllReleased() {
        return given.stream().allMatch(bytes -> bytes.refCnt() == 0);
    }

    @Override
    public long nanoTime() {
        return nowNanos;
    }

    @Override
    public Runnable after(long nanos, Runnable step) {
        Task task = new Task(nowNanos + nanos, order++, step);
        tasks.add(task);
        return () -> tasks.remove(task);
    }
}
