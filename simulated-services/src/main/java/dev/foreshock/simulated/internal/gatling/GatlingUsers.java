package dev.foreshock.simulated.internal.gatling;

import dev.foreshock.engine.model.Scenario;
import dev.foreshock.simulated.internal.wire.Begin;
import dev.foreshock.simulated.internal.wire.Token;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The users of one scenario, played by Gatling: to warm it, and then for good. */
public final class GatlingUsers implements AutoCloseable {
    private final Gatling gatling;
    private final Scenario scenario;
    private final Token token;

    private GatlingUsers(Gatling gatling, Scenario scenario, Token token) {
        this.token = token;
        this.gatling = gatling;
        this.scenario = scenario;
    }

    /**
     * Waits until Gatling is there.
     *
     * @param token the token of the twin
     * @throws IllegalStateException if it is not
     */
    public static GatlingUsers on(Gatling.Starting starting, Scenario scenario, Token token, Consumer<String> tells) {
        Gatling gatling = starting.await();
        tells.accept("started " + gatling);
        return new GatlingUsers(gatling, scenario, token);
    }

    /** Begins a run of which nothing is kept. */
    public GatlingRun warm(Begin begin) throws IOException {
        Path mark = gatling.options().mark();
        return gatling.begin(scenario, token, begin, mark.resolve("warming.jsonl"), mark.resolve("warming"), false);
    }

    /** Begins the run that counts. The plan of who comes when stays beside what Gatling writes down. */
    public GatlingRun play(Begin begin) throws IOException {
        Path results = gatling.options().results();
        return gatling.begin(
                scenario,
                token,
                begin,
                results.resolve("injection-plan.jsonl"),
                results,
                gatling.options().report());
    }

    @Override
    public void close() {
        gatling.close();
    }
}
