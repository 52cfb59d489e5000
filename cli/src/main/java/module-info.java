import org.jspecify.annotations.NullMarked;

/** The foreshock command: wires everything, owns the exit codes. Nothing here is for other modules. */
@NullMarked
module dev.foreshock.cli {
    requires com.fasterxml.jackson.databind;
    requires dev.foreshock.engine;
    requires dev.foreshock.faults;
    requires dev.foreshock.reports;
    requires dev.foreshock.scenarios;
    requires info.picocli;
    requires static org.jspecify;

    opens dev.foreshock.cli.internal to
            info.picocli;
}
