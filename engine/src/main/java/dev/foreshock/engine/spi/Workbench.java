package dev.foreshock.engine.spi;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.HealthCheckSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.describe.Semantics;
import dev.foreshock.engine.random.KeyedRandom;
import java.util.Map;
import java.util.Set;

/** What a component is built with: its name, and its access to the rest of the replication. */
public interface Workbench {
    /** Returns the component's name. */
    String name();

    /** Returns the name that the draws of a component, and orders of components, go by: a former one where it was renamed. */
    String identity(String component);

    /** Returns the number of a class of requests: 1, 2, … in the order of their names. */
    int request(String requestClass);

    /** Returns how many classes of requests there are. */
    int requests();

    /** Tells for each number of a class of requests, 0 for those of none, whether it is one of these; all are, if none is named. */
    boolean[] among(Set<String> classes);

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

    /** Returns a way to check the health of {@code target} over {@code link}; ends of checks go to {@code caller}. */
    Checks checks(String target, HealthCheckSpec spec, LinkSpec link, Caller caller);

    /** Returns a plan of {@code calls}, which begin in the order of their identities; the common end goes to {@code caller}. */
    Plan plan(Map<String, CallSpec> calls, Caller caller);
}
