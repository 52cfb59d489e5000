package dev.foreshock.cli.internal.language;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.files.NewFile;
import dev.foreshock.cli.internal.terminal.Shell;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.scenarios.ComposeImport;
import dev.foreshock.scenarios.DiagnosticPrinter;
import dev.foreshock.scenarios.LanguageSchema;
import dev.foreshock.scenarios.Starter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code foreshock init}: writes a scenario to start from. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes a scenario to start from, with a comment on every setting, and the schema for editors beside it.",
            "With --from it starts from a Docker Compose file, and says what that could not tell."
        },
        footer = {"", "Exit codes: 0 written, 3 no Compose file and nothing was written, 2 wrong usage."})
public final class InitCommand implements Callable<Integer> {
    private static final String SCHEMA_TITLE = "A Foreshock scenario";

    private final Surroundings here;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            defaultValue = "scenario.yaml",
            description = "The file to write. Default: ${DEFAULT-VALUE}.")
    private Path file = Path.of("scenario.yaml");

    @Option(names = "--from", paramLabel = "COMPOSE", description = "A Docker Compose file to start from.")
    private @Nullable Path compose;

    @Option(names = "--force", description = "Replace the file if it exists.")
    private boolean force;

    public InitCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        NewFile target = NewFile.of(here, file, force);
        ComposeImport imported =
                compose == null ? null : ComposeImport.of(here.directory().resolve(compose));
        if (imported != null && imported.text() == null) {
            here.err().print(DiagnosticPrinter.print(imported.diagnostics()));
            here.err().println("foreshock: nothing was written");
            return ExitCode.INVALID.number();
        }
        String text = imported == null ? Starter.twoTiers() : String.valueOf(imported.text());
        boolean withSchema = target.write(text, Starter.SCHEMA_FILE, SCHEMA_TITLE, LanguageSchema.scenario(), Map.of());
        say(imported, withSchema);
        here.out().flush();
        return ExitCode.PASSED.number();
    }

    private void say(@Nullable ComposeImport imported, boolean withSchema) {
        Path parent = file.getParent();
        Path schema = parent == null ? Path.of(Starter.SCHEMA_FILE) : parent.resolve(Starter.SCHEMA_FILE);
        int width = Math.max(file.toString().length(), schema.toString().length()) + 2;
        String what = imported == null
                ? "two tiers, a traffic peak and the people who deal with it; every number is chosen"
                : imported.components() + " components from " + imported.services()
                        + " services; it runs, on stand-ins";
        here.out().println("wrote  " + pad(file, width) + what);
        if (withSchema) {
            here.out().println("       " + pad(schema, width) + "its schema, for completion and hover in editors");
        }
        if (imported != null) {
            list("what it could not know, marked \"unknown\" in the file:", imported.unknown());
            list("decided on the way:", imported.notes());
            if (!imported.ignored().isEmpty()) {
                list("passed over:", List.of(String.join(", ", imported.ignored())));
            }
        }
        here.out().println();
        here.out().println("next   " + here.command() + " check " + Shell.quoted(argument()));
        here.out().println("       " + here.command() + " run " + Shell.quoted(argument()));
    }

    private void list(String title, List<String> items) {
        if (!items.isEmpty()) {
            here.out().println();
            here.out().println(title);
            items.forEach(item -> here.out().println("  - " + item));
        }
    }

    /** A name that starts like an option would be taken for one. */
    private String argument() {
        return file.toString().startsWith("-") ? "./" + file : file.toString();
    }

    private static String pad(Path path, int width) {
        return path + " ".repeat(width - path.toString().length());
    }
}
