package dev.foreshock.cli.internal.language;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.UsageException;
import dev.foreshock.scenarios.DiagnosticPrinter;
import dev.foreshock.scenarios.Place;
import dev.foreshock.scenarios.ScenarioLoader;
import dev.foreshock.scenarios.Severity;
import dev.foreshock.scenarios.Shown;
import dev.foreshock.scenarios.Source;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code foreshock show}: prints a scenario as one file, with every setting that counts and what said so. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints a scenario, system or target as one file: imports, classes, defaults, overlays, variants and settings",
            "from the command line put together, and every default written out."
        },
        footer = {
            "",
            "Layers, later ones win: built-in, class (also defaults), file, overlay, variant, set.",
            "Variants and how they are compared are kept, but for variants that are applied already, and for those that",
            "change classes or defaults, which are put together here.",
            "",
            "Exit codes: 0 shown, 3 the file is invalid, 2 wrong usage."
        })
public final class ShowCommand implements Callable<Integer> {

    private static final int WIDEST = 56;

    private final Surroundings here;

    @Mixin
    private Target target = new Target();

    @Option(names = "--origin", description = "Say after each value which layer and line it comes from.")
    private boolean origin;

    @Option(
            names = "--only",
            paramLabel = "WHAT",
            description = {
                "Show this only: a section such as components, what lies at or below a path such as web.calls,",
                "or the components of a selector such as tier=edge or 'checkout.*'."
            })
    private @Nullable String only;

    public ShowCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        Shown shown = ScenarioLoader.standard().show(Source.of(target.scenario), target.all());
        boolean isSound = shown.diagnostics().stream().noneMatch(found -> found.severity() == Severity.ERROR);
        if (!isSound) {
            here.err().print(DiagnosticPrinter.print(shown.diagnostics()));
            here.err().flush();
        }
        StringBuilder text = new StringBuilder();
        List<Shown.Line> lines = only == null ? shown.lines() : shown.only(only);
        lines.forEach(line -> text.append(line(line)).append('\n'));
        if (text.isEmpty() && isSound && only != null) {
            throw new UsageException("--only must name a section, a setting or a component of " + target.scenario
                    + ", but there is no " + only);
        }
        here.out().print(text);
        here.out().flush();
        return (isSound ? ExitCode.PASSED : ExitCode.INVALID).number();
    }

    private String line(Shown.Line line) {
        if (!origin || line.layer().isEmpty()) {
            return line.text();
        }
        Place place = line.place();
        boolean isArgument = place != null && place.file().startsWith("--");
        String where = place == null ? "" : isArgument ? " " + place.text() : " " + place.file() + ":" + place.line();
        String comment = line.layer() + where + (line.remark().isEmpty() ? "" : " (" + line.remark() + ")");
        String gap = " "
                .repeat(Math.max(
                        1, WIDEST - line.text().codePointCount(0, line.text().length())));
        return line.text() + gap + "# " + comment;
    }
}
