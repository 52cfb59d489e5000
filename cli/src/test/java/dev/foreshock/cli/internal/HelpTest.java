package dev.foreshock.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.terminal.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code --help} says of every command. */
class HelpTest {
    private static final CommandSpec ROOT =
            Foreshock.commandLine(Surroundings.plain(System.out, System.err)).getCommandSpec();

    private static Stream<CommandSpec> below(CommandSpec command) {
        return Stream.concat(
                Stream.of(command),
                command.subcommands().values().stream()
                        .map(CommandLine::getCommandSpec)
                        .flatMap(HelpTest::below));
    }

    /** A command to copy is no sentence. */
    private static boolean isSentence(String paragraph) {
        return !paragraph.isBlank()
                && !paragraph.startsWith("  ")
                && !paragraph.startsWith("Example: ")
                && !paragraph.startsWith("Start with: ");
    }

    private static List<String> cut(String where, String[] paragraphs) {
        return Stream.of(paragraphs)
                .filter(HelpTest::isSentence)
                .filter(paragraph -> !paragraph.matches("(?s).*[.:?]"))
                .map(paragraph -> where + ": " + paragraph)
                .toList();
    }

    @Test
    void everyParagraphEndsWithItsSentence() {
        List<String> cut = new ArrayList<>();
        List<String> without = new ArrayList<>();
        below(ROOT).forEach(command -> {
            String name = command.qualifiedName();
            cut.addAll(cut(name, command.usageMessage().description()));
            cut.addAll(cut(name, command.usageMessage().footer()));
            for (ArgSpec argument : command.args()) {
                String[] said = argument.description();
                cut.addAll(cut(name + " " + argument, said));
                if (!argument.hidden() && String.join("", said).isBlank()) {
                    without.add(name + " " + argument);
                }
            }
        });
        assertThat(below(ROOT)).hasSizeGreaterThan(20);
        assertThat(cut)
                .as("a line is broken where there is no room, not in the middle of what is said")
                .isEmpty();
        assertThat(without).as("without a description").isEmpty();
    }

    @Test
    void nothingIsLeftToBeFilledInAndEveryLineFits() {
        below(ROOT).forEach(command -> {
            String help = command.commandLine().getUsageMessage();
            assertThat(help).as(command.qualifiedName()).doesNotContain("${", "%%", "null");
            assertThat(help.lines().filter(line -> !line.startsWith("  ") && !line.contains("--trigger")))
                    .as(command.qualifiedName())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        });
    }
}
