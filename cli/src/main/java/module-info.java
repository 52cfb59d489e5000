import dev.foreshock.cli.internal.EmbeddedProxies;
import dev.foreshock.cli.internal.FileScenarios;
import dev.foreshock.simulated.Proxies;
import dev.foreshock.simulated.ScenarioSource;
import org.jspecify.annotations.NullMarked;

/** The foreshock command: wires everything, owns the exit codes. Nothing here is for other modules. */
@NullMarked
module dev.foreshock.cli {
    requires com.fasterxml.jackson.databind;
    requires dev.foreshock.engine;
    requires dev.foreshock.faults;
    requires dev.foreshock.reports;
    requires dev.foreshock.scenarios;
    requires dev.foreshock.simulated;
    requires info.picocli;
    requires static org.jspecify;

    opens dev.foreshock.cli.internal to
            info.picocli;

    provides ScenarioSource with
            FileScenarios;
    provides Proxies.Source with
            EmbeddedProxies;
}
