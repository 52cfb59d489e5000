package dev.foreshock.engine.reference;

import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.people.StepRef;
import dev.foreshock.engine.people.StepSpec;
import dev.foreshock.engine.reference.Staff.Step.State;
import dev.foreshock.engine.result.JournalEntry.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The responders and their runbook. */
final class Staff {
    private static final long BETWEEN_LOOKS = 15_000_000_000L;

    /** Somebody who can be called. */
    private static final class Person {
        final String name;
        final ResponderSpec spec;
        final Set<String> unread = new TreeSet<>();
        boolean there;
        boolean called;
        boolean busy;
        int cause = Diary.NO_CAUSE;

        Person(String name, ResponderSpec spec) {
            this.name = name;
            this.spec = spec;
        }
    }

    /** A step of the runbook. */
    static final class Step {
        /** How far it is. */
        enum State {
            OPEN,
            UNDER_WAY,
            WORKED,
            FAILED,
            SKIPPED
        }

        final String name;
        final StepSpec spec;
        State state = State.OPEN;
        int entry = Diary.NO_CAUSE;

        Step(String name, StepSpec spec) {
            this.name = name;
            this.spec = spec;
        }
    }

    private final Interpreter world;
    private final Diary diary;
    private final Map<String, Person> people = new TreeMap<>();
    private final Map<String, Step> steps = new TreeMap<>();
    private final Set<String> known = new TreeSet<>();

    /** The steps that could begin, in the order in which they could. */
    private final List<Step> possible = new ArrayList<>();

    private boolean open;
    private int newest = Diary.NO_CAUSE;

    Staff(Interpreter world) {
        this.world = world;
        diary = world.diary;
        world.scenario.responders().forEach((name, spec) -> people.put(name, new Person(name, spec)));
        world.scenario.runbook().forEach((name, spec) -> steps.put(name, new Step(name, spec)));
    }

    void page(String who, String monitor, Set<String> tells, int cause) {
        beginAnewIfOver();
        Person person = people.get(who);
        int entry = diary.add(Event.PAGED, who, monitor, monitor + " pages " + who, cause);
        person.unread.addAll(tells);
        person.cause = entry;
        if (person.there) {
            reads(person, entry);
            goOn();
        } else if (!person.called) {
            person.called = true;
            after(person.spec.reachedIn().toNanos(), () -> reached(person));
        }
    }

    private void after(long nanos, Runnable what) {
        world.agenda.after(nanos, () -> {
            what.run();
            goOn();
        });
    }

    /** When all work and all alerts are over, a page begins a new response, which knows nothing. */
    private void beginAnewIfOver() {
        boolean anyFires = world.lookouts.stream().anyMatch(lookout -> lookout.firing);
        boolean anyWork = steps.values().stream().anyMatch(step -> step.state == State.UNDER_WAY);
        boolean anyOnTheWay = people.values().stream().anyMatch(person -> person.called && !person.there);
        if (open && !anyFires && !anyWork && !anyOnTheWay && possible.isEmpty()) {
            open = false;
            known.clear();
            steps.values().forEach(step -> step.state = State.OPEN);
            people.values().forEach(person -> {
                person.there = false;
                person.called = false;
                person.busy = false;
                person.unread.clear();
            });
        }
    }

    private void reached(Person person) {
        person.there = true;
        open = true;
        String name = person.name;
        newest = diary.add(Event.ACKNOWLEDGED, name, name, name + " starts to act on the page", person.cause);
        person.cause = newest;
        reads(person, newest);
    }

    private void joined(Person person) {
        person.there = true;
        person.cause = diary.add(Event.JOINED, person.name, person.name, person.name + " joins", person.cause);
        reads(person, person.cause);
    }

    private void reads(Person person, int cause) {
        person.unread.forEach(fact -> learn(fact, person.name, cause));
        person.unread.clear();
    }

    private void learn(String fact, String who, int cause) {
        if (known.add(fact)) {
            newest = diary.add(Event.LEARNED, fact, who, who + " finds: " + fact, cause);
        }
    }

