package dev.foreshock.faults.internal.heal;

import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.heal.Residue;
import dev.foreshock.faults.undo.Inverse;
import java.util.List;

/** A look at what a run may have left. */
interface Look {
    /** Returns what takes away what is of the run and in no record of it. */
    List<Inverse> strays() throws ControlException;

    /** Returns what is not as it was before the run. */
    List<Residue> differences() throws ControlException;

    /** Returns the command by which a person looks. */
    String byHand();
}
