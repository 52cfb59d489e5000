package dev.foreshock.engine.internal.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.spi.Plan;

/** Looks behind the switchboard for what a test wants given back. */
public final class CallsProbe {
    private CallsProbe() {}

    /** Returns the nodes taken and not given back. */
    public static int nodesInUse(Switchboard switchboard) {
        return switchboard.nodes.inUse();
    }

    /** Returns the runs of {@code plan} taken and not given back. */
    public static int runsInUse(Plan plan) {
        return ((CallPlan) plan).inUse();
    }

    /** Asserts that no call waits for a connection and that all open ones are idle. */
    public static void assertLinksAtRest(Switchboard switchboard) {
        for (Route route : switchboard.routes) {
            assertThat(route.link.waiting())
                    .as("calls waiting for a connection")
                    .isZero();
            assertThat(route.link.open()).as("open connections, all idle").isEqualTo(route.link.idle());
        }
    }

    /** Returns the open connections of the first route that has any. */
    public static int openConnections(Switchboard switchboard) {
        int open = 0;
        for (Route route : switchboard.routes) {
            open += route.link.open();
        }
        return open;
    }
}
