package dev.foreshock.faults.heal;

import java.util.List;

/**
 * What became of undoing a run.
 *
 * @param run the run
 * @param undone what undid its changes, each as the command that would have done it by hand, in the order it was done
 * @param residues what may still be broken; empty for a clean state, which was looked at
 * @param warnings what is wrong with the journal
 */
public record Healed(String run, List<String> undone, List<Residue> residues, List<String> warnings) {
    /** Copies the lists. */
    public Healed {
        undone = List.copyOf(undone);
        warnings = List.copyOf(warnings);
        residues = List.copyOf(residues);
    }

    /** Tells whether the servers are as they were before the run. */
    public boolean isClean() {
        return residues.isEmpty();
    }
}
