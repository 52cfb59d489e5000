package dev.foreshock.cli.internal.language;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.findings.CheckJson;
import dev.foreshock.cli.internal.findings.Checked;
import dev.foreshock.cli.internal.findings.GithubAnnotations;
import dev.foreshock.cli.internal.findings.Sarif;
import dev.foreshock.cli.internal.options.Changes;
import dev.foreshock.cli.internal.options.LibraryNames;
import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.terminal.ColorMode;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.UsageException;
import dev.foreshock.cli.internal.terminal.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code foreshock check}: reads scenarios and says what is wrong with them, without running them. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Reads scenarios and says everything that is wrong with them, without running them.",
        footer = {
            "",
            "The formats: text for people, json for editors and scripts, sarif (2.1.0) for code hosts, github for",
            "annotations in GitHub Actions. Where GITHUB_ACTIONS is true, text is followed by annotations.",
            "",
            "Exit codes: 0 nothing is wrong, 3 something is (with --strict a warning will do), 2 wrong usage."
        })
public final class CheckCommand implements Callable<Integer> {
    private final Surroundings here;

    @Parameters(
            paramLabel = Target.LABEL,
            arity = "1..*",
            completionCandidates = LibraryNames.class,
            description = "Scenarios of the library, or files: paths, or names that end in .yaml.")
    private List<String> scenarios = List.of();

    @Mixin
    private Changes changes = new Changes();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "How to write the findings: ${COMPLETION-CANDIDATES}. Default: text.")
    private @Nullable CheckFormat format;

    @Option(names = "--json", description = "Short for --format json.")
    private boolean json;

    @Option(
            names = "--strict",
            description = "Count warnings as errors: exit code 3 if there is one. For scenarios that must stay clean.")
    private boolean strict;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description =
                    "When to use colors: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}, which honors NO_COLOR.")
    private ColorMode color = ColorMode.auto;

    public CheckCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        if (json && format != null && format != CheckFormat.json) {
            throw new UsageException("--json must not be given with --format " + format + ", as it means another");
        }
        CheckText text = new CheckText(here, here.wantsColor(color), strict);
        List<Checked> checks = new ArrayList<>();
        for (String scenario : scenarios) {
            checks.add(text.add(scenario, changes.load(scenario)));
        }
        CheckFormat wanted = format != null ? format : json ? CheckFormat.json : CheckFormat.text;
        here.out()
                .print(
                        switch (wanted) {
                            case text ->
                                text + (here.isOnGithub() ? GithubAnnotations.of(checks, here.directory()) : "");
                            case json -> CheckJson.of(checks);
                            case sarif -> Sarif.of(checks, Version.foreshock(), here.directory());
                            case github -> GithubAnnotations.of(checks, here.directory());
                        });
        here.out().flush();
        boolean isSound = checks.stream().allMatch(Checked::isSound);
        return (isSound ? ExitCode.PASSED : ExitCode.INVALID).number();
    }
}
