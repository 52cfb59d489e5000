package dev.foreshock.faults.internal.toxiproxy.events;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What kinds of things happen: a group and what became of a thing of it. */
public enum Kind {
    /** A proxy is there, on or off. */
    PROXY_CREATED("proxy.created"),
    /** A proxy listens or leads elsewhere. */
    PROXY_CHANGED("proxy.changed"),
    /** A proxy takes connections. */
    PROXY_ENABLED("proxy.enabled"),
    /** A proxy takes none. */
    PROXY_DISABLED("proxy.disabled"),
    /** A proxy is gone, and its toxics with it. */
    PROXY_REMOVED("proxy.removed"),
    /** A toxic acts. */
    TOXIC_ADDED("toxic.added"),
    /** A toxic has other numbers. */
    TOXIC_CHANGED("toxic.changed"),
    /** A toxic is gone. */
    TOXIC_REMOVED("toxic.removed"),
    /** A toxic of Foreshock's own acts. */
    EFFECT_ADDED("effect.added"),
    /** A toxic of Foreshock's own is gone. */
    EFFECT_REMOVED("effect.removed"),
    /** A lease has begun, all of its changes made. */
    LEASE_OPENED("lease.opened"),
    /** A lease lasts longer. */
    LEASE_RENEWED("lease.renewed"),
    /** More changes were made under a lease. */
    LEASE_CHANGED("lease.changed"),
    /** Nothing stands by a lease any more. */
    LEASE_ENDED("lease.ended"),
    /** A client came in. */
    CONNECTION_OPENED("connection.opened"),
    /** Both sockets of a connection are closed. */
    CONNECTION_CLOSED("connection.closed");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    /** Returns the name that clients know it by. */
    public String label() {
        return label;
    }

    private String group() {
        return label.substring(0, label.indexOf('.'));
    }

    /** Returns the kinds that {@code name} stands for: one, or all of a group; none if it is unknown. */
    public static Set<Kind> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.label.equals(name) || kind.group().equals(name))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
    }

    /** Returns what there is to choose from, for a message. */
    public static String choices() {
        return Arrays.stream(values()).map(Kind::group).distinct().collect(Collectors.joining(", ")) + ", "
                + Arrays.stream(values()).map(Kind::label).collect(Collectors.joining(", "));
    }
}
