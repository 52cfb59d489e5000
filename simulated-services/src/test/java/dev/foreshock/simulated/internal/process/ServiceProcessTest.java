package dev.foreshock.simulated.internal.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.simulated.TwinException;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of a service that does not start, as there is nothing in its room. */
class ServiceProcessTest {
    @TempDir
    Path room;

    private AbstractThrowableAssert<?, ?> assertStarting(boolean canShareProcess) {
        return assertThatThrownBy(() -> ServiceProcess.start(new Room(room), "web", 1, canShareProcess, null)
                        .await())
                .isInstanceOf(TwinException.class)
                .hasMessageContaining("the process of web must start and listen, but ended before that")
                .hasMessageContaining("free memory, processes or ports");
    }

    @Test
    void theWayOutIsOneProcessOnlyWhereThatIsNotRefused() {
        assertStarting(true).hasMessageEndingWith("or have all services in one process (rehearse --one-process)");
        assertStarting(false).hasMessageNotContaining("--one-process");
    }
}
