package dev.foreshock.junit;

/** A fault that stands. It ends when this is closed, with the test, or when its time is over. */
public final class InjectedFault implements AutoCloseable {
    private final Runnable end;

    InjectedFault(Runnable end) {
        this.end = end;
    }

    /** Ends it; more often does no harm. */
    @Override
    public void close() {
        end.run();
    }
}
