package dev.foreshock.engine.describe;

import dev.foreshock.engine.describe.Problem.Flaw;
import java.util.ArrayList;
import java.util.List;

/** Collects problems relative to a place in the description. Not thread-safe. */
public final class Problems {
    private final String path;
    private final List<Problem> found;

    /** Creates an empty collection at the root. */
    public Problems() {
        this("", new ArrayList<>());
    }

    private Problems(String path, List<Problem> found) {
        this.path = path;
        this.found = found;
    }

    /** Returns a view on the same collection whose problems lie at {@code name} below this place. */
    public Problems at(String name) {
        return name.isEmpty() ? this : new Problems(path.isEmpty() ? name : path + "." + name, found);
    }

    /** Adds a problem at this place. */
    public void add(Flaw flaw, String message, String help) {
        found.add(new Problem(flaw, path, message, help));
    }

    /** Adds a problem without a hint at this place. */
    public void add(Flaw flaw, String message) {
        add(flaw, message, "");
    }

    /** Returns all problems found so far, at this place and everywhere else. */
    public List<Problem> all() {
        return List.copyOf(found);
    }
}
