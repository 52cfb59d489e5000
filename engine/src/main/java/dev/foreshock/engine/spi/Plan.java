package dev.foreshock.engine.spi;

/** The calls that a component makes for each of its own, in their order. Made by {@link Workbench#plan}. */
public interface Plan {
    /** Tells whether there is anything to call. */
    boolean isEmpty();

    /**
     * Starts the calls for {@code parent}. The plan's caller gets their common end, with {@code parent} as its owner. It can
     * come before this method returns.
     */
    void start(int parent);

    /** Forgets the calls made for {@code parent}: their answers are ignored from now on. The caller hears nothing more. */
    void forget(int parent);
}
