package dev.foreshock.faults.internal.toxiproxy.proxy;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** How many connections may be struck, by all toxics that share this, and which ones are. Thread-safe. */
public final class Radius {
    /** That of toxics which strike every connection that they are drawn for. */
    public static final Radius ALL = new Radius(Long.MAX_VALUE);

    private final long most;
    /** By the key of each, as two proxies, or two of one name, have connections of the same ordinal. */
    private final Set<Object> struck = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Creates a radius of {@code most} connections, from 1. */
    public Radius(long most) {
        this.most = most;
    }

    /** Tells whether connections beyond a number are spared. */
    public boolean isBounded() {
        return most < Long.MAX_VALUE;
    }

    /** Returns how many connections may be struck. */
    public long most() {
        return most;
    }

    /** Returns how many are, among those that were counted; 0 where nothing is bounded. */
    public synchronized int taken() {
        return struck.size();
    }

    /** Tells whether a connection may be struck, and counts it if so. It is counted once, and then may always be. */
    boolean admits(Object connection) {
        return !isBounded() || admitsBounded(connection);
    }

    private synchronized boolean admitsBounded(Object connection) {
        if (struck.size() < most) {
            struck.add(connection);
        }
        return struck.contains(connection);
    }

    /** Tells whether a connection lies outside, as far as was asked. */
    synchronized boolean spares(Object connection) {
        return isBounded() && !struck.contains(connection);
    }
}