    /** Skips what is not needed, begins what can begin, and calls who is missing. */
    private void goOn() {
        if (!open) {
            return;
        }
        boolean skipped = true;
        while (skipped) {
            skipped = false;
            for (Step step : steps.values()) {
                skipped |= step.state == State.OPEN && allEnded(step) && consider(step);
            }
        }
        for (Step step : List.copyOf(possible)) {
            Person person = people.get(step.spec.by());
            if (person.there && !person.busy) {
                possible.remove(step);
                begin(step, person);
            } else if (!person.there && !person.called) {
                person.called = true;
                person.cause = causeOf(step);
                after(person.spec.joinsIn().toNanos(), () -> joined(person));
            }
        }
    }

    private boolean allEnded(Step step) {
        return step.spec.after().stream().allMatch(before -> hasEnded(before, steps.get(before.step()).state));
    }

    private static boolean hasEnded(StepRef before, State state) {
        return switch (before.ending()) {
            case DONE -> state == State.WORKED || state == State.FAILED || state == State.SKIPPED;
            case WORKED -> state == State.WORKED;
            case FAILED -> state == State.FAILED;
        };
    }

    /** Returns whether the step is skipped. */
    private boolean consider(Step step) {
        if (step.spec.skipIf().stream().anyMatch(known::contains)) {
            step.state = State.SKIPPED;
            possible.remove(step);
            step.entry = diary.add(Event.STEP_SKIPPED, step.name, step.spec.by(), step.name + " is not needed", newest);
            return true;
        }
        if (known.containsAll(step.spec.needs()) && !possible.contains(step)) {
            possible.add(step);
        }
        return false;
    }

    /** Returns the newest of what led here: the last finding or end of a step, and the steps before it. */
    private int causeOf(Step step) {
        int cause = newest;
        for (StepRef before : step.spec.after()) {
            cause = Math.max(cause, steps.get(before.step()).entry);
        }
        return cause;
    }

    private void begin(Step step, Person person) {
        step.state = State.UNDER_WAY;
        person.busy = true;
        String text = person.name + " begins " + step.name;
        step.entry = diary.add(Event.STEP_BEGAN, step.name, person.name, text, causeOf(step));
        after(step.spec.takes().toNanos(), () -> done(step));
    }

    private void done(Step step) {
        for (Action action : step.spec.actions()) {
            world.act(action, step.entry);
        }
        if (step.spec.workedIf() == null || step.spec.workedIf().subject() == null) {
            end(step, State.WORKED, Event.STEP_DONE, " is done");
            return;
        }
        diary.add(Event.STEP_DONE, step.name, step.spec.by(), step.name + " is done; does it work?", step.entry);
        Gauge gauge = new Gauge(
                world, step.spec.workedIf().subject(), step.spec.workedIf().signal());
        gauge.read();
        long settledBy = world.agenda.now() + step.spec.settlesIn().toNanos();
        after(BETWEEN_LOOKS, () -> look(step, gauge, settledBy, null));
    }

    /** The condition must come to hold in time, and then hold for its own time at every look. */
    private void look(Step step, Gauge gauge, long settledBy, @Nullable Long since) {
        var wanted = step.spec.workedIf();
        long now = world.agenda.now();
        if (wanted.comparison().holds(gauge.read(), wanted.limit(), 0)) {
            long from = since == null ? now : since;
            if (now - from >= wanted.forAtLeast().toNanos()) {
                end(step, State.WORKED, Event.STEP_DONE, " worked");
            } else {
                after(BETWEEN_LOOKS, () -> look(step, gauge, settledBy, from));
            }
        } else if (since != null || now >= settledBy) {
            end(step, State.FAILED, Event.STEP_FAILED, " did not help");
        } else {
            after(BETWEEN_LOOKS, () -> look(step, gauge, settledBy, null));
        }
    }

    private void end(Step step, State state, Event event, String what) {
        step.state = state;
        step.entry = diary.add(event, step.name, step.spec.by(), step.name + what, step.entry);
        newest = step.entry;
        people.get(step.spec.by()).busy = false;
        if (state == State.WORKED) {
            step.spec.gives().forEach(fact -> learn(fact, step.spec.by(), step.entry));
        }
    }
}
