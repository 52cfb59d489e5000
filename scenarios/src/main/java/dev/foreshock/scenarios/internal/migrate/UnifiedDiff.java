package dev.foreshock.scenarios.internal.migrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The difference of two texts as patch and git write it. Finds the shortest edit script (Myers 1986, An O(ND) Difference
 * Algorithm and Its Variations).
 */
public final class UnifiedDiff {

    private static final int CONTEXT = 3;

    private final String[] before;
    private final String[] after;
    private final boolean[] isGone;
    private final boolean[] isNew;

    private UnifiedDiff(String before, String after) {
        this.before = lines(before);
        this.after = lines(after);
        isGone = new boolean[this.before.length];
        isNew = new boolean[this.after.length];
        compare();
    }

    /** Returns the difference between two versions of the file {@code name}; empty if there is none. */
    public static String of(String name, String before, String after) {
        return before.equals(after) ? "" : new UnifiedDiff(before, after).text(name);
    }

    private static String[] lines(String text) {
        return text.isEmpty() ? new String[0] : text.split("(?<=\n)(?!$)", -1);
    }

    private void compare() {
        List<int[]> trace = new ArrayList<>();
        int most = before.length + after.length;
        int[] furthest = new int[2 * most + 3];
        int middle = most + 1;
        for (int d = 0; d <= most; d++) {
            trace.add(Arrays.copyOfRange(furthest, middle - d - 1, middle + d + 2));
            for (int k = -d; k <= d; k += 2) {
                boolean down = k == -d || (k != d && furthest[middle + k - 1] < furthest[middle + k + 1]);
                int x = down ? furthest[middle + k + 1] : furthest[middle + k - 1] + 1;
                while (x < before.length && x - k < after.length && before[x].equals(after[x - k])) {
                    x++;
                }
                furthest[middle + k] = x;
                if (x >= before.length && x - k >= after.length) {
                    follow(trace, d);
                    return;
                }
            }
        }
    }

    private void follow(List<int[]> trace, int last) {
        int x = before.length;
        int y = after.length;
        for (int d = last; d > 0; d--) {
            int[] furthest = trace.get(d);
            int middle = d + 1;
            int k = x - y;
            boolean down = k == -d || (k != d && furthest[middle + k - 1] < furthest[middle + k + 1]);
            int previous = down ? k + 1 : k - 1;
            x = furthest[middle + previous];
            y = x - previous;
            if (down) {
                isNew[y] = true;
            } else {
                isGone[x] = true;
            }
        }
    }

    private String text(String name) {
        StringBuilder out = new StringBuilder("--- " + name + "\n+++ " + name + "\n");
        int x = 0;
        int y = 0;
        while (x < before.length || y < after.length) {
            if (!isChange(x, y)) {
                x++;
                y++;
                continue;
            }
            int lead = Math.min(CONTEXT, Math.min(x, y));
            Hunk hunk = new Hunk(x - lead, y - lead);
            hunk.keep(lead);
            int same = 0;
            while ((x < before.length || y < after.length) && same <= 2 * CONTEXT) {
                if (isChange(x, y)) {
                    hunk.keep(same);
                    same = 0;
                    if (x < before.length && isGone[x]) {
                        hunk.add('-', before[x++]);
                    } else {
                        hunk.add('+', after[y++]);
                    }
                } else {
                    same++;
                    x++;
                    y++;
                }
            }
            hunk.keep(Math.min(same, CONTEXT));
            out.append(hunk);
        }
        return out.toString();
    }

    private boolean isChange(int x, int y) {
        return (x < before.length && isGone[x]) || (y < after.length && isNew[y]);
    }

    /** A stretch of changes with the lines around them. */
    private final class Hunk {
        private final int x;
        private final int y;
        private final StringBuilder lines = new StringBuilder();
        private int gone;
        private int added;

        Hunk(int x, int y) {
            this.x = x;
            this.y = y;
        }

        void keep(int count) {
            for (int i = 0; i < count; i++) {
                write(' ', before[x + gone]);
                gone++;
                added++;
            }
        }

        void add(char sign, String line) {
            write(sign, line);
            if (sign == '-') {
                gone++;
            } else {
                added++;
            }
        }

        private void write(char sign, String line) {
            lines.append(sign).append(line);
            if (!line.endsWith("\n")) {
                lines.append("\n\\ No newline at end of file\n");
            }
        }

        @Override
        public String toString() {
            return "@@ -" + range(x, gone) + " +" + range(y, added) + " @@\n" + lines;
        }

        private static String range(int start, int count) {
            return (count == 0 ? start : start + 1) + (count == 1 ? "" : "," + count);
        }
    }
}
