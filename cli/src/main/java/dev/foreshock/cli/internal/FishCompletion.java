package dev.foreshock.cli.internal;

import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.terminal.Surroundings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes a completion script for fish from the description of the command line. */
final class FishCompletion {
    /** Fish has functions of its own for this, but they take the {@code check} of {@code schema check} for a command. */
    private static final String START = """
            # Completes foreshock in fish; written by: foreshock completion fish
            function __foreshock_starts
                test (count (commandline -opc)) -eq 1
            end
            function __foreshock_runs
                set -l words (commandline -opc)
                test (count $words) -gt 1; and test $words[2] = $argv[1]
            end
            """;

    private static final String AT_START = "__foreshock_starts";

    private final List<String> lines = new ArrayList<>();

    private FishCompletion() {}

    static String of(CommandSpec root) {
        FishCompletion script = new FishCompletion();
        script.options(root, AT_START);
        root.subcommands().forEach((name, command) -> script.subcommand(name, command.getCommandSpec()));
        return START + String.join("\n", script.lines) + "\n";
    }

    private void subcommand(String name, CommandSpec command) {
        add(AT_START, "-f -a " + name, first(command.usageMessage().description()));
        String here = "__foreshock_runs " + name;
        options(command, here);
        command.subcommands().forEach((inner, line) -> {
            CommandSpec spec = line.getCommandSpec();
            add(here, "-f -a " + inner, first(spec.usageMessage().description()));
            options(spec, here);
        });
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            String values = values(parameter);
            // Where a scenario is wanted, a file will do too.
            boolean orFile = parameter.paramLabel().equals(Target.LABEL);
            if (!values.isEmpty()) {
                add(here, (orFile ? "" : "-f ") + "-a " + values, "");
            }
        }
    }

    private void options(CommandSpec command, String condition) {
        for (OptionSpec option : command.options()) {
            StringBuilder line = new StringBuilder();
            for (String name : option.names()) {
                line.append(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                        .append(' ');
            }
            if (option.arity().max() > 0) {
                String values = values(option);
                line.append(isPath(option) ? "-r" : values.isEmpty() ? "-x" : "-x -a " + values);
            }
            add(condition, line.toString().strip(), first(option.description()));
        }
    }

    private static boolean isPath(ArgSpec argument) {
        return argument.type() == java.nio.file.Path.class;
    }

    private void add(String condition, String what, String description) {
        lines.add("complete -c " + Surroundings.NAME + " -n " + quoted(condition) + " " + what
                + (description.isEmpty() ? "" : " -d " + quoted(description)));
    }

    /** Returns the words that can stand here, as one word for fish; empty where any can. */
    private static String values(ArgSpec argument) {
        Iterable<String> candidates = argument.completionCandidates();
        return candidates == null ? "" : quoted(String.join(" ", candidates)).replace("''", "");
    }

    /** Returns the first sentence. */
    private static String first(String[] description) {
        String text = String.join(" ", description);
        int end = text.indexOf(". ");
        int variable = text.indexOf(" ${");
        String sentence = end < 0 ? text : text.substring(0, end + 1);
        return variable >= 0 && variable < sentence.length() ? sentence.substring(0, variable) : sentence;
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
