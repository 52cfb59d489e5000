package dev.foreshock.engine.compare;

import java.util.List;

/**
 * Where a verdict flips that no single knob flips: several knobs go from the values that the file gives towards those ends of their
 * ranges that speak against it, all by the same part of their way.
 *
 * @param contender the name of the contender whose verdict it is
 * @param holdsAsWritten whether all gates hold with the values that the file gives
 * @param moves what each knob does, the most important first
 * @param isFound whether the verdict flips on the way; if not, it is the same with all of them at their ends
 */
public record FlipTogether(String contender, boolean holdsAsWritten, List<Move> moves, boolean isFound) {
    /**
     * What one knob does.
     *
     * @param knob the path of the knob
     * @param is the value that the file gives, as files write it
     * @param at its last value found at which the gates hold, as files write it; the end of its way if the verdict does not flip
     */
    public record Move(String knob, String is, String at) {}

    /** Copies the list. */
    public FlipTogether {
        moves = List.copyOf(moves);
    }
}
