package dev.foreshock.engine.reference;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.random.Streams;

/** The way from a caller to a component, as one call describes it: its settings, its connections, its limits. */
final class Way {
    /** The name that its draws go by: that of the caller and that of the call. */
    final String name;

    final long hash;
    final CallSpec spec;
    final Part to;
    final Connections connections;
    final Restraints restraints;
    final Trouble trouble;
    private final Draw draw;

    Way(String name, CallSpec spec, Part to, Draw draw) {
        this.name = name;
        this.spec = spec;
        this.to = to;
        this.draw = draw;
        hash = Streams.hash(name);
        connections = new Connections(spec.link());
        restraints = new Restraints(spec);
        trouble = new Trouble(draw);
    }

    /** Returns how long a message takes: 0 is the way there, 1 the way back. */
    long latency(Request request, int direction) {
        return spec.link().latency() instanceof Fixed fixed
                ? fixed.value().toNanos()
                : spec.link()
                        .latency()
                        .sampler()
                        .nextNanos(draw.random.at(draw.stream(name + " latency") + direction, request.key));
    }
}
