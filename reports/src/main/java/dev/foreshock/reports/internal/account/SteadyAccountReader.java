package dev.foreshock.reports.internal.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.steady.SteadyLevel;
import dev.foreshock.engine.steady.SteadyMeasure;
import dev.foreshock.engine.steady.SteadyRun;
import dev.foreshock.engine.steady.WarmUp;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.reports.internal.account.SteadyAccount.Unjudged;
import dev.foreshock.reports.internal.text.SteadyWords;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the {@code result.json} of a steady run. */
public final class SteadyAccountReader {
    /** No run is longer: ten years, as the clock of a scenario allows. */
    private static final double MOST_SECONDS = 3650 * 86_400.0;

    private static final int MOST_STEPS = 10_000;
    private static final int MOST_FACTOR = 16;

    private final Fields root;

    private SteadyAccountReader(Fields root) {
        this.root = root;
    }

    /** Tells whether the tree of a {@code result.json} is that of a steady run: no other has a warm-up. */
    public static boolean isSteady(JsonNode result) {
        return result.has("warmUp");
    }

    /**
     * Returns what the text of a {@code result.json} says.
     *
     * @throws UnreadableException if it is no such text
     */
    public static SteadyAccount read(String text) {
        return read(AccountReader.tree(text, "result.json"));
    }

    /**
     * Returns what the tree of a {@code result.json} says.
     *
     * @throws UnreadableException if it is no such tree
     */
    public static SteadyAccount read(JsonNode tree) {
        return new SteadyAccountReader(new Fields(tree, "")).account();
    }

    private SteadyAccount account() {
        if (!root.has("clock") || !root.has("levels")) {
            throw new UnreadableException(
                    "result.json must have the fields clock and levels, which reports are made of; run the scenario again");
        }
        Fields clock = root.at("clock");
        SteadyRun run = run(nanos(clock, "lengthSeconds"));
        return new SteadyAccount(
                root.text("scenario"),
                root.text("about"),
                new Clock(clock.time("start"), Duration.ofNanos(run.lengthNanos())),
                run,
                AccountReader.verdict(root),
                root.list("gates").stream().map(SteadyAccountReader::ruling).toList(),
                root.list("notJudged").stream()
                        .map(gate -> new Unjudged(gate.text("name"), claim(gate), gate.text("reason")))
                        .toList());
    }

    private SteadyRun run(long lengthNanos) {
        Map<String, SteadyLevel> levels = new TreeMap<>();
        Fields seen = root.at("levels");
        seen.names().forEach(name -> levels.put(name, level(seen.at(name))));
        Map<String, SteadyMeasure> measures = new TreeMap<>();
        Fields measured = root.at("measures");
        measured.names().forEach(name -> measures.put(name, measure(measured.at(name))));
        return new SteadyRun(
                root.whole("seed"), lengthNanos, warmUp(lengthNanos), levels, measures, root.whole("events"));
    }

    private WarmUp warmUp(long lengthNanos) {
        Fields warmUp = root.at("warmUp");
        double seconds = warmUp.amount("seconds");
        require(seconds * 1e9 < lengthNanos, warmUp, "seconds", "less than the length of the run");
        String text = warmUp.text("method");
        WarmUp.Method method = Stream.of(WarmUp.Method.values())
                .filter(each -> each.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new UnreadableException(
                        warmUp.where() + "/method must be given, mser5 or notFound, but was " + text));
        return new WarmUp(Math.round(seconds * 1e9), method);
    }

    private static SteadyLevel level(Fields level) {
        List<Double> means = level.numbers("means");
        require(
                means.size() <= MOST_STEPS && means.stream().allMatch(SteadyAccountReader::isAmount),
                level,
                "means",
                "a list of at most " + MOST_STEPS + " numbers from 0 to 1e18");
        return new SteadyLevel(
                nanos(level, "stepSeconds"),
                means,
                Math.round(level.amount("warmUpSeconds") * 1e9),
                level.flag("settled"));
    }

    private static SteadyMeasure measure(Fields measure) {
        int factor = measure.count("factor");
        require(factor >= 1 && factor <= MOST_FACTOR, measure, "factor", "a whole number from 1 to " + MOST_FACTOR);
        List<Double> batches = measure.numbers("batches");
        require(
                batches.size() <= MOST_STEPS && batches.stream().allMatch(seen -> Double.isNaN(seen) || isAmount(seen)),
                measure,
                "batches",
                "a list of at most " + MOST_STEPS + " numbers from 0 to 1e18, or null");
        return new SteadyMeasure(AccountReader.estimate(measure), measure.number("correlation"), factor, batches);
    }

    private static Ruling ruling(Fields gate) {
        Fields seen = gate.at("observed");
        Estimate observed = seen.has("value") ? AccountReader.estimate(seen) : null;
        return new Ruling(
                gate.text("name"),
                AccountReader.verdict(gate),
                observed == null ? "–" : SteadyWords.both(gate.text("measure"), observed),
                claim(gate),
                gate.text("reason"));
    }

    private static String claim(Fields gate) {
        return gate.text("measure") + " " + gate.text("wanted");
    }

    /** Returns a length of time that must be there and more than nothing. */
    private static long nanos(Fields fields, String name) {
        double seconds = fields.amount(name);
        require(seconds >= 1e-9 && seconds <= MOST_SECONDS, fields, name, "from 1e-9 to " + (long) MOST_SECONDS);
        return Math.round(seconds * 1e9);
    }

    private static boolean isAmount(double number) {
        return number >= 0 && number <= 1e18;
    }

    private static void require(boolean isSo, Fields fields, String name, String what) {
        if (!isSo) {
            throw new UnreadableException(fields.where() + "/" + name + " must be " + what + ", but was another");
        }
    }
}
