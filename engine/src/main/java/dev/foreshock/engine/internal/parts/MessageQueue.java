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

/**
 * A queue of messages with consumers. A call is answered once its message is stored; the message is then work that was taken
 * over: waiting, worked on, or waiting to be tried again.
 */
public final class MessageQueue implements Component {
    /** The setting that can be resized while it runs. */
    public static final String RESIZABLE = "consumers";

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
    private final int capacity;
    final Plan plan;
    final Jobs jobs = new Jobs();
    private final Chain line = new Chain(jobs);
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
        int job = jobs.take(call);
        bench.calls().note(call, job);
        storing++;
        long takes =
                accept.nextNanos(bench.random().at(acceptStream, bench.calls().key(call)));
        jobs.timer[job] = bench.timers().at(nowNanos + takes, STORED, job);
    }

    @Override
    public void cancelled(int call, long nowNanos) {
        int job = bench.calls().note(call);
        bench.timers().cancel(jobs.timer[job]);
        refuse(job, Outcome.CANCELLED);
    }

    @Override
    public void on(int op, int job, long nowNanos) {
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

    private void stored(int job, long now) {
        if (busy >= consumers && line.size() + putOff >= capacity) {
            saturation.shed(consumers, Notes.NO_CAUSE, now);
            refuse(job, Outcome.SHED);
            return;
        }
        storing--;
        int message = bench.calls().takeOver(jobs.call[job]);
        jobs.call[job] = message;
        bench.calls().note(message, job);
        lineUp(job, now);
    }

    private void refuse(int job, Outcome outcome) {
        storing--;
        int call = jobs.call[job];
        jobs.give(job);
        bench.calls().respond(call, outcome);
    }

    private void lineUp(int job, long now) {
        jobs.since[job] = now;
        if (busy < consumers) {
            begin(job, now);
        } else {
            line.addLast(job);
            saturation.queued(line.size(), consumers, Notes.NO_CAUSE, now);
        }
    }

    private void begin(int job, long now) {
        busy++;
        meter.waited(now - jobs.since[job]);
        long takes = work.nextNanos(bench.random().at(workStream, bench.calls().key(jobs.call[job])));
        jobs.timer[job] = bench.timers().at(now + takes, WORKED, job);
    }

    private void worked(int job, long now) {
        if (plan.isEmpty()) {
            end(job, now);
        } else {
            plan.start(jobs.call[job]);
        }
    }

    private void returned(int message, Outcome outcome, long now) {
        int job = bench.calls().note(message);
        if (outcome == Outcome.OK) {
            end(job, now);
        } else if (jobs.tries[job] < spec.redeliver()) {
            putOff(job, now);
        } else {
            dead.add(spec.redeliver() + 1, saturation.cause(Notes.NO_CAUSE), now);
            end(job, now);
        }
        count(now);
    }

    private void putOff(int job, long now) {
        jobs.tries[job]++;
        bench.calls().renew(jobs.call[job]);
        putOff++;
        jobs.timer[job] = bench.timers().at(now + spec.redeliverAfter().toNanos(), IN_LINE_AGAIN, job);
        free(now);
    }

    private void end(int job, long now) {
        bench.calls().finish(jobs.call[job]);
        jobs.give(job);
        free(now);
    }

    private void free(long now) {
        busy--;
        startWaiting(now);
    }

    private void startWaiting(long now) {
        while (busy < consumers && line.size() > 0) {
            int job = line.first();
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
            consumers = (int) Math.max(
                    1,
                    Math.min(
                            MOST_CONSUMERS,
                            Math.round(consumers * resize.factor().factor())));
            meter.workers(consumers, nowNanos);
            startWaiting(nowNanos);
            count(nowNanos);
        }
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
