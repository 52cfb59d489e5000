package dev.foreshock.engine.internal.calls;

import java.util.Arrays;

/** Numbers keys in the order in which they come, from 0: a hash table with open addressing. Allocates only to grow. */
final class LongIndex {
    private static final int NONE = -1;

    private long[] keys = new long[16];
    private int[] numbers = new int[16];
    private int count;

    LongIndex() {
        Arrays.fill(numbers, NONE);
    }

    /** Returns the number of {@code key}, which is the next one if it is new. */
    int of(long key) {
        int slot = slotOf(key);
        if (numbers[slot] == NONE) {
            if (2 * count >= keys.length) {
                grow();
                slot = slotOf(key);
            }
            keys[slot] = key;
            numbers[slot] = count++;
        }
        return numbers[slot];
    }

    private int slotOf(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (keys.length - 1);
        while (numbers[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[oldKeys.length * 2];
        numbers = new int[oldKeys.length * 2];
        Arrays.fill(numbers, NONE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != NONE) {
                int slot = slotOf(oldKeys[i]);
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
