package dev.foreshock.cli.internal.undo;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.files.StateDirectory;
import dev.foreshock.cli.internal.inject.HealedText;
import dev.foreshock.cli.internal.rehearse.TwinRoom;
import dev.foreshock.cli.internal.rehearse.TwinRooms;
import dev.foreshock.cli.internal.terminal.DiskWords;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.UsageException;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.faults.control.ToxiproxyControl;
import dev.foreshock.faults.heal.Healed;
import dev.foreshock.faults.heal.Healing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code foreshock heal}: undoes what runs on real systems left when they were killed. */
@Command(
        name = "heal",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Undoes what runs on real systems left behind, from their journals, and looks whether the servers are as they",
            "were before. May be repeated. Without names: every run that is not finished."
        },
        footer = {
            "",
            "Exit codes: 0 every server is as it was before, 7 something injected may still be active (what, and the",
            "command that repairs it, is printed last), 2 wrong usage."
        })
public final class HealCommand implements Callable<Integer> {
    private final Surroundings here;

    @Parameters(paramLabel = "RUN", arity = "0..*", description = "Names of runs, as a journal's file has it.")
    private List<String> runs = List.of();

    @Mixin
    private StateDirectory state = new StateDirectory();

    @Option(
            names = "--accept",
            paramLabel = "REASON",
            description = {
                "Finish the named runs on your word, without a look at any server: for servers that are gone for good.",
                "The reason is kept in the journal."
            })
    private @Nullable String accepted;

    public HealCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        here.interrupts().mendsWhatIsBroken();
        Path directory = state.in(here);
        Healing healing = Healing.in(directory, ToxiproxyControl.USUAL_PATIENCE);
        try {
            requireKnown(healing.unfinished(), directory);
            if (accepted != null) {
                return accept(healing, accepted).number();
            }
            // First: what was injected into a twin ends with it, and nothing of it is left to be undone.
            ExitCode twins = endTwins(directory);
            List<String> wanted = new ArrayList<>(healing.unfinished());
            if (!runs.isEmpty()) {
                wanted.retainAll(runs);
            }
            if (wanted.isEmpty()) {
                here.out()
                        .println(
                                runs.isEmpty()
                                        ? "nothing to heal: no run in " + directory + " is unfinished"
                                        : "nothing more to heal: what " + String.join(", ", runs)
                                                + " was injected into has ended");
                here.out().flush();
            }
            ExitCode code = heal(healing, wanted).or(twins);
            healing.forgetFinished();
            return code.number();
        } catch (IOException e) {
            here.err().println("foreshock: the journals in " + directory + " cannot be read: " + e.getMessage());
            return ExitCode.ROLLBACK_INCOMPLETE.number();
        }
    }

    /** What a rehearsal left that was killed is nobody's any more. */
    private ExitCode endTwins(Path directory) {
        try {
            return TwinRoom.all(directory).isEmpty() ? ExitCode.PASSED : new TwinRooms(here, directory).down();
        } catch (IOException e) {
            here.err().println("foreshock: " + directory + " cannot be read: " + DiskWords.of(e));
            return ExitCode.ROLLBACK_INCOMPLETE;
        }
    }

    private void requireKnown(List<String> unfinished, Path directory) {
        for (String run : runs) {
            if (!unfinished.contains(run)) {
                String hint = unfinished.isEmpty() ? "none is" : Spelling.hint(run, "runs", new TreeSet<>(unfinished));
                throw new UsageException(
                        "RUN must be unfinished in " + directory + ", but there is no such " + run + "; " + hint);
            }
        }
    }

    private ExitCode heal(Healing healing, List<String> wanted) {
        StringBuilder left = new StringBuilder();
        for (String run : wanted) {
            try {
                Optional<Healed> healed = healing.heal(run);
                if (healed.isEmpty()) {
                    left.append("run ")
                            .append(run)
                            .append(" is alive, or is being healed: stop it with Ctrl-C where it runs\n");
                } else {
                    here.out().print("run " + run + "\n" + HealedText.undone(healed.get()));
                    here.out().flush();
                    String residues = HealedText.left(healed.get());
                    left.append(residues.isEmpty() ? "" : "run " + run + "\n" + residues);
                }
            } catch (IOException e) {
                left.append("run ")
                        .append(run)
                        .append(": its journal cannot be read: ")
                        .append(e.getMessage())
                        .append('\n');
            }
        }
        if (left.isEmpty()) {
            return ExitCode.PASSED;
        }
        here.err().print("foreshock: something injected may still be active\n" + left);
        here.err().flush();
        return ExitCode.ROLLBACK_INCOMPLETE;
    }

    private ExitCode accept(Healing healing, String reason) {
        if (runs.isEmpty() || reason.isBlank()) {
            throw new UsageException("--accept must have a reason and the names of the runs that it is about");
        }
        ExitCode code = ExitCode.PASSED;
        for (String run : runs) {
            try {
                if (healing.accept(run, reason)) {
                    here.out().println("run " + run + " is finished on your word");
                } else {
                    here.err().println("foreshock: run " + run + " is alive, or is being healed: it was left alone");
                    code = ExitCode.ROLLBACK_INCOMPLETE;
                }
            } catch (IOException e) {
                here.err().println("foreshock: the journal of run " + run + " cannot be written: " + e.getMessage());
                code = ExitCode.ROLLBACK_INCOMPLETE;
            }
        }
        here.out().flush();
        return code;
    }
}
