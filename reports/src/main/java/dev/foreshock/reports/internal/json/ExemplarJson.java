package dev.foreshock.reports.internal.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.result.Incident;
import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.Phases;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.reports.internal.text.Times;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The fields of {@code result.json} that tell of one replication: single values, no estimates. */
final class ExemplarJson {
    private final RunSet runs;
    private final RunResult run;

    ExemplarJson(RunSet runs) {
        this.runs = runs;
        run = runs.exemplarRun();
    }

    void into(ObjectNode root) {
        root.put("exemplarReplication", runs.exemplar());
        ArrayNode outages = root.putArray("outages");
        run.impacts().forEach(impact -> outage(impact, outages.addObject()));
        ArrayNode timeline = root.putArray("timeline");
        run.journal().entries().forEach(entry -> event(entry, timeline.addObject()));
        if (run.journal().dropped() > 0) {
            root.put("timelineDropped", run.journal().dropped());
        }
        ObjectNode node =
                root.putObject("exemplar").put("population", run.users().total());
        Incident incident = run.incident();
        if (incident != null) {
            ObjectNode times = node.putObject("incident");
            time(times, "start", incident.startNanos());
            time(times, "end", incident.endNanos());
        }
        ArrayNode blackouts = node.putArray("blackouts");
        run.blackouts().forEach(blackout -> outage(blackout, blackouts.addObject()));
        phases(run.phases(), node.putObject("phases"));
        node.set("series", SeriesJson.of(run.series()));
    }

    private void phases(Phases phases, ObjectNode node) {
        time(node, "trigger", phases.trigger());
        time(node, "detect", phases.detect());
        time(node, "acknowledge", phases.acknowledge());
        time(node, "diagnose", phases.diagnose());
        time(node, "mitigate", phases.mitigate());
        time(node, "effect", phases.effect());
        time(node, "recover", phases.recover());
    }

    private void time(ObjectNode node, String name, @Nullable Long nanos) {
        node.put(name, nanos == null ? null : Times.iso(run.clock(), nanos));
    }

    private void outage(Interval impact, ObjectNode node) {
        node.put("start", Times.iso(run.clock(), impact.startNanos()));
        if (impact.open()) {
            node.putNull("end").putNull("durationSeconds");
        } else {
            node.put("end", Times.iso(run.clock(), impact.endNanos()));
            node.set("durationSeconds", Json.number(impact.lengthNanos() / 1e9));
        }
    }

    private void event(JournalEntry entry, ObjectNode node) {
        node.put("at", Times.iso(run.clock(), entry.atNanos()))
                .put("event", entry.text())
                .put("who", entry.who())
                .put("kind", kind(entry.event()))
                .put("subject", entry.subject())
                .put("id", entry.id());
        if (entry.cause() >= 0) {
            node.put("cause", entry.cause());
        }
    }

    /** Returns the name of a kind of event in the spelling of outcomes: {@code stepBegan}. */
    private static String kind(JournalEntry.Event event) {
        String[] words = event.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return name.toString();
    }
}
