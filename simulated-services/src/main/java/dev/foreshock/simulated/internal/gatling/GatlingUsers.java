package dev.foreshock.simulated.internal.gatling;

import dev.foreshock.engine.model.Scenario;
import dev.foreshock.simulated.Play;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The users of one scenario, played by Gatling: to warm it, and then for good. */
public final class GatlingUsers implements AutoCloseable {
    private final Gatling gatling;
    private final Scenario scenario;

    private GatlingUsers(Gatling gatling, Scenario scenario) {
        this.gatling = gatling;
        this.scenario = scenario;
    }

    /**
     * Waits until Gatling is there.
     *
     * @throws IllegalStateException if it is not
     */
    public static GatlingUsers on(Gatling.Starting starting, Scenario scenario, Consumer<String> tells) {
        Gatling gatling = starting.await();
        tells.accept("started " + gatling);
        return new GatlingUsers(gatling, scenario);
    }

    /** Prepares a run of which nothing is kept. */
    public GatlingRun warming(Play play) throws IOException {
        Path mark = gatling.options().mark();
        return gatling.prepare(scenario, play, mark.resolve("warming.jsonl"), mark.resolve("warming"), false);
    }

    /** Prepares the run that counts. The plan of who comes when stays beside what Gatling writes down. */
    public GatlingRun run(Play play) throws IOException {
        Path results = gatling.options().results();
        return gatling.prepare(
                scenario,
                play,
                results.resolve("injection-plan.jsonl"),
                results,
                gatling.options().report());
    }

    @Override
    public void close() {
        gatling.close();
    }
}
