package dev.foreshock.engine.reference;

import dev.foreshock.engine.model.QueueSpec;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Messages and their consumers: a request is answered once its message is stored. */
final class QueuePart extends Part {
    private static final long MINUTE = 60_000_000_000L;

    /** A message that was stored. */
    private static final class Message {
        final Request work;
        int tries;
        long inLineSince;

        Message(Request work) {
            this.work = work;
        }
    }

    private final QueueSpec spec;
    private final List<Request> storing = new ArrayList<>();
    private final List<Message> line = new ArrayList<>();
    private final Strain strain;
    private final Busyness busyness = new Busyness();
    private Errands errands;
    private int consumers;
    private int capacity;
    private int busy;
    private int putOff;
    private int dead;
    private long quiet = MINUTE;
    private long quietUntil;

    QueuePart(String name, QueueSpec spec, Interpreter world) {
        super(name, world);
        this.spec = spec;
        consumers = spec.consumers();
        capacity = spec.capacity() == null ? Integer.MAX_VALUE : spec.capacity();
        busyness.workers = consumers;
        strain = new Strain(this, name, "consumers");
    }

    @Override
    void connect(Interpreter world) {
        errands = new Errands(this, spec.calls(), world);
    }

    @Override
    void arrive(Request request) {
        storing.add(request);
        long takes = draw.time(spec.accept(), stream("accept"), request.key);
        request.step = agenda.after(takes, () -> stored(request));
    }

    @Override
    void cancelled(Request request) {
        request.step.cancel();
        refuse(request, Outcome.CANCELLED);
    }

    private void refuse(Request request, Outcome outcome) {
        storing.remove(request);
        exchange.respond(request, outcome);
    }

    private void stored(Request request) {
        if (busy >= consumers && line.size() + putOff >= capacity) {
            strain.full(consumers, Diary.NO_CAUSE);
            refuse(request, Outcome.SHED);
            return;
        }
        storing.remove(request);
        lineUp(new Message(exchange.takeOver(request)));
    }

    private void lineUp(Message message) {
        message.inLineSince = agenda.now();
        if (busy < consumers) {
            begin(message);
        } else {
            line.add(message);
            strain.queued(line.size(), consumers, Diary.NO_CAUSE);
        }
    }

    private void begin(Message message) {
        busy++;
        count();
        probe.began(name, agenda.now() - message.inLineSince, agenda.now());
        long takes = draw.time(spec.work(), stream("work"), message.work.key);
        agenda.after(takes, () -> worked(message));
    }

    private void count() {
        busyness.set(consumers, busy, agenda.now());
    }

    private void worked(Message message) {
        if (errands.none()) {
            done();
        } else {
            errands.start(message.work, outcome -> returned(message, outcome));
        }
    }

    private void returned(Message message, Outcome outcome) {
        if (outcome == Outcome.OK) {
            done();
        } else if (message.tries < spec.redeliver()) {
            message.tries++;
            exchange.renew(message.work);
            putOff++;
            agenda.after(spec.redeliverAfter().toNanos(), () -> {
                putOff--;
                lineUp(message);
            });
            done();
        } else {
            noteDead();
            done();
        }
    }

    private void noteDead() {
        dead++;
        if (agenda.now() >= quietUntil) {
            int tries = spec.redeliver() + 1;
            String what = dead == 1
                    ? "a message is dead: its calls failed " + tries + (tries == 1 ? " time" : " times")
                    : dead + " messages are dead by now";
            note(Event.NOTED, name + ": " + what, strain.cause(Diary.NO_CAUSE));
            quietUntil = agenda.now() + quiet;
            quiet = Math.min(60 * MINUTE, 2 * quiet);
        }
    }

    /** A consumer is done with a message, for now or for good. */
    private void done() {
        busy--;
        startWaiting();
    }

    private void startWaiting() {
        while (busy < consumers && !line.isEmpty()) {
            begin(line.remove(0));
        }
        if (line.isEmpty()) {
            strain.emptied();
        }
        count();
    }

    @Override
    void act(Action action, int cause) {
        if (action instanceof Action.Resize resize) {
            note(Event.ACTED, action.toString(), cause);
            long more = Math.round(consumers * resize.factor().factor());
            consumers = (int) Math.max(1, Math.min(1_000_000_000, more));
            startWaiting();
        } else if (action instanceof Action.Assign change) {
            note(Event.ACTED, action.toString(), cause);
            if (change.setting().equals("consumers")) {
                consumers = (int) change.number();
                startWaiting();
            } else {
                capacity = (int) change.number();
            }
        }
    }

    @Override
    int holding() {
        return storing.size() + line.size() + putOff + busy;
    }

    @Override
    Busyness busyness() {
        busyness.advance(agenda.now());
        return busyness;
    }
}
