package dev.foreshock.engine.spi;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.model.Semantics;
import dev.foreshock.engine.random.KeyedRandom;
import java.util.Map;

/** What a component is built with: its name, and its access to the rest of the replication. */
public interface Workbench {
    /** Returns the component's name. */
    String name();

    /** Returns what words mean in this scenario. */
    Semantics semantics();

    /** Returns the calls under way. */
    Calls calls();

    /** Returns the component's timers. */
    Timers timers();

    /** Returns the journal. */
    Notes notes();

    /** Returns the random stream of this component for one purpose, to be used with {@link #random}. */
    long stream(String purpose);

    /** Returns the generator that draws are made with: {@code random().at(stream, key)}. */
    KeyedRandom random();

    /** Returns a way to call {@code spec.to()}, or the component called {@code callName}; answers go to {@code caller}. */
    Line line(String callName, CallSpec spec, Caller caller);

    /** Returns a plan of {@code calls}; the common end goes to {@code caller}. */
    Plan plan(Map<String, CallSpec> calls, Caller caller);
}
