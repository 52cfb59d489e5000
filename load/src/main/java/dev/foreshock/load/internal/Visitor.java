package dev.foreshock.load.internal;

import dev.foreshock.engine.load.LoadOrder;
import dev.foreshock.engine.load.PlannedUser;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A planned user, who does one thing after the other: orders come from the conductor, and a virtual user of Gatling takes them. */
final class Visitor {
    private final PlannedUser user;
    private final Queue<LoadOrder> inbox = new ArrayDeque<>();
    private @Nullable Consumer<LoadOrder> waits;

    Visitor(PlannedUser user) {
        this.user = user;
    }

    PlannedUser user() {
        return user;
    }

    /** Takes an order, to be carried out when all before it are. */
    void put(LoadOrder order) {
        Consumer<LoadOrder> waiting;
        synchronized (this) {
            waiting = waits;
            waits = null;
            if (waiting == null) {
                inbox.add(order);
            }
        }
        if (waiting != null) {
            waiting.accept(order);
        }
    }

    /** Hands the next order, at once or when it comes. */
    void await(Consumer<LoadOrder> then) {
        LoadOrder order;
        synchronized (this) {
            order = inbox.poll();
            if (order == null) {
                waits = then;
            }
        }
        if (order != null) {
            then.accept(order);
        }
    }
}
