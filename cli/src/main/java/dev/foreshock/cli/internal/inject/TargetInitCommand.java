package dev.foreshock.cli.internal.inject;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.files.NewFile;
import dev.foreshock.cli.internal.terminal.Shell;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.scenarios.DiagnosticPrinter;
import dev.foreshock.scenarios.LanguageSchema;
import dev.foreshock.scenarios.TargetImport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code foreshock target init}: writes a target to start from, and the file that puts proxies in front of its services. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes a target to start from, made of a Docker Compose file, and beside it a Compose file that puts a proxy",
            "in front of every service that others call. Nothing is started and nothing may be broken yet."
        },
        footer = {"", "Exit codes: 0 written, 3 nothing to write and nothing was written, 2 wrong usage."})
public final class TargetInitCommand implements Callable<Integer> {
    private static final String SCHEMA_FILE = "target-v1.json";
    private static final String SCHEMA_TITLE = "A Foreshock target";
    private static final String REROUTE = "compose.foreshock.yaml";

    private final Surroundings here;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            defaultValue = "target.yaml",
            description = "The target file to write. Default: ${DEFAULT-VALUE}.")
    private Path file = Path.of("target.yaml");

    @Option(names = "--from", paramLabel = "COMPOSE", required = true, description = "The Docker Compose file.")
    private Path compose = Path.of("compose.yaml");

    @Option(names = "--force", description = "Replace files that exist.")
    private boolean force;

    public TargetInitCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        NewFile target = NewFile.of(here, file, force);
        target.requireFreeBeside(REROUTE);
        TargetImport imported = TargetImport.of(here.directory().resolve(compose), REROUTE);
        @Nullable String text = imported.target();
        if (text == null) {
            here.err().print(DiagnosticPrinter.print(imported.diagnostics()));
            here.err().println("foreshock: nothing was written");
            return ExitCode.INVALID.number();
        }
        if (imported.containers().isEmpty()) {
            imported.notes().forEach(note -> here.err().println("foreshock: " + note));
            here.err()
                    .println(
                            "foreshock: no service of " + compose
                                    + " is called by another on a port that is known, so there is nothing to put a proxy in front of; nothing was written");
            return ExitCode.INVALID.number();
        }
        boolean withSchema = target.write(
                text,
                SCHEMA_FILE,
                SCHEMA_TITLE,
                LanguageSchema.target(),
                Map.of(REROUTE, Objects.requireNonNull(imported.reroute())));
        say(imported, withSchema);
        return ExitCode.PASSED.number();
    }

    private void say(TargetImport imported, boolean withSchema) {
        Path reroute = file.resolveSibling(REROUTE);
        here.out()
                .println("wrote  " + file + ": " + imported.containers().size()
                        + (imported.containers().size() == 1 ? " link" : " links") + "; nothing may be broken yet");
        here.out().println("       " + reroute + ": puts a proxy in front of each, over " + compose);
        if (withSchema) {
            here.out()
                    .println("       " + file.resolveSibling(SCHEMA_FILE)
                            + ": its schema, for completion and hover in editors");
        }
        if (!imported.notes().isEmpty()) {
            here.out().println();
            here.out().println("decided on the way:");
            imported.notes().forEach(note -> here.out().println("  - " + note));
        }
        String base = "docker compose" + files();
        String both = base + " -f " + Shell.quoted(reroute.toString());
        here.out().println();
        here.out().println("next   " + both + " up -d");
        here.out().println("undo   " + both + " rm -sf " + String.join(" ", imported.containers()));
        here.out().println("       " + base + " up -d");
        here.out().println("then   " + here.command() + " check " + Shell.quoted(file.toString()));
        here.out().flush();
    }

    /** The Compose file, and what Compose would read beside it if it were not named. */
    private String files() {
        StringBuilder files = new StringBuilder(" -f ").append(Shell.quoted(compose.toString()));
        String name = String.valueOf(compose.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        for (String ending : List.of(".override.yaml", ".override.yml")) {
            Path override = compose.resolveSibling(stem + ending);
            if (Files.exists(here.directory().resolve(override))) {
                files.append(" -f ").append(Shell.quoted(override.toString()));
            }
        }
        return files.toString();
    }
}
