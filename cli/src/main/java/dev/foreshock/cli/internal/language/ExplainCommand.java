package dev.foreshock.cli.internal.language;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.UsageException;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Diagnostic;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code foreshock explain}: says what a code is about. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Says what an error or warning means, why it matters and how to mend it.",
        footer = {"", "Exit codes: 0 explained, 2 no such code."})
public final class ExplainCommand implements Callable<Integer> {
    private static final int MOST_HINTED = 3;

    private final Surroundings here;

    @Parameters(
            paramLabel = "CODE",
            arity = "0..*",
            completionCandidates = Codes.class,
            description = "A code such as E0201, in any case. Without one, all are listed.")
    private List<String> codes = List.of();

    /** What a shell offers. */
    static final class Codes implements Iterable<String> {
        /** Created by picocli. */
        Codes() {}

        @Override
        public Iterator<String> iterator() {
            return ids().iterator();
        }
    }

    public ExplainCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        String text = codes.isEmpty()
                ? Stream.of(Code.values())
                        .map(code -> code.id() + "  " + code.explanation().title() + "\n")
                        .collect(Collectors.joining())
                : codes.stream()
                        .map(ExplainCommand::find)
                        .distinct()
                        .map(code -> ExplanationText.of(code, here.command()))
                        .collect(Collectors.joining("\n\n"));
        here.out().print(text);
        here.out().flush();
        return ExitCode.PASSED.number();
    }

    private static Code find(String id) {
        return Code.find(id).orElseThrow(() -> {
            String meant = Spelling.meant(id.toUpperCase(Locale.ROOT), ids());
            return new UsageException("a code must be one of those that explain lists, but was " + id
                    + (meant.isEmpty() ? "" : "; " + meant));
        });
    }

    private static List<String> ids() {
        return Stream.of(Code.values()).map(Code::id).toList();
    }

    /** Returns the line that says how to learn more about {@code found}, errors first; empty where there is nothing. */
    static String hint(List<Diagnostic> found, Surroundings here) {
        List<String> ids = found.stream()
                .map(Diagnostic::code)
                .sorted(Comparator.comparing(Code::severity))
                .map(Code::id)
                .distinct()
                .toList();
        return ids.isEmpty()
                ? ""
                : "more: " + here.command() + " explain "
                        + String.join(" ", ids.subList(0, Math.min(MOST_HINTED, ids.size()))) + "\n";
    }
}
