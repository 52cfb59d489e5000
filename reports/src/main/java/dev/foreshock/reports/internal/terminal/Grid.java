package dev.foreshock.reports.internal.terminal;

import dev.foreshock.reports.Page;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A table that fits a width: where a row is too wide, columns move to a line below it, each cell with the name of its column.
 * Mutable.
 */
final class Grid {
    private static final String GAP = "  ";
    private static final String BELOW = "    ";
    private static final String BETWEEN = " · ";

    private final String[] head;
    private final String indent;
    private final List<Row> rows = new ArrayList<>();

    /** A row: its cells, none where it is a title, how each is painted, and lines that belong below it. */
    private record Row(List<String> cells, List<UnaryOperator<String>> paints, List<String> notes) {
        boolean isTitle() {
            return cells.isEmpty();
        }
    }

    Grid(String indent, String... head) {
        this.indent = indent;
        this.head = head;
    }

    /** Adds a row whose cell in {@code painted} is shown as {@code paint} makes it. */
    void row(int painted, UnaryOperator<String> paint, List<String> notes, String... cells) {
        List<UnaryOperator<String>> paints = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            paints.add(i == painted ? paint : UnaryOperator.identity());
        }
        rows.add(new Row(List.of(cells), paints, List.copyOf(notes)));
    }

    void row(String... cells) {
        row(-1, UnaryOperator.identity(), List.of(), cells);
    }

    /** Adds a line of its own: what the rows after it are about. */
    void title(String text) {
        rows.add(new Row(List.of(), List.of(), List.of(text)));
    }

    /** Tells whether each row fits on a line, so that no column has to move. */
    boolean fits(int width) {
        return total(widths(), Set.of()) <= width;
    }

    /**
     * Returns a table without colors and the empty line behind it.
     *
     * @param rows its rows, the first with the names of the columns
     * @param remark the column that moves below first where the page is too narrow, before the second one
     */
    static List<String> section(List<String[]> rows, Page page, int remark) {
        Grid grid = new Grid("", rows.get(0));
        rows.stream().skip(1).forEach(grid::row);
        List<String> lines = new ArrayList<>(grid.lines(Paint.PLAIN, page.width(), remark, 1));
        lines.add("");
        return lines;
    }

    /**
     * Returns the lines, the first with the names of the columns.
     *
     * @param spilled the columns that may move below, the first to do so first
     */
    List<String> lines(Paint paint, int width, int... spilled) {
        int[] widths = widths();
        Set<Integer> below = new LinkedHashSet<>();
        for (int i = 0; i < spilled.length && total(widths, below) > width; i++) {
            below.add(spilled[i]);
        }
        List<String> lines = new ArrayList<>();
        lines.add(paint.faint(line(List.of(head), widths, below, List.of())));
        for (Row row : rows) {
            if (!row.isTitle()) {
                Lines.within(line(row.cells(), widths, below, row.paints()), width)
                        .forEach(lines::add);
                below(row, below, width).forEach(lines::add);
            }
            lines.addAll(row.notes());
        }
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[head.length];
        for (int column = 0; column < head.length; column++) {
            widths[column] = Lines.width(head[column]);
            for (Row row : rows) {
                int cell = row.isTitle() ? 0 : Lines.width(row.cells().get(column));
                widths[column] = Math.max(widths[column], cell);
            }
        }
        return widths;
    }

    private int total(int[] widths, Set<Integer> below) {
        int total = indent.length() - GAP.length();
        for (int column = 0; column < widths.length; column++) {
            total += below.contains(column) || widths[column] == 0 ? 0 : widths[column] + GAP.length();
        }
        return total;
    }

    private String line(List<String> cells, int[] widths, Set<Integer> below, List<UnaryOperator<String>> paints) {
        StringBuilder line = new StringBuilder(indent);
        boolean isFirst = true;
        int last = cells.size() - 1;
        while (last > 0 && below.contains(last)) {
            last--;
        }
        for (int column = 0; column <= last; column++) {
            if (!below.contains(column)) {
                String cell = column == last ? cells.get(column) : Lines.fit(cells.get(column), widths[column]);
                line.append(isFirst ? "" : GAP)
                        .append(paints.isEmpty() ? cell : paints.get(column).apply(cell));
                isFirst = false;
            }
        }
        return line.toString().stripTrailing();
    }

    private List<String> below(Row row, Set<Integer> below, int width) {
        List<String> parts = new ArrayList<>();
        for (int column = 0; column < head.length; column++) {
            String cell = row.cells().get(column);
            if (below.contains(column) && !cell.isEmpty() && !cell.equals("-")) {
                parts.add((head[column].isEmpty() ? "" : head[column] + " ") + cell);
            }
        }
        String start = indent + BELOW;
        return parts.isEmpty()
                ? List.of()
                : Lines.joined(parts, BETWEEN, width - start.length()).stream()
                        .flatMap(line -> Lines.within(start + line, width).stream())
                        .toList();
    }
}
