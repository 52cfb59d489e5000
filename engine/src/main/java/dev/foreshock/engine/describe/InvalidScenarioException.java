package dev.foreshock.engine.describe;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a description with problems is about to be run. Carries all of them. */
public final class InvalidScenarioException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /** Creates an exception for {@code problems}. */
    public InvalidScenarioException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Returns the problems, in the order found. */
    public List<Problem> problems() {
        return problems;
    }
}
