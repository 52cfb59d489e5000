package dev.foreshock.reports;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.reports.internal.terminal.Paint;
import dev.foreshock.reports.internal.terminal.ShiftTable;
import java.util.List;

/** Sets the verdicts of two runs of one scenario side by side: equal claims, equal seed, another meaning of words. */
public final class VerdictShift {
    private VerdictShift() {}

    /**
     * Returns a table of all claims, as lines.
     *
     * @param before the runs before
     * @param after the runs after
     * @param beforeName what to call those before
     * @param afterName what to call those after
     * @param colored whether to use ANSI colors
     */
    public static List<String> tell(RunSet before, RunSet after, String beforeName, String afterName, boolean colored) {
        return ShiftTable.of(before, after, beforeName, afterName, colored ? Paint.COLORED : Paint.PLAIN);
    }

    /** Returns how many claims got another verdict. */
    public static int moved(RunSet before, RunSet after) {
        return moved(before.record(), after.record()) + moved(before.gates(), after.gates());
    }

    private static int moved(List<Judgement> before, List<Judgement> after) {
        return (int) before.stream()
                .filter(old ->
                        after.stream().anyMatch(now -> now.name().equals(old.name()) && now.verdict() != old.verdict()))
                .count();
    }
}
