package dev.foreshock.cli.internal;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.terminal.Surroundings;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code foreshock completion}: prints what a shell needs to complete this command. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Prints a script that teaches a shell to complete commands, options and names.",
        footer = {
            "",
            "In every new shell, where foreshock is on the PATH:",
            "  bash   echo 'source <(${COMMAND-FULL-NAME} bash)' >> ~/.bashrc",
            "  zsh    echo 'source <(${COMMAND-FULL-NAME} zsh)' >> ~/.zshrc",
            "  fish   ${COMMAND-FULL-NAME} fish > ~/.config/fish/completions/foreshock.fish"
        })
final class CompletionCommand implements Callable<Integer> {
    /** Zsh reads completions of bash, once it is told to. */
    private static final String ZSH_START = """
            autoload -U +X compinit && compinit -u
            autoload -U +X bashcompinit && bashcompinit
            """;

    private final Surroundings here;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
    private ShellName shell = ShellName.bash;

    /** A shell; named as on the command line. */
    enum ShellName {
        /** Bash. */
        bash,
        /** Zsh. */
        zsh,
        /** Fish. */
        fish
    }

    CompletionCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        CommandLine root = Objects.requireNonNull(spec).root().commandLine();
        here.out()
                .print(
                        switch (shell) {
                            case bash -> bash(root);
                            case zsh -> ZSH_START + bash(root);
                            case fish -> FishCompletion.of(root.getCommandSpec());
                        });
        here.out().flush();
        return ExitCode.PASSED.number();
    }

    private static String bash(CommandLine root) {
        return AutoComplete.bash(Surroundings.NAME, root);
    }
}
