package dev.foreshock.reports.internal.layout;

import dev.foreshock.reports.internal.layout.Layout.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** Finds heights at which boxes are near their neighbors and apart from each other. */
final class Heights {
    private static final double BETWEEN_BOXES = 12;
    private static final double BEND = 4;
    private static final int SWEEPS = 12;

    private final List<Size> sizes;
    private final Order order;
    private final Map<Integer, Double> middles = new HashMap<>();

    Heights(List<Size> sizes, Order order) {
        this.sizes = sizes;
        this.order = order;
        order.layers().forEach(layer -> place(layer, node -> 0));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean isBefore = sweep % 2 == 0;
            for (int i = 1; i < order.layers().size(); i++) {
                int layer = isBefore ? i : order.layers().size() - 1 - i;
                place(order.layers().get(layer), node -> wanted(node, isBefore));
            }
        }
    }

    /** Returns the height of the middle of each node; the uppermost box begins at 0. */
    Map<Integer, Double> middles() {
        double top = middles.keySet().stream()
                .mapToDouble(node -> at(node) - high(node) / 2)
                .min()
                .orElse(0);
        middles.replaceAll((node, middle) -> middle - top);
        return middles;
    }

    private double wanted(int node, boolean isBefore) {
        return order.neighbors(node, isBefore).stream()
                .mapToDouble(this::at)
                .average()
                .orElse(at(node));
    }

    private double at(int node) {
        return middles.getOrDefault(node, 0.0);
    }

    /** The mean of two orders that keep the distances, pushed down and pushed up, keeps them too. */
    private void place(List<Integer> layer, IntToDoubleFunction wish) {
        int size = layer.size();
        double[] down = new double[size];
        double[] up = new double[size];
        for (int i = 0; i < size; i++) {
            double wanted = wish.applyAsDouble(layer.get(i));
            down[i] = i == 0 ? wanted : Math.max(wanted, down[i - 1] + apart(layer, i - 1));
        }
        for (int i = size - 1; i >= 0; i--) {
            double wanted = wish.applyAsDouble(layer.get(i));
            up[i] = i == size - 1 ? wanted : Math.min(wanted, up[i + 1] - apart(layer, i));
        }
        for (int i = 0; i < size; i++) {
            middles.put(layer.get(i), (down[i] + up[i]) / 2);
        }
    }

    private double apart(List<Integer> layer, int i) {
        return (high(layer.get(i)) + high(layer.get(i + 1))) / 2 + BETWEEN_BOXES;
    }

    private double high(int node) {
        return node < sizes.size() ? sizes.get(node).height() : BEND;
    }
}
