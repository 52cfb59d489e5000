package dev.foreshock.engine.internal.parts;

import dev.foreshock.engine.law.TimeSampler;
import dev.foreshock.engine.model.QueueSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Outcome;
import dev.foreshock.engine.spi.Component;
import dev.foreshock.engine.spi.Meter;
import dev.foreshock.engine.spi.Notes;
import dev.foreshock.engine.spi.Plan;
import dev.foreshock.engine.spi.Workbench;
import java.util.Map;
import java.util.Set;

/**
 * A queue of messages with consumers. A call is answered once its message is stored; the message is then work that was taken
 * over: waiting, worked on, or waiting to be tried again.
 */
public final class MessageQueue implements Component {
    /** The setting that can be resized while it runs. */
    public static final String RESIZABLE = "consumers";

    /** The numbers that can be given another value while it runs. */
    public static final Set<String> COUNTS = Set.of(RESIZABLE, "capacity");

    private static final int STORED = 0;
    private static final int WORKED = 1;
    private static final int IN_LINE_AGAIN = 2;
    private static final int MOST_CONSUMERS = 1_000_000_000;

    private final QueueSpec spec;
    private final Workbench bench;
    private final TimeSampler accept;
    private final TimeSampler work;
    private final long acceptStream;
    private final long workStream;
    private int capacity;
    final Plan plan;
    final Jobs jobs = new Jobs();
    private final Chain line = new Chain();
    private final Meter meter;
    private final Saturation saturation;
    private final DeadMessages dead;
    private int consumers;
    private int storing;
    private int busy;
    private int putOff;

    /** Builds the queue. */
    @SuppressWarnings("this-escape")
    public MessageQueue(QueueSpec spec, Workbench bench) {
        this.spec = spec;
        this.bench = bench;
        accept = spec.accept().sampler();
        work = spec.work().sampler();
        acceptStream = bench.stream("accept");
        workStream = bench.stream("work");
        capacity = spec.capacity() == null ? Integer.MAX_VALUE : spec.capacity();
        plan = bench.plan(spec.calls(), this::returned);
        consumers = spec.consumers();
        meter = new Meter(consumers);
        saturation = new Saturation(bench.notes(), bench.name(), "consumers");
        dead = new DeadMessages(bench.notes(), bench.name());
    }

    @Override
    public void arrive(int call, long nowNanos) {
        Job job = jobs.take(call);
        bench.calls().note(call, job.number);
        storing++;
        long takes =
                accept.nextNanos(bench.random().at(acceptStream, bench.calls().key(call)));
        job.timer = bench.timers().at(nowNanos + takes, STORED, job.number);
    }

    @Override
    public void cancelled(int call, long nowNanos) {
        Job job = jobs.at(bench.calls().note(call));
        bench.timers().cancel(job.timer);
        refuse(job, Outcome.CANCELLED);
    }

    @Override
    public void on(int op, int number, long nowNanos) {
        Job job = jobs.at(number);
        switch (op) {
            case STORED -> stored(job, nowNanos);
            case WORKED -> worked(job, nowNanos);
            case IN_LINE_AGAIN -> {
                putOff--;
                lineUp(job, nowNanos);
            }
            default -> throw new IllegalStateException("unknown operation " + op);
        }
        count(nowNanos);
    }

    private void stored(Job job, long now) {
        if (busy >= consumers && line.size() + putOff >= capacity) {
            saturation.shed(consumers, Notes.NO_CAUSE, now);
            refuse(job, Outcome.SHED);
            return;
        }
        storing--;
        int message = bench.calls().takeOver(job.call);
        job.call = message;
        bench.calls().note(message, job.number);
        lineUp(job, now);
    }

    private void refuse(Job job, Outcome outcome) {
        storing--;
        int call = job.call;
        jobs.give(job);
        bench.calls().respond(call, outcome);
    }

    private void lineUp(Job job, long now) {
        job.since = now;
        if (busy < consumers) {
            begin(job, now);
        } else {
            line.addLast(job);
            saturation.queued(line.size(), consumers, Notes.NO_CAUSE, now);
        }
    }

    private void begin(Job job, long now) {
        busy++;
        meter.waited(now - job.since);
        long takes = work.nextNanos(bench.random().at(workStream, bench.calls().key(job.call)));
        job.timer = bench.timers().at(now + takes, WORKED, job.number);
    }

    private void worked(Job job, long now) {
        if (plan.isEmpty()) {
            end(job, now);
        } else {
            plan.start(job.call);
        }
    }

    private void returned(int message, Outcome outcome, long now) {
        Job job = jobs.at(bench.calls().note(message));
        if (outcome == Outcome.OK) {
            end(job, now);
        } else if (job.tries < spec.redeliver()) {
            putOff(job, now);
        } else {
            dead.add(spec.redeliver() + 1, saturation.cause(Notes.NO_CAUSE), now);
            end(job, now);
        }
        count(now);
    }

    private void putOff(Job job, long now) {
        job.tries++;
        bench.calls().renew(job.call);
        putOff++;
        job.timer = bench.timers().at(now + spec.redeliverAfter().toNanos(), IN_LINE_AGAIN, job.number);
        free(now);
    }

    private void end(Job job, long now) {
        bench.calls().finish(job.call);
        jobs.give(job);
        free(now);
    }

    private void free(long now) {
        busy--;
        startWaiting(now);
    }

    private void startWaiting(long now) {
        for (Job job = line.first(); job != null && busy < consumers; job = line.first()) {
            line.remove(job);
            begin(job, now);
        }
        if (line.size() == 0) {
            saturation.emptied(now);
        }
    }

    private void count(long now) {
        meter.set(busy, line.size(), now);
    }

    @Override
    public void act(Action action, int cause, long nowNanos) {
        if (action instanceof Action.Resize resize) {
            bench.notes().add(Event.ACTED, action.toString(), cause);
            consumers(Math.round(consumers * resize.factor().factor()), nowNanos);
        } else if (action instanceof Action.Assign change) {
            bench.notes().add(Event.ACTED, action.toString(), cause);
            if (change.setting().equals(RESIZABLE)) {
                consumers(Math.round(change.number()), nowNanos);
            } else {
                capacity = (int) change.number();
            }
        }
    }

    private void consumers(long wanted, long now) {
        consumers = (int) Math.max(1, Math.min(MOST_CONSUMERS, wanted));
        meter.workers(consumers, now);
        startWaiting(now);
        count(now);
    }

    @Override
    public int holding() {
        return storing + line.size() + putOff + busy;
    }

    @Override
    public Meter meter() {
        return meter;
    }

    @Override
    public Map<String, Double> gauges(long nowNanos) {
        return Map.of("backlog", (double) line.size() + putOff, "dead", (double) dead.count());
    }
}
