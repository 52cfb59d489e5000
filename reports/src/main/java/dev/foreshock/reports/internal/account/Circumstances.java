package dev.foreshock.reports.internal.account;

import dev.foreshock.engine.compare.SettingChange;
import dev.foreshock.reports.Background;
import dev.foreshock.reports.Given;
import dev.foreshock.reports.Origin;
import dev.foreshock.reports.RunContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code run.json}. */
public final class Circumstances {
    private Circumstances() {}

    /**
     * Returns the circumstances of a run.
     *
     * @param text the text of the file; null if there is none
     * @param scenario the name of the scenario, for where there is none
     */
    public static RunContext read(@Nullable String text, String scenario) {
        if (text == null) {
            return new RunContext(
                    "", "foreshock run " + scenario, "?", "?", Instant.EPOCH, Duration.ZERO, 1, List.of(), null);
        }
        Fields root = new Fields(AccountReader.tree(text, "run.json"), "");
        return new RunContext(
                root.text("command"),
                root.text("base"),
                root.text("foreshock"),
                root.text("java"),
                started(root),
                Duration.ofMillis(Math.round(root.amount("wallSeconds") * 1000)),
                root.count("threads"),
                root.texts("variants"),
                null,
                background(root),
                origin(root.at("rerun")));
    }

    /** Returns what the run changed about its file; nobody can name the scenario of an older version. */
    private static Origin origin(Fields rerun) {
        if (!rerun.has("scenario")) {
            return Origin.UNKNOWN;
        }
        return new Origin(
                rerun.text("scenario"),
                rerun.text("directory"),
                rerun.texts("overlays"),
                rerun.texts("variants"),
                rerun.texts("sets"),
                rerun.texts("without"),
                rerun.has("compress") ? rerun.amount("compress") : 1);
    }

    private static Background background(Fields root) {
        List<Given> givens = new ArrayList<>();
        for (Fields given : root.list("given")) {
            givens.add(new Given(
                    given.text("name"),
                    given.text("is"),
                    given.text("range"),
                    given.text("basis"),
                    given.text("source")));
        }
        Map<String, String> measures = new LinkedHashMap<>();
        Fields said = root.at("measures");
        said.names().forEach(name -> measures.put(name, said.text(name)));
        Map<String, List<SettingChange>> changes = new LinkedHashMap<>();
        Fields altered = root.at("changes");
        altered.names()
                .forEach(name -> changes.put(
                        name,
                        altered.list(name).stream().map(Circumstances::change).toList()));
        return new Background(givens, measures, changes);
    }

    private static SettingChange change(Fields change) {
        String setting = change.text("setting");
        if (setting.isEmpty()) {
            throw new UnreadableException(change.where() + "/setting must be the path of a setting, but was empty");
        }
        return new SettingChange(setting, change.text("was"), change.text("becomes"));
    }

    private static Instant started(Fields root) {
        try {
            return Instant.parse(root.text("started"));
        } catch (DateTimeException e) {
            throw new UnreadableException("/started of run.json must be a time, but was " + root.text("started"));
        }
    }
}
