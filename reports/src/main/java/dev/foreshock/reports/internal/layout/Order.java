package dev.foreshock.reports.internal.layout;

import dev.foreshock.reports.internal.layout.Layers.Arrow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of the nodes within each layer. An arrow over several layers takes a place in each between: a bend, which is a
 * node with a number from {@code nodes} on. Crossings are reduced by the barycenter method of Sugiyama, Tagawa and Toda
 * (IEEE Trans. SMC 11, 1981): in sweeps back and forth every node goes to the mean place of its neighbors.
 */
final class Order {
    private static final int SWEEPS = 24;

    private final List<int[]> links = new ArrayList<>();
    private final List<List<Integer>> chains = new ArrayList<>();
    private final Map<Integer, List<Integer>> before = new HashMap<>();
    private final Map<Integer, List<Integer>> after = new HashMap<>();
    private List<List<Integer>> layers = new ArrayList<>();

    Order(Layers given) {
        for (int layer = 0; layer < given.count(); layer++) {
            layers.add(new ArrayList<>());
        }
        for (int node = 0; node < given.of().size(); node++) {
            layers.get(given.of().get(node)).add(node);
        }
        int next = given.of().size();
        for (Arrow arrow : given.arrows()) {
            List<Integer> chain = new ArrayList<>();
            chain.add(arrow.low());
            for (int layer = given.of().get(arrow.low()) + 1; layer < given.of().get(arrow.high()); layer++) {
                layers.get(layer).add(next);
                chain.add(next++);
            }
            chain.add(arrow.high());
            chains.add(chain);
            for (int i = 1; i < chain.size(); i++) {
                link(chain.get(i - 1), chain.get(i));
            }
        }
        reduceCrossings();
    }

    private void link(int low, int high) {
        links.add(new int[] {low, high});
        after.computeIfAbsent(low, key -> new ArrayList<>()).add(high);
        before.computeIfAbsent(high, key -> new ArrayList<>()).add(low);
    }

    /** Returns the nodes of each layer, in order. */
    List<List<Integer>> layers() {
        return layers;
    }

    /** Returns the nodes that each arrow goes through, from its lower end to its higher. */
    List<List<Integer>> chains() {
        return chains;
    }

    /** Returns the neighbors of a node in the layer before, or in the one after. */
    List<Integer> neighbors(int node, boolean isBefore) {
        return (isBefore ? before : after).getOrDefault(node, List.of());
    }

    private void reduceCrossings() {
        List<List<Integer>> best = layers;
        long least = crossings();
        for (int sweep = 0; sweep < SWEEPS && least > 0; sweep++) {
            boolean forward = sweep % 2 == 0;
            layers = new ArrayList<>(layers);
            for (int i = 1; i < layers.size(); i++) {
                int layer = forward ? i : layers.size() - 1 - i;
                layers.set(layer, sorted(layers.get(layer), forward));
            }
            long now = crossings();
            if (now < least) {
                least = now;
                best = layers;
            }
        }
        layers = best;
    }

    private List<Integer> sorted(List<Integer> layer, boolean isBefore) {
        Map<Integer, Integer> places = places();
        Map<Integer, Double> means = new HashMap<>();
        for (int node : layer) {
            means.put(
                    node,
                    neighbors(node, isBefore).stream()
                            .mapToInt(other -> places.getOrDefault(other, 0))
                            .average()
                            .orElse(places.getOrDefault(node, 0)));
        }
        List<Integer> sorted = new ArrayList<>(layer);
        sorted.sort(Comparator.comparing(node -> means.getOrDefault(node, 0.0)));
        return sorted;
    }

    private Map<Integer, Integer> places() {
        Map<Integer, Integer> places = new HashMap<>();
        for (List<Integer> layer : layers) {
            for (int i = 0; i < layer.size(); i++) {
                places.put(layer.get(i), i);
            }
        }
        return places;
    }

    /** Returns how many pairs of lines cross. */
    long crossings() {
        Map<Integer, Integer> places = places();
        long crossings = 0;
        for (List<Integer> layer : layers) {
            List<int[]> lines = new ArrayList<>();
            for (int node : layer) {
                for (int other : neighbors(node, false)) {
                    lines.add(new int[] {places.getOrDefault(node, 0), places.getOrDefault(other, 0)});
                }
            }
            for (int i = 0; i < lines.size(); i++) {
                for (int j = 0; j < i; j++) {
                    long side = (long) (lines.get(i)[0] - lines.get(j)[0]) * (lines.get(i)[1] - lines.get(j)[1]);
                    crossings += side < 0 ? 1 : 0;
                }
            }
        }
        return crossings;
    }
}
