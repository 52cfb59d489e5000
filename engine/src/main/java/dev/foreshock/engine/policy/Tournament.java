package dev.foreshock.engine.policy;

import java.util.Arrays;

/**
 * The least of several numbers that change, and who has it: a binary tree of matches. A change and a draw among the least take
 * time in proportion to the logarithm of their number. Of a few, nothing is kept but the numbers, which are looked through when
 * somebody asks: measured to be faster.
 */
final class Tournament {
    /** A number that is never the least: of those who do not take part. */
    static final int OUT = Integer.MAX_VALUE;

    /** Up to so many are a few. Measured with 8: see {@code docs/performance.md}. */
    private static final int FEW = 16;

    private final int leaves;
    /** The leaves come last; of a few, there is nothing before them. */
    private final int[] least;

    private final int[] holders;

    /** Creates a tournament in which everybody has nothing. */
    Tournament(int size) {
        leaves = size <= FEW ? 0 : Integer.highestOneBit(2 * size - 1);
        least = new int[Math.max(size, 2 * leaves)];
        holders = new int[2 * leaves];
        Arrays.fill(least, leaves + size, least.length, OUT);
        Arrays.fill(holders, leaves, Math.min(holders.length, leaves + size), 1);
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
        if (leaves > 0) {
            for (node >>= 1; node > 0; node >>= 1) {
                match(node);
            }
        }
    }

    /** Returns the least number. */
    int least() {
        if (leaves > 0) {
            return least[1];
        }
        int found = OUT;
        for (int number : least) {
            found = Math.min(found, number);
        }
        return found;
    }

    /** Returns how many have the least number. */
    int holders() {
        if (leaves > 0) {
            return holders[1];
        }
        int found = least();
        int count = 0;
        for (int number : least) {
            count += number == found ? 1 : 0;
        }
        return count;
    }

    /** Returns who has the least number, the {@code rank}th of them in order, from 0. */
    int holder(int rank) {
        return leaves > 0 ? holderInTree(rank) : holderInRow(rank, least());
    }

    private int holderInRow(int rank, int number) {
        int left = rank;
        for (int who = 0; who < least.length; who++) {
            if (least[who] == number && left-- == 0) {
                return who;
            }
        }
        throw new IllegalStateException("a rank must be below " + holders() + ", but was " + rank);
    }

    private int holderInTree(int rank) {
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
