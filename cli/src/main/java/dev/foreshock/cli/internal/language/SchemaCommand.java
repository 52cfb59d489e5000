package dev.foreshock.cli.internal.language;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.scenarios.LanguageSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code foreshock schema}: prints a published schema, for editors and validators. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Prints the JSON Schema (draft 7) of a file that Foreshock reads or writes.",
        footer = {
            "",
            "For an editor, keep it beside your scenarios and name it in their first line:",
            "  ${COMMAND-FULL-NAME} scenario > scenario-v1.json",
            "  # yaml-language-server: $schema=scenario-v1.json"
        })
public final class SchemaCommand implements Callable<Integer> {
    private final Surroundings here;

    @Parameters(
            paramLabel = "WHAT",
            description = {
                "${COMPLETION-CANDIDATES}: a scenario, system, overlay or target file, result.json of a run, or what",
                "check --json writes."
            })
    private Published what = Published.scenario;

    /** What has a published schema; named as on the command line. */
    enum Published {
        /** A scenario file. */
        scenario,
        /** A system file. */
        system,
        /** An overlay file. */
        overlay,
        /** A target file. */
        target,
        /** The result of a run. */
        result,
        /** The findings of a check. */
        check
    }

    public SchemaCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        here.out().print(text(what));
        here.out().flush();
        return ExitCode.PASSED.number();
    }

    private static String text(Published what) {
        return switch (what) {
            case scenario -> LanguageSchema.scenario();
            case system -> LanguageSchema.system();
            case overlay -> LanguageSchema.overlay();
            case target -> LanguageSchema.target();
            case result, check -> resource("/schema/" + what + "-v1.json");
        };
    }

    /** The build copies these from {@code docs/reference/schema}, where they are written by hand. */
    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(SchemaCommand.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
