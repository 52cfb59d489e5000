package dev.foreshock.junit.internal;

import dev.foreshock.engine.RunOptions;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.RunSet.JudgedBy;
import dev.foreshock.engine.Scaling;
import dev.foreshock.engine.Simulation;
import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.junit.Judge;
import dev.foreshock.scenarios.DiagnosticPrinter;
import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.scenarios.ScenarioLoader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** A scenario that is ready, and its runs, each made once: when it is first asked for. Thread-safe. */
final class ScenarioRuns {
    private static final long BYTES_PER_REPLICATION = 256L << 20;

    private final Request request;
    private final LoadResult loaded;
    private final Scenario scenario;
    private final Simulation simulation;
    private final Map<Long, RunSet> runs = new HashMap<>();

    private ScenarioRuns(Request request, LoadResult loaded, Scenario scenario) {
        this.request = request;
        this.loaded = loaded;
        this.scenario = scenario;
        this.simulation = Simulation.of(scenario);
    }

    /**
     * Loads the scenario.
     *
     * @throws ExtensionConfigurationException if it is none, or cannot be run so; says where and why
     */
    static ScenarioRuns of(Request request) {
        LoadResult loaded = ScenarioLoader.standard().load(request.source(), request.changes());
        Scenario written = loaded.scenario();
        if (written == null) {
            throw new ExtensionConfigurationException(refusal(request, loaded));
        }
        if (request.judge() == Judge.RECORD && (written.record().isEmpty() || loaded.isChanged())) {
            throw new ExtensionConfigurationException("judge = RECORD needs a scenario with a record, as it is, but "
                    + request.source() + (loaded.isChanged() ? " is changed" : " has none"));
        }
        try {
            return new ScenarioRuns(request, loaded, Scaling.sample(request.scale(), written));
        } catch (IllegalArgumentException e) { // what Scaling refuses, and InvalidScenarioException
            throw new ExtensionConfigurationException(request.source() + ": " + e.getMessage(), e);
        }
    }

    private static String refusal(Request request, LoadResult loaded) {
        if (loaded.isSound()) {
            return "only a scenario can be run, but " + request.source() + " is "
                    + Spelling.withArticle(loaded.kind().name().toLowerCase(Locale.ROOT))
                    + "; a scenario names it: system: { from: FILE }";
        }
        return request.source() + " is invalid, so nothing was run\n\n" + DiagnosticPrinter.print(loaded.errors());
    }

    Request request() {
        return request;
    }

    Scenario scenario() {
        return scenario;
    }

    List<String> warnings() {
        return loaded.warningsInUse().stream().map(DiagnosticPrinter::print).toList();
    }

    /** Tells whether there is anything to assert. */
    boolean hasClaims() {
        return switch (request.judge()) {
            case GATES -> !scenario.gates().isEmpty();
            case RECORD -> true;
            case NOTHING -> false;
        };
    }

    /** Returns what a claim is called that is asserted. */
    String claimNoun() {
        return request.judge() == Judge.RECORD ? "record" : "gate";
    }

    /** Returns what the claims are called together. */
    String claimsNoun() {
        return request.judge() == Judge.RECORD ? "record" : "gates";
    }

    /** Returns the command that runs the same, for the directory that the tests run in. */
    String replay(long seed) {
        return Replay.of(request, seed, !scenario.record().isEmpty() && !loaded.isChanged());
    }

    /** Returns the runs of a seed. */
    synchronized RunSet runs(long seed) {
        return runs.computeIfAbsent(seed, this::simulate);
    }

    private RunSet simulate(long seed) {
        long fitting = Math.max(1, Runtime.getRuntime().maxMemory() / BYTES_PER_REPLICATION);
        int threads = (int) Math.min(
                request.replications(), Math.min(fitting, Runtime.getRuntime().availableProcessors()));
        JudgedBy judgedBy = request.judge() == Judge.RECORD ? JudgedBy.RECORD : JudgedBy.GATES;
        ExecutorService executor = Executors.newFixedThreadPool(threads, ScenarioRuns::worker);
        try {
            return simulation.run(
                    new RunOptions(seed, request.replications(), threads, executor, judgedBy, request.scale()));
        } finally {
            executor.shutdownNow();
        }
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "foreshock-replications");
        thread.setDaemon(true);
        return thread;
    }
}
