package dev.foreshock.reports.internal.html;

import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.Part;
import dev.foreshock.reports.internal.layout.Layout;
import dev.foreshock.reports.internal.layout.Layout.Box;
import dev.foreshock.reports.internal.layout.Layout.Line;
import dev.foreshock.reports.internal.layout.Layout.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who calls whom: users on the left, lines to what they call, and a sign on what broke. */
final class TopologyChart {
    private static final double EDGE = 8;
    private static final double FOOT = 40;
    private static final double LETTER = 6.9;
    private static final double LEAST_WIDTH = 64;
    private static final double PADDING = 24;
    private static final double HEIGHT = 34;
    private static final double SIGN = 18;

    private final Roles roles;
    private final List<Part> parts;
    private final Set<String> paths;
    private final Layout layout;
    private final TopologyWords words;

    private TopologyChart(Roles roles) {
        this.roles = roles;
        parts = roles.parts();
        paths = roles.first().isEmpty() ? Set.of() : roles.callers(roles.first());
        layout = Layout.of(parts.stream().map(this::size).toList(), pairs());
        words = new TopologyWords(roles, layout.layers(), layout.lines().size());
    }

    /** Returns the figure; none where a file does not say who calls whom. */
    static List<Figure> of(Account runs) {
        return runs.topology().isEmpty() ? List.of() : List.of(new TopologyChart(Roles.of(runs)).figure());
    }

    private Figure figure() {
        String sentence = words.sentence();
        return new Figure("Who calls whom", sentence, draw(sentence), words.table());
    }

    private Size size(Part part) {
        List<String> fates = roles.fates(part.name());
        double letters = DottedName.of(part.name()).length();
        for (String fate : fates) {
            letters = Math.max(letters, fate.length() + 2);
        }
        return new Size(Math.max(LEAST_WIDTH, letters * LETTER + PADDING), HEIGHT + SIGN * fates.size());
    }

    private List<int[]> pairs() {
        Map<String, Integer> numbers = new HashMap<>();
        parts.forEach(part -> numbers.put(part.name(), numbers.size()));
        List<int[]> pairs = new ArrayList<>();
        for (int from = 0; from < parts.size(); from++) {
            for (String callee : parts.get(from).calls()) {
                Integer to = numbers.get(callee);
                if (to != null) {
                    pairs.add(new int[] {from, to});
                }
            }
        }
        return pairs;
    }

    private String draw(String label) {
        double width = Math.max(TimeAxis.WIDTH, layout.width() + 2 * EDGE);
        double left = (width - layout.width()) / 2;
        Svg svg = new Svg(width, layout.height() + 2 * EDGE + FOOT, label);
        layout.lines().stream().filter(line -> !isOnPath(line)).forEach(line -> line(svg, line, left));
        layout.lines().stream().filter(this::isOnPath).forEach(line -> line(svg, line, left));
        for (int i = 0; i < parts.size(); i++) {
            part(svg, parts.get(i), moved(layout.boxes().get(i), left));
        }
        svg.text(EDGE, layout.height() + 2 * EDGE + 24, "start", Ink.FAINT, words.legend());
        return svg.toString();
    }

    private boolean isOnPath(Line line) {
        return paths.contains(parts.get(line.from()).name())
                && paths.contains(parts.get(line.to()).name());
    }

    private static Box moved(Box box, double left) {
        return new Box(box.x() + left, box.y() + EDGE, box.width(), box.height());
    }

    private void line(Svg svg, Line line, double left) {
        Ink ink = line.isTurned() ? Ink.CALL_BACK : isOnPath(line) ? Ink.CALL_PATH : Ink.CALL;
        Box low = moved(layout.boxes().get(line.isTurned() ? line.to() : line.from()), left);
        Box high = moved(layout.boxes().get(line.isTurned() ? line.from() : line.to()), left);
        double x = low.x() + low.width();
        double y = low.middle();
        StringBuilder path = new StringBuilder("M" + Svg.n(x) + " " + Svg.n(y));
        for (Box turn : line.turns()) {
            Box at = moved(turn, left);
            curve(path, x, y, at.x(), at.middle());
            x = at.x() + at.width();
            y = at.middle();
            path.append('H').append(Svg.n(x));
        }
        curve(path, x, y, high.x(), high.middle());
        svg.path(path.toString(), ink);
        String title =
                parts.get(line.from()).name() + " calls " + parts.get(line.to()).name();
        String head = line.isTurned()
                ? "M" + Svg.n(low.x() + low.width()) + " " + Svg.n(low.middle()) + "l7-4v8z"
                : "M" + Svg.n(high.x()) + " " + Svg.n(high.middle()) + "l-7-4v8z";
        svg.shape(head, ink, title);
    }

    private static void curve(StringBuilder path, double x1, double y1, double x2, double y2) {
        double middle = (x1 + x2) / 2;
        path.append('C');
        for (double place : new double[] {middle, y1, middle, y2, x2}) {
            path.append(Svg.n(place)).append(' ');
        }
        path.append(Svg.n(y2));
    }

    private void part(Svg svg, Part part, Box box) {
        List<String> fates = roles.fates(part.name());
        boolean isFirst = part.name().equals(roles.first());
        Ink frame = isFirst ? Ink.BROKEN : part.kind().equals("opaque") ? Ink.UNKNOWN : Ink.FRAME;
        String outline = PartShape.path(part.kind(), box);
        svg.shape(outline, fates.isEmpty() ? Ink.PLATE : Ink.IMPACT, part.name() + ", " + part.kind());
        svg.path(outline, frame);
        double middle = box.x() + box.width() / 2;
        DottedName.of(part.name()).draw(svg, middle, box.y() + HEIGHT / 2, "middle");
        double y = box.y() + HEIGHT + 8;
        for (String fate : fates) {
            double start = middle - (fate.length() * LETTER + 14) / 2;
            String at = "M" + Svg.n(start) + " " + Svg.n(y - 2);
            if (isFirst && fate.equals(fates.get(0))) {
                svg.shape(at + "m5-6l6 11h-12z", Ink.BROKEN, fate);
            } else {
                svg.path(at + "m1-4l8 8m0-8l-8 8", Ink.BROKEN);
            }
            svg.text(start + 14, y + 2, "start", Ink.TEXT, fate);
            y += SIGN;
        }
    }
}
