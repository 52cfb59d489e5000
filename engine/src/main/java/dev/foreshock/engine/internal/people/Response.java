package dev.foreshock.engine.internal.people;

import dev.foreshock.engine.internal.journal.JournalBook;
import dev.foreshock.engine.internal.kernel.Handler;
import dev.foreshock.engine.internal.kernel.Kernel;
import dev.foreshock.engine.internal.people.Task.State;
import dev.foreshock.engine.model.FormerNames;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.StepRef;
import dev.foreshock.engine.random.Streams;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.spi.Notes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The people at work: pages reach responders, who work through the runbook.
 *
 * <p>A step begins when the response is open, the steps before it have ended as wanted, what it needs is known, and its
 * responder is there and free. It is skipped if what makes it unnecessary is known by then. Of several steps that a
 * responder could begin, the one that became possible first goes first, then the one first in the alphabet. When a page
 * comes in after all work and all alerts are over, the response starts anew and knows nothing.
 */
public final class Response implements Handler {
    private static final int REACHED = 0;
    private static final int JOINED = 1;
    private static final int STEP_OVER = 2;
    private static final int LOOK = 3;

    private final Plant plant;
    private final JournalBook journal;
    private final Kernel kernel;
    private final int handler;
    private final List<Watch> watches = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private final Map<String, Task> tasksByName = new TreeMap<>();
    private final List<Person> people = new ArrayList<>();
    private final Map<String, Person> peopleByName = new TreeMap<>();
    private final Set<String> known = new TreeSet<>();
    private final List<Task> possible = new ArrayList<>();
    private boolean open;
    private int newestEntry = Notes.NO_CAUSE;

    /** Sets up the monitors and the people of {@code scenario}. */
    @SuppressWarnings("this-escape")
    public Response(Scenario scenario, Plant plant, JournalBook journal, Kernel kernel, Streams streams) {
        this.plant = plant;
        this.journal = journal;
        this.kernel = kernel;
        handler = kernel.register(this);
        scenario.responders().forEach((name, spec) -> {
            Person person = new Person(name, spec, people.size());
            people.add(person);
            peopleByName.put(name, person);
        });
        scenario.runbook().forEach((name, spec) -> {
            Task task = new Task(name, spec, tasks.size());
            tasks.add(task);
            tasksByName.put(name, task);
        });
        FormerNames names = scenario.formerNames();
        FormerNames.inOrder(scenario.monitors(), names::monitor).forEach((name, spec) -> {
            if (spec.enabled()) {
                Set<String> suspects = scenario.system().reachableFrom(spec.watches());
                watches.add(new Watch(
                        name,
                        spec,
                        suspects,
                        plant,
                        this,
                        journal,
                        kernel,
                        streams.named(names.monitor(name) + " scrape loss")));
            }
        });
    }

    /** Starts all monitors. */
    public void open() {
        watches.forEach(Watch::open);
    }

    void page(String responder, String monitor, Set<String> tells, int cause) {
        startAnewIfOver();
        Person person = find(peopleByName, responder);
        int entry = journal.add(Event.PAGED, responder, monitor, monitor + " pages " + responder, cause);
        person.toLearn.addAll(tells);
        person.cause = entry;
        if (person.present) {
            learnFromPage(person, entry);
            advance();
        } else if (!person.called) {
            person.called = true;
            kernel.after(person.spec.reachedIn().toNanos(), handler, REACHED, person.number);
        }
    }

    private void startAnewIfOver() {
        boolean quiet = watches.stream().noneMatch(Watch::firing)
                && tasks.stream().noneMatch(task -> task.state == State.UNDER_WAY)
                && people.stream().noneMatch(person -> person.called && !person.present);
        if (open && quiet && possible.isEmpty()) {
            open = false;
            known.clear();
            tasks.forEach(Task::reset);
            people.forEach(Person::goHome);
        }
    }

    @Override
    public void on(int op, int arg, long now) {
        switch (op) {
            case REACHED -> reached(people.get(arg));
            case JOINED -> joined(people.get(arg));
            case STEP_OVER -> stepOver(tasks.get(arg), now);
            case LOOK -> look(tasks.get(arg), now);
            default -> throw new IllegalStateException("unknown operation " + op);
        }
        advance();
    }

