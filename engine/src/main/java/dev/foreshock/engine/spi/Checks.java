package dev.foreshock.engine.spi;

/** A way to check the health of one component. Made by {@link Workbench#checks}. */
public interface Checks {
    /**
     * Begins a check. Its end goes to the caller, with {@code owner}.
     *
     * @param number its number among the checks of this target, which its draws go by
     */
    void begin(int owner, long number);
}
