package dev.foreshock.faults.internal.guard;

import dev.foreshock.faults.guard.Step;
import dev.foreshock.faults.internal.journal.EntryJson;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a guard can be asked for. */
sealed interface Order {
    /** Adds a change that may be made. */
    record Add(int number, Step step) implements Order {}

    /** Makes a change. */
    record Apply(int step) implements Order {}

    /** Undoes a change. */
    record Undo(int step) implements Order {}

    /** Undoes all and ends, for a reason that is kept. */
    record End(String why) implements Order {}

    /** Nobody will ask for anything any more. */
    record Gone(String why) implements Order {}

    /** Reads a line; an order that nobody knows is taken for a sign that something is wrong. */
    static Order read(String line) {
        Matcher addition = Pattern.compile("add (\\d{1,6}) (.*)").matcher(line);
        if (addition.matches()) {
            return EntryJson.read(addition.group(2), Step.class)
                    .<Order>map(step -> new Add(Integer.parseInt(addition.group(1)), step))
                    .orElseGet(() -> new Gone("the injector added what is no change"));
        }
        Matcher about = Pattern.compile("(apply|undo) (\\d{1,6})").matcher(line);
        if (about.matches()) {
            int step = Integer.parseInt(about.group(2));
            return about.group(1).equals("apply") ? new Apply(step) : new Undo(step);
        }
        return line.startsWith("end ")
                ? new End(line.substring("end ".length()))
                : new Gone("the injector asked for what is no order");
    }

    /** Where orders come from. */
    interface Source {
        /** Returns the next order, or nothing if none came within {@code nanos}. */
        Optional<Order> next(long nanos);

        /** Returns when the lease ends, on the clock of the guard, unless it is renewed. */
        long leaseEndNanos();
    }
}
