package dev.foreshock.engine.policy;

import java.util.Arrays;

/**
 * The least of several numbers that change, and who has it: a binary tree of matches. A change and a draw among the least take
 * time in proportion to the logarithm of their number.
 */
final class Tournament {
    /** A number that is never the least: of those who do not take part. */
    static final int OUT = Integer.MAX_VALUE;

    private final int leaves;
    private final int[] least;
    private final int[] holders;

    /** Creates a tournament in which everybody has nothing. */
    Tournament(int size) {
        leaves = Math.max(1, Integer.highestOneBit(2 * size - 1));
        least = new int[2 * leaves];
        holders = new int[2 * leaves];
        Arrays.fill(least, OUT);
        Arrays.fill(holders, leaves, leaves + size, 1);
        for (int i = 0; i < size; i++) {
            least[leaves + i] = 0;
        }
        for (int node = leaves - 1; node > 0; node--) {
            match(node);
        }
    }

    void set(int who, int number) {
        int node = leaves + who;
        if (least[node] == number) {
            return;
        }
        least[node] = number;
        for (node >>= 1; node > 0; node >>= 1) {
            match(node);
        }
    }

    /** Returns the least number. */
    int least() {
        return least[1];
    }

    /** Returns how many have the least number. */
    int holders() {
        return holders[1];
    }

    /** Returns who has the least number, the {@code rank}th of them in order, from 0. */
    int holder(int rank) {
        int node = 1;
        int left = rank;
        while (node < leaves) {
            node <<= 1;
            if (least[node] != least[1]) {
                node++;
            } else if (left >= holders[node]) {
                left -= holders[node];
                node++;
            }
        }
        return node - leaves;
    }

    private void match(int node) {
        int a = 2 * node;
        int b = a + 1;
        least[node] = Math.min(least[a], least[b]);
        holders[node] = (least[a] == least[node] ? holders[a] : 0) + (least[b] == least[node] ? holders[b] : 0);
    }
}
