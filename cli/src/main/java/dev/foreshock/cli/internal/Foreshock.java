package dev.foreshock.cli.internal;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.calibrate.CalibrateCommand;
import dev.foreshock.cli.internal.inject.InjectCommand;
import dev.foreshock.cli.internal.inject.TargetCommand;
import dev.foreshock.cli.internal.inject.TargetInitCommand;
import dev.foreshock.cli.internal.inject.ToxiproxyCommand;
import dev.foreshock.cli.internal.language.CheckCommand;
import dev.foreshock.cli.internal.language.ExplainCommand;
import dev.foreshock.cli.internal.language.InitCommand;
import dev.foreshock.cli.internal.language.ScenariosCommand;
import dev.foreshock.cli.internal.language.SchemaCommand;
import dev.foreshock.cli.internal.language.ShowCommand;
import dev.foreshock.cli.internal.migrate.MigrateCommand;
import dev.foreshock.cli.internal.options.WholeNumbers;
import dev.foreshock.cli.internal.rehearse.RehearseCommand;
import dev.foreshock.cli.internal.run.ReportCommand;
import dev.foreshock.cli.internal.run.RunCommand;
import dev.foreshock.cli.internal.terminal.ColorMode;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.UsageException;
import dev.foreshock.cli.internal.terminal.Version;
import dev.foreshock.cli.internal.undo.HealCommand;
import dev.foreshock.cli.internal.undo.StopCommand;
import dev.foreshock.cli.internal.whatif.CompareCommand;
import dev.foreshock.cli.internal.whatif.LimitCommand;
import dev.foreshock.cli.internal.whatif.VulnerabilityCommand;
import dev.foreshock.cli.internal.whatif.WhyCommand;
import dev.foreshock.engine.describe.Printable;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The foreshock command: finds the command that is meant, and turns whatever happens into an exit code. */
@Command(
        name = Surroundings.NAME,
        description =
                "Rehearses outages: simulates a system, its traffic and an incident, and says what breaks and why.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Start with:  ${ROOT-COMMAND-NAME} run viral-promo-surge"})
public final class Foreshock implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    /** Created by {@link #run}. */
    private Foreshock() {}

    /** Runs the command and returns its exit code. Nothing is thrown. */
    public static int run(String[] args, Surroundings here) {
        try {
            return commandLine(here).execute(args);
        } catch (RuntimeException | Error e) {
            return Bug.report(e, here).number();
        }
    }

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        command.usage(command.getErr());
        return ExitCode.USAGE.number();
    }

    private static CommandLine commandLine(Surroundings here) {
        PrintWriter out = new PrintWriter(here.out(), true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(here.err(), true, StandardCharsets.UTF_8);
        Ansi ansi = here.wantsColor(ColorMode.auto) ? Ansi.ON : Ansi.OFF;
        CommandLine command = new CommandLine(new Foreshock())
                .addSubcommand(new RunCommand(here))
                .addSubcommand(new CompareCommand(here))
                .addSubcommand(new WhyCommand(here))
                .addSubcommand(new LimitCommand(here))
                .addSubcommand(new VulnerabilityCommand(here))
                .addSubcommand(new ReportCommand(here))
                .addSubcommand(new CheckCommand(here))
                .addSubcommand(new ScenariosCommand(here))
                .addSubcommand(new MigrateCommand(here))
                .addSubcommand(new InitCommand(here))
                .addSubcommand(new ShowCommand(here))
                .addSubcommand(new ExplainCommand(here))
                .addSubcommand(new SchemaCommand(here))
                .addSubcommand(new ToxiproxyCommand(here))
                .addSubcommand(new RehearseCommand(here))
                .addSubcommand(new CalibrateCommand(here))
                .addSubcommand(new InjectCommand(here))
                .addSubcommand(new StopCommand(here))
                .addSubcommand(new HealCommand(here))
                .addSubcommand(new CommandLine(new TargetCommand()).addSubcommand(new TargetInitCommand(here)))
                .addSubcommand(new CompletionCommand(here));
        return WholeNumbers.readBy(command)
                .setCommandName(here.command())
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(100)
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
                .setParameterExceptionHandler((e, arguments) -> usage(e))
                .setExecutionExceptionHandler((e, wrongly, parsed) -> {
                    if (e instanceof UsageException wrong) {
                        return usage(new ParameterException(wrongly, wrong.getMessage()));
                    }
                    return Bug.report(e, here).number();
                });
    }

    private static int usage(ParameterException e) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("foreshock: " + Printable.lines(String.valueOf(e.getMessage())));
        if (!UnmatchedArgumentException.printSuggestions(e, err)) {
            err.println("try: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        err.flush();
        return ExitCode.USAGE.number();
    }
}
