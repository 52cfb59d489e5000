package dev.foreshock.engine.spi;

/** A way to call one dependency: link, timeout, retries. Made by {@link Workbench#line}. */
public interface Line {
    /**
     * Makes a call on behalf of {@code parent}. The answer goes to the line's caller, with {@code parent} as its owner. It
     * can come before this method returns.
     *
     * @param parent the call that needs this one
     * @param repetition which of several like calls of the same parent this is, from 0
     */
    void call(int parent, int repetition);
}
