package dev.foreshock.engine.internal.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.internal.calls.CallsProbe;
import dev.foreshock.engine.spi.Component;

/** Looks inside the components for what a test wants given back. */
public final class PartsProbe {
    private PartsProbe() {}

    /** Asserts that {@code component} holds no job and no plan. */
    public static void assertAtRest(String name, Component component) {
        assertThat(component.holding()).as("%s holds", name).isZero();
        if (component instanceof Server server) {
            assertThat(server.kit.jobs.inUse()).as("jobs of %s", name).isZero();
            assertThat(CallsProbe.runsInUse(server.kit.plan))
                    .as("plans of %s", name)
                    .isZero();
        } else if (component instanceof MessageQueue queue) {
            assertThat(queue.jobs.inUse()).as("jobs of %s", name).isZero();
            assertThat(CallsProbe.runsInUse(queue.plan)).as("plans of %s", name).isZero();
        } else if (component instanceof Database database) {
            assertThat(database.jobs.inUse()).as("jobs of %s", name).isZero();
        }
    }
}
