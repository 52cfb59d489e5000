package dev.foreshock.reports.internal.terminal;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.judge.Judgement;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.reports.internal.text.Markup;
import dev.foreshock.reports.internal.text.Readings;
import java.util.ArrayList;
import java.util.List;

/** The table of claims in two runs: what was observed in each, its verdict, and which verdicts differ. */
public final class ShiftTable {
    private static final String GAP = "  ";
    private static final int COLUMNS = 6;

    private final Clock clock;
    private final Paint paint;
    private final List<String[]> rows = new ArrayList<>();
    private final List<Verdict[]> verdicts = new ArrayList<>();

    private ShiftTable(Clock clock, Paint paint) {
        this.clock = clock;
        this.paint = paint;
    }

    /** Returns its lines; none if nothing is claimed. */
    public static List<String> of(RunSet before, RunSet after, String beforeName, String afterName, Paint paint) {
        ShiftTable table = new ShiftTable(before.scenario().clock(), paint);
        table.add("record", before.record(), after.record());
        table.add("gate", before.gates(), after.gates());
        return table.rows.isEmpty() ? List.of() : table.lines(beforeName, afterName);
    }

    private void add(String group, List<Judgement> before, List<Judgement> after) {
        for (Judgement old : before) {
            after.stream().filter(now -> now.name().equals(old.name())).forEach(now -> {
                rows.add(new String[] {
                    group, Markup.printable(old.name()), observed(old), word(old), observed(now), word(now)
                });
                verdicts.add(new Verdict[] {old.verdict(), now.verdict()});
            });
        }
    }

    private String observed(Judgement judgement) {
        return (Readings.observed(judgement, clock) + " " + Readings.width(judgement)).strip();
    }

    private static String word(Judgement judgement) {
        return judgement.verdict() == Verdict.PASSED
                ? "ok"
                : judgement.verdict().text();
    }

    private List<String> lines(String beforeName, String afterName) {
        String[] head = {"", "", beforeName, "", afterName, ""};
        int[] widths = new int[COLUMNS];
        for (int column = 0; column < COLUMNS; column++) {
            widths[column] = Lines.width(head[column]);
            for (String[] row : rows) {
                widths[column] = Math.max(widths[column], Lines.width(row[column]));
            }
        }
        List<String> lines = new ArrayList<>();
        StringBuilder first = new StringBuilder();
        for (int column = 0; column < COLUMNS; column++) {
            first.append(GAP).append(Lines.fit(head[column], widths[column]));
        }
        lines.add(paint.faint(first.toString().stripTrailing()));
        for (int i = 0; i < rows.size(); i++) {
            lines.add(line(rows.get(i), verdicts.get(i), widths));
        }
        return lines;
    }

    private String line(String[] row, Verdict[] verdict, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < COLUMNS; column++) {
            String fit = Lines.fit(row[column], widths[column]);
            boolean isVerdict = column == 3 || column == 5;
            line.append(GAP).append(isVerdict ? paint.verdict(verdict[column / 4], fit) : fit);
        }
        return verdict[0] == verdict[1] ? line.toString().stripTrailing() : line + GAP + "<- moves";
    }
}
