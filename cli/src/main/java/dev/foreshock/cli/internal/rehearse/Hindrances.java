package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.terminal.Surroundings;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a scenario cannot be rehearsed as it was asked for, as far as that can be known before anything is done: so all of it is said, and
 * before the prediction, which takes its time.
 *
 * @param misfits what scenario and options rule out
 * @param lacks what is missing on this machine, or forbidden there
 */
public record Hindrances(List<String> misfits, List<String> lacks) {
    /** Copies the lists. */
    public Hindrances {
        misfits = List.copyOf(misfits);
        lacks = List.copyOf(lacks);
    }

    public boolean isNone() {
        return misfits.isEmpty() && lacks.isEmpty();
    }

    /** Says all of it, and returns how the command ends: a machine that has everything would not do, either, where something does not fit. */
    public ExitCode told(Surroundings here) {
        List<String> all = new ArrayList<>(misfits);
        all.addAll(lacks);
        if (all.size() == 1) {
            here.err().println("foreshock: " + all.get(0));
        } else {
            here.err().println("foreshock: this cannot be rehearsed, for " + all.size() + " reasons:");
            all.forEach(each -> here.err().println("  - " + each));
        }
        here.err().flush();
        return misfits.isEmpty() ? ExitCode.ABORTED : ExitCode.INVALID;
    }
}
