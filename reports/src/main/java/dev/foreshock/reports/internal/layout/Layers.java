package dev.foreshock.reports.internal.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * The layer of each node: one more than that of the highest of those that lead to it. Arrows that close a cycle are turned
 * around first.
 *
 * @param of the layer of each node, from 0
 * @param arrows the arrows between different nodes, each from a lower layer to a higher one
 */
record Layers(List<Integer> of, List<Arrow> arrows) {
    /**
     * An arrow between layers.
     *
     * @param low the node in the lower layer
     * @param high the node in the higher layer
     * @param isTurned whether it leads from {@code high} to {@code low}
     */
    record Arrow(int low, int high, boolean isTurned) {}

    Layers {
        of = List.copyOf(of);
        arrows = List.copyOf(arrows);
    }

    /** Finds the layers of {@code nodes} nodes with these pairs of from and to. */
    static Layers of(int nodes, List<int[]> pairs) {
        int[] place = places(nodes, pairs);
        List<Arrow> arrows = new ArrayList<>();
        for (int[] pair : pairs) {
            if (pair[0] != pair[1]) {
                arrows.add(
                        place[pair[0]] < place[pair[1]]
                                ? new Arrow(pair[0], pair[1], false)
                                : new Arrow(pair[1], pair[0], true));
            }
        }
        Integer[] layers = new Integer[nodes];
        int[] byPlace = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            layers[node] = 0;
            byPlace[place[node]] = node;
        }
        for (int node : byPlace) {
            for (Arrow arrow : arrows) {
                if (arrow.low() == node) {
                    layers[arrow.high()] = Math.max(layers[arrow.high()], layers[node] + 1);
                }
            }
        }
        return new Layers(List.of(layers), arrows);
    }

    /** Orders nodes so that most arrows lead to a later one: where a cycle is in the way, one that is reached already goes next. */
    private static int[] places(int nodes, List<int[]> pairs) {
        int[] place = new int[nodes];
        boolean[] placed = new boolean[nodes];
        for (int next = 0; next < nodes; next++) {
            int best = -1;
            int least = Integer.MAX_VALUE;
            for (int node = 0; node < nodes; node++) {
                int cost = placed[node] ? Integer.MAX_VALUE : cost(node, pairs, placed);
                if (cost < least) {
                    least = cost;
                    best = node;
                }
            }
            placed[best] = true;
            place[best] = next;
        }
        return place;
    }

    /** Returns 0 if all that lead to {@code node} are placed, 1 if some are, 2 if none is. */
    private static int cost(int node, List<int[]> pairs, boolean[] placed) {
        boolean some = false;
        boolean all = true;
        for (int[] pair : pairs) {
            if (pair[1] == node && pair[0] != node) {
                some |= placed[pair[0]];
                all &= placed[pair[0]];
            }
        }
        return all ? 0 : some ? 1 : 2;
    }

    int count() {
        return of.stream().mapToInt(layer -> layer + 1).max().orElse(0);
    }
}
