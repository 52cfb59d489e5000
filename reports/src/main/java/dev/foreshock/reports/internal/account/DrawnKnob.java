package dev.foreshock.reports.internal.account;

import dev.foreshock.reports.Given;
import java.util.List;

/**
 * A number that was drawn from its range.
 *
 * @param given its path, value, range, basis and source
 * @param only the measures without which it is not there; empty if the unchanged scenario has it
 */
public record DrawnKnob(Given given, List<String> only) {
    /** Copies the list. */
    public DrawnKnob {
        only = List.copyOf(only);
    }
}