    private void reached(Person person) {
        person.present = true;
        open = true;
        newestEntry = journal.add(
                Event.ACKNOWLEDGED, person.name, person.name, person.name + " starts to act on the page", person.cause);
        person.cause = newestEntry;
        learnFromPage(person, newestEntry);
    }

    private void learnFromPage(Person person, int cause) {
        person.toLearn.forEach(fact -> learn(fact, person.name, cause));
        person.toLearn.clear();
    }

    private void learn(String fact, String who, int cause) {
        if (known.add(fact)) {
            newestEntry = journal.add(Event.LEARNED, fact, who, who + " finds: " + fact, cause);
        }
    }

    private void joined(Person person) {
        person.present = true;
        person.cause = journal.add(Event.JOINED, person.name, person.name, person.name + " joins", person.cause);
        learnFromPage(person, person.cause);
    }

    /** Skips what is not needed, calls in who is missing, and begins what can begin. */
    private void advance() {
        if (!open) {
            return;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Task task : tasks) {
                changed |= task.state == State.OPEN && consider(task);
            }
        }
        for (Task task : List.copyOf(possible)) {
            Person person = find(peopleByName, task.spec.by());
            if (person.present && !person.busy) {
                possible.remove(task);
                begin(task, person);
            } else if (!person.present && !person.called) {
                person.called = true;
                person.cause = causeOf(task);
                kernel.after(person.spec.joinsIn().toNanos(), handler, JOINED, person.number);
            }
        }
    }

    /** Returns whether the state of the task changed. */
    private boolean consider(Task task) {
        boolean reached = task.spec.after().stream()
                .allMatch(ref -> find(tasksByName, ref.step()).ended(ref.ending()));
        if (!reached) {
            return false;
        }
        if (task.spec.skipIf().stream().anyMatch(known::contains)) {
            task.state = State.SKIPPED;
            possible.remove(task);
            task.entry = journal.add(
                    Event.STEP_SKIPPED, task.name, task.spec.by(), task.name + " is not needed", newestEntry);
            return true;
        }
        if (known.containsAll(task.spec.needs()) && !possible.contains(task)) {
            possible.add(task);
        }
        return false;
    }

    private int causeOf(Task task) {
        int cause = newestEntry;
        for (StepRef before : task.spec.after()) {
            cause = Math.max(cause, find(tasksByName, before.step()).entry);
        }
        return cause;
    }

    private void begin(Task task, Person person) {
        task.state = State.UNDER_WAY;
        person.busy = true;
        task.entry = journal.add(
                Event.STEP_BEGAN, task.name, person.name, person.name + " begins " + task.name, causeOf(task));
        kernel.after(task.spec.takes().toNanos(), handler, STEP_OVER, task.number);
    }

    private void stepOver(Task task, long now) {
        for (Action action : task.spec.actions()) {
            plant.act(action, task.entry, now);
        }
        Condition wanted = task.spec.workedIf();
        if (wanted == null || wanted.subject() == null) {
            end(task, State.WORKED, Event.STEP_DONE, " is done");
        } else {
            task.check = new Check(
                    wanted, plant, wanted.subject(), task.spec.settlesIn().toNanos(), now);
            journal.add(Event.STEP_DONE, task.name, task.spec.by(), task.name + " is done; does it work?", task.entry);
            kernel.after(Check.EVERY_NANOS, handler, LOOK, task.number);
        }
    }

    private void look(Task task, long now) {
        Check check = task.check;
        if (check == null) {
            return;
        }
        switch (check.look(now)) {
            case OPEN -> kernel.after(Check.EVERY_NANOS, handler, LOOK, task.number);
            case WORKED -> end(task, State.WORKED, Event.STEP_DONE, " worked");
            case FAILED -> end(task, State.FAILED, Event.STEP_FAILED, " did not help");
        }
    }

    private void end(Task task, State state, Event event, String what) {
        task.state = state;
        task.check = null;
        task.entry = journal.add(event, task.name, task.spec.by(), task.name + what, task.entry);
        newestEntry = task.entry;
        find(peopleByName, task.spec.by()).busy = false;
        if (state == State.WORKED) {
            task.spec.gives().forEach(fact -> learn(fact, task.spec.by(), task.entry));
        }
    }

    private static <V> V find(Map<String, V> map, String name) {
        V value = map.get(name);
        if (value == null) {
            throw new IllegalStateException("'" + name + "' must be declared");
        }
        return value;
    }
}
