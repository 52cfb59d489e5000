package dev.foreshock.engine.internal.parts;

import java.util.BitSet;

/** The sessions that were admitted, one bit each. */
final class AdmittedSessions {
    private BitSet[] byClass = new BitSet[0];

    boolean contains(long session) {
        int users = usersOf(session);
        return users < byClass.length && byClass[users].get(numberOf(session));
    }

    void add(long session) {
        int users = usersOf(session);
        if (users >= byClass.length) {
            int known = byClass.length;
            byClass = java.util.Arrays.copyOf(byClass, users + 1);
            for (int i = known; i <= users; i++) {
                byClass[i] = new BitSet();
            }
        }
        byClass[users].set(numberOf(session));
    }

    private static int usersOf(long session) {
        return (int) (session >>> Integer.SIZE);
    }

    private static int numberOf(long session) {
        return (int) (session & Integer.MAX_VALUE);
    }
}
