package dev.foreshock.cli.internal.inject;

import dev.foreshock.engine.describe.Printable;
import dev.foreshock.faults.heal.Healed;
import dev.foreshock.faults.heal.Residue;

/** What became of undoing a run, for people. */
public final class HealedText {
    private HealedText() {}

    /** Returns what was undone. */
    public static String undone(Healed healed) {
        StringBuilder text = new StringBuilder();
        for (String command : healed.undone()) {
            text.append("  undone: ").append(Printable.lines(command)).append('\n');
        }
        for (String warning : healed.warnings()) {
            text.append("  warning: ").append(Printable.lines(warning)).append('\n');
        }
        if (healed.isClean()) {
            text.append("  clean: toxics, proxies and processes of the target are as they were before the run\n");
        }
        return text.toString();
    }

    /**
     * Returns the line above what is left.
     *
     * @param again the command that tries again
     */
    public static String headline(Healed healed, String again) {
        boolean mayBeOurs =
                healed.residues().stream().anyMatch(residue -> !residue.byHand().isEmpty());
        return mayBeOurs
                ? "something injected may still be active; try again with: " + again
                : "what was injected is undone, but not all can be shown to be as it was before";
    }

    /** Returns what may still be broken, each with the command that repairs it; empty if nothing is. */
    public static String left(Healed healed) {
        StringBuilder text = new StringBuilder();
        for (Residue residue : healed.residues()) {
            text.append(residue.byHand().isEmpty() ? "  NOT AS BEFORE: " : "  NOT UNDONE: ")
                    .append(Printable.lines(residue.what()))
                    .append('\n');
            if (!residue.byHand().isEmpty()) {
                text.append("    repair it by hand: ")
                        .append(Printable.lines(residue.byHand()))
                        .append('\n');
            }
        }
        return text.toString();
    }
}
