package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Idle;
import dev.foreshock.engine.model.DisciplineSpec.Order;
import java.util.ArrayList;
import java.util.List;

/** Finds what is set of a server and has no effect, as only other settings would give it one. */
final class ServerIdle {
    private ServerIdle() {}

    static List<Idle> of(ServerSpec server) {
        List<Idle> idle = new ArrayList<>();
        DisciplineSpec discipline = server.discipline();
        boolean isShared = discipline.order() == Order.PROCESSOR_SHARING;
        if (!server.blocking() && server.calls().isEmpty()) {
            idle.add(new Idle(
                    "blocking",
                    "it makes no calls whose answers a worker could wait for",
                    "leave 'blocking' out, or give it the calls that it makes: calls: { NAME: { timeout: 1s } }"));
        } else if (!server.blocking() && isShared) {
            idle.add(new Idle(
                    "blocking", "its workers are shared, and none of those waits for calls", "leave 'blocking' out"));
        }
        if (discipline.preemptive() && discipline.priority().isEmpty()) {
            idle.add(new Idle(
                    "discipline.preemptive",
                    "without ranks nobody comes before others",
                    "name ranks, such as priority: { order: 1, browse: 2 }, or leave 'preemptive' out"));
        }
        if (discipline.order() != Order.ADAPTIVE_LIFO
                && !discipline.standing().equals(DisciplineSpec.FIFO.standing())) {
            idle.add(new Idle(
                    "discipline.standing",
                    "only the order adaptive-lifo asks how long the queue stands",
                    "write order: adaptive-lifo, or leave 'standing' out"));
        }
        return List.copyOf(idle);
    }
}
