package dev.foreshock.engine.internal.parts;

import java.util.Arrays;
import java.util.BitSet;

/** The sessions that were admitted, one bit each. The upper half of a session's number is its class of users. */
final class AdmittedSessions {
    private int[] classes = new int[0];
    private BitSet[] admitted = new BitSet[0];

    boolean contains(long session) {
        int at = find(classOf(session));
        return at < classes.length && admitted[at].get(numberOf(session));
    }

    void add(long session) {
        int at = find(classOf(session));
        if (at == classes.length) {
            classes = Arrays.copyOf(classes, at + 1);
            admitted = Arrays.copyOf(admitted, at + 1);
            classes[at] = classOf(session);
            admitted[at] = new BitSet();
        }
        admitted[at].set(numberOf(session));
    }

    private int find(int users) {
        int at = 0;
        while (at < classes.length && classes[at] != users) {
            at++;
        }
        return at;
    }

    private static int classOf(long session) {
        return (int) (session >>> Integer.SIZE);
    }

    private static int numberOf(long session) {
        return (int) (session & Integer.MAX_VALUE);
    }
}
