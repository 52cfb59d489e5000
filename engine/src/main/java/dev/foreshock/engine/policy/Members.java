package dev.foreshock.engine.policy;

/** Which of several targets take part, in the order of their numbers. A change takes time in proportion to their number. */
final class Members {
    final int[] list;
    private int count;

    /** Creates members of whom all take part. */
    Members(int targets) {
        list = new int[targets];
        count = targets;
        for (int i = 0; i < targets; i++) {
            list[i] = i;
        }
    }

    int count() {
        return count;
    }

    void set(int target, boolean takesPart) {
        int at = java.util.Arrays.binarySearch(list, 0, count, target);
        if (takesPart && at < 0) {
            int to = -at - 1;
            System.arraycopy(list, to, list, to + 1, count - to);
            list[to] = target;
            count++;
        } else if (!takesPart && at >= 0) {
            System.arraycopy(list, at + 1, list, at, count - at - 1);
            count--;
        }
    }
}
