package dev.foreshock.engine.internal.people;

import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.spi.Notes;
import java.util.Set;
import java.util.TreeSet;

/** One responder in this run. */
final class Person {
    final String name;
    final ResponderSpec spec;
    final int number;
    final Set<String> toLearn = new TreeSet<>();
    boolean present;
    boolean called;
    boolean busy;
    int cause = Notes.NO_CAUSE;

    Person(String name, ResponderSpec spec, int number) {
        this.name = name;
        this.spec = spec;
        this.number = number;
    }

    void goHome() {
        present = false;
        called = false;
        busy = false;
        toLearn.clear();
    }
}
