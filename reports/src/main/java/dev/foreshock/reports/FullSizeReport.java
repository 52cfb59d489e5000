package dev.foreshock.reports;

import dev.foreshock.engine.sample.Gap;
import dev.foreshock.reports.internal.figure.FullSize;

/** Writes for people what a scale changes. */
public final class FullSizeReport {
    private FullSizeReport() {}

    /** Returns one difference: {@code users.affected is 79.0 % in place of 70.1 % (chance: 1.1 pt)}. */
    public static String gap(Gap gap) {
        return FullSize.gap(gap);
    }
}
