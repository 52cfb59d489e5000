package dev.foreshock.engine.internal.kernel;

import java.util.Arrays;

/** Keys of timers that are due at the present time, first in, first out: a ring that grows. */
final class DueNow {
    private long[] keys = new long[64];
    private int first;
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    void add(long key) {
        if (size == keys.length) {
            grow();
        }
        keys[(first + size++) & (keys.length - 1)] = key;
    }

    long remove() {
        long key = keys[first];
        first = (first + 1) & (keys.length - 1);
        size--;
        return key;
    }

    private void grow() {
        long[] more = Arrays.copyOf(keys, Math.multiplyExact(size, 2));
        System.arraycopy(keys, first, more, 0, size - first);
        System.arraycopy(keys, 0, more, size - first, first);
        keys = more;
        first = 0;
    }
}
