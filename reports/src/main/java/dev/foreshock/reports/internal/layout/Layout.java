package dev.foreshock.reports.internal.layout;

import dev.foreshock.reports.internal.layout.Layers.Arrow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The places of boxes and lines.
 *
 * @param boxes the place of each node, in the order in which they were given
 * @param lines the lines between them, one for each pair that was given but for those from a node to itself
 * @param width the width of all
 * @param height the height of all
 * @param layers how many layers there are
 */
public record Layout(List<Box> boxes, List<Line> lines, double width, double height, int layers) {
    private static final double BETWEEN_LAYERS = 46;

    /** Copies the lists. */
    public Layout {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    /**
     * The size of a box.
     *
     * @param width its width
     * @param height its height
     */
    public record Size(double width, double height) {}

    /**
     * The place of a box.
     *
     * @param x its left edge
     * @param y its upper edge
     * @param width its width
     * @param height its height
     */
    public record Box(double x, double y, double width, double height) {
        /** Returns the height of its middle. */
        public double middle() {
            return y + height / 2;
        }
    }

    /**
     * A line from the right edge of a box to the left edge of one further right.
     *
     * @param from the node that it begins at
     * @param to the node that it ends at
     * @param isTurned whether its head is at its left end: it closes a cycle
     * @param turns the places of the layers that it passes between boxes, as boxes without a height
     */
    public record Line(int from, int to, boolean isTurned, List<Box> turns) {
        /** Copies the list. */
        public Line {
            turns = List.copyOf(turns);
        }
    }

    /** Places boxes of these sizes, with lines between these pairs of from and to. */
    public static Layout of(List<Size> sizes, List<int[]> pairs) {
        Layers layers = Layers.of(sizes.size(), pairs);
        Order order = new Order(layers);
        Map<Integer, Double> middles = new Heights(sizes, order).middles();
        Map<Integer, Box> boxes = new HashMap<>();
        double left = 0;
        double bottom = 0;
        for (List<Integer> layer : order.layers()) {
            double wide = layer.stream()
                    .filter(node -> node < sizes.size())
                    .mapToDouble(node -> sizes.get(node).width())
                    .max()
                    .orElse(0);
            for (int node : layer) {
                double high = node < sizes.size() ? sizes.get(node).height() : 0;
                Box box = new Box(left, middles.getOrDefault(node, 0.0) - high / 2, wide, high);
                bottom = Math.max(bottom, box.y() + high);
                boxes.put(node, box);
            }
            left += wide + BETWEEN_LAYERS;
        }
        List<Box> placed = new ArrayList<>();
        for (int node = 0; node < sizes.size(); node++) {
            placed.add(at(boxes, node));
        }
        return new Layout(
                placed, lines(layers, order, boxes), Math.max(0, left - BETWEEN_LAYERS), bottom, layers.count());
    }

    private static List<Line> lines(Layers layers, Order order, Map<Integer, Box> boxes) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < layers.arrows().size(); i++) {
            Arrow arrow = layers.arrows().get(i);
            List<Integer> chain = order.chains().get(i);
            lines.add(new Line(
                    arrow.isTurned() ? arrow.high() : arrow.low(),
                    arrow.isTurned() ? arrow.low() : arrow.high(),
                    arrow.isTurned(),
                    chain.subList(1, chain.size() - 1).stream()
                            .map(node -> at(boxes, node))
                            .toList()));
        }
        return lines;
    }

    private static Box at(Map<Integer, Box> boxes, int node) {
        return boxes.getOrDefault(node, new Box(0, 0, 0, 0));
    }
}
