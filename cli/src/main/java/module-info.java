import dev.foreshock.cli.internal.rehearse.EmbeddedProxies;
import dev.foreshock.cli.internal.rehearse.FileScenarios;
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
    opens dev.foreshock.cli.internal.calibrate to
            info.picocli;
    opens dev.foreshock.cli.internal.files to
            info.picocli;
    opens dev.foreshock.cli.internal.inject to
            info.picocli;
    opens dev.foreshock.cli.internal.language to
            info.picocli;
    opens dev.foreshock.cli.internal.migrate to
            info.picocli;
    opens dev.foreshock.cli.internal.options to
            info.picocli;
    opens dev.foreshock.cli.internal.rehearse to
            info.picocli;
    opens dev.foreshock.cli.internal.run to
            info.picocli;
    opens dev.foreshock.cli.internal.undo to
            info.picocli;
    opens dev.foreshock.cli.internal.whatif to
            info.picocli;

    provides ScenarioSource with
            FileScenarios;
    provides Proxies.Source with
            EmbeddedProxies;
}
