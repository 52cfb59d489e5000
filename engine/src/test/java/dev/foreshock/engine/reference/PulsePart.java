package dev.foreshock.engine.reference;

import dev.foreshock.engine.result.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What answers shallow checks of a component, which has its name. */
final class PulsePart extends Part {
    private final Part of;
    private final List<Request> waiting = new ArrayList<>();

    PulsePart(Part of, Interpreter world) {
        super(of.name, world);
        this.of = of;
    }

    @Override
    void arrive(Request request) {
        waiting.add(request);
        look();
    }

    /** Answers those who wait, unless the component stands. */
    void look() {
        while (!waiting.isEmpty() && !of.stands()) {
            Request request = waiting.remove(0);
            boolean came = request.arrived == agenda.now();
            exchange.respond(request, of.up() > 0 ? Outcome.OK : came ? Outcome.REFUSED : Outcome.RESET);
        }
    }

    @Override
    void cancelled(Request request) {
        waiting.remove(request);
        exchange.respond(request, Outcome.CANCELLED);
    }

    @Override
    int holding() {
        return waiting.size();
    }
}
