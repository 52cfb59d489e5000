package dev.foreshock.load.internal;

import dev.foreshock.engine.load.LoadNotice;
import dev.foreshock.engine.load.LoadOrder;
import dev.foreshock.engine.load.PlannedUser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One run: who comes in it, and where orders and virtual users meet. Thread-safe. */
final class Desk {
    private final LoadOrder.Run run;
    private final Line line;
    private final Map<Long, Visitor> bySession = new HashMap<>();
    private final Map<String, List<PlannedUser>> planned = new TreeMap<>();
    private final Map<String, Queue<Visitor>> toCome = new HashMap<>();

    Desk(LoadOrder.Run run, List<PlannedUser> users, Line line) {
        this.run = run;
        this.line = line;
        for (PlannedUser user : users) {
            Visitor visitor = new Visitor(user);
            bySession.put(user.session(), visitor);
            planned.computeIfAbsent(user.users(), key -> new ArrayList<>()).add(user);
            toCome.computeIfAbsent(user.users(), key -> new ConcurrentLinkedQueue<>())
                    .add(visitor);
        }
    }

    LoadOrder.Run run() {
        return run;
    }

    /** Returns who comes, by class of users, in the order of their coming. */
    Map<String, List<PlannedUser>> planned() {
        return Collections.unmodifiableMap(planned);
    }

    /** Returns who comes next of a class of users. */
    Visitor comes(String users) {
        Queue<Visitor> queue = toCome.get(users);
        Visitor visitor = queue == null ? null : queue.poll();
        if (visitor == null) {
            throw new IllegalStateException("no more of " + users + " must come than are planned");
        }
        return visitor;
    }

    /** Hands an order to the user whom it is for. */
    void take(LoadOrder.Send order) {
        visitor(order.session()).put(order);
    }

    /** Hands an order to the user whom it is for. */
    void take(LoadOrder.Leave order) {
        visitor(order.session()).put(order);
    }

    private Visitor visitor(long session) {
        Visitor visitor = bySession.get(session);
        if (visitor == null) {
            throw new IllegalStateException("an order must be for somebody who is planned, but was for " + session);
        }
        return visitor;
    }

    /** Has everybody leave. */
    void end(LoadOrder.End end) {
        bySession.values().forEach(visitor -> visitor.put(end));
    }

    /** Tells the conductor how a request ended. */
    void answered(LoadNotice.Answered answer) {
        try {
            line.tell(answer);
        } catch (IOException e) {
            // The conductor has let go, and this process ends by that.
        }
    }
}
