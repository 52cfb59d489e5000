package dev.foreshock.faults.internal.plan;

/** Thrown when a fault cannot be injected on a target as it is described. */
final class Inexpressible extends Exception {
    private static final long serialVersionUID = 1;

    Inexpressible(String message) {
        super(message);
    }
}
