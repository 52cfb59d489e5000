package dev.foreshock.engine.internal.limit;

import java.util.List;

/**
 * What one run came to.
 *
 * @param factor the factor on the traffic
 * @param fails the gates that do not hold, or the word impact; empty if everything holds
 * @param evidence what it shows of limits
 */
record Trial(double factor, List<String> fails, Evidence evidence) {
    Trial {
        fails = List.copyOf(fails);
    }

    boolean holds() {
        return fails.isEmpty();
    }
}
