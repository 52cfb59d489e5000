package dev.foreshock.cli.internal.findings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.scenarios.Diagnostic;
import dev.foreshock.scenarios.Place;
import java.util.List;

/** The findings of a check for editors and scripts; {@code docs/reference/schema/check-v1.json} describes them. */
public final class CheckJson {

    private CheckJson() {}

    /** Returns the findings in {@code checks}, ending with a line feed. */
    public static String of(List<Checked> checks) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schemaVersion", 1);
        json.put("ok", checks.stream().allMatch(Checked::isSound));
        ArrayNode scenarios = json.putArray("scenarios");
        checks.forEach(checked -> scenario(scenarios.addObject(), checked));
        ArrayNode diagnostics = json.putArray("diagnostics");
        Checked.diagnostics(checks).forEach(found -> finding(diagnostics.addObject(), found));
        return JsonText.of(json);
    }

    private static void scenario(ObjectNode json, Checked checked) {
        json.put("source", checked.source());
        json.put("ok", checked.isSound());
        if (checked.name() != null) {
            json.put("name", checked.name());
        }
        ArrayNode variants = json.putArray("variants");
        checked.variants().forEach(variants::add);
    }

    private static void finding(ObjectNode json, Diagnostic found) {
        json.put("code", found.code().id());
        json.put("severity", found.severity().text());
        place(json, found.place());
        json.put("message", found.message());
        if (!found.help().isEmpty()) {
            json.put("help", found.help());
        }
        if (found.replacement() != null) {
            json.put("replacement", found.replacement());
        }
        ArrayNode notes = json.putArray("notes");
        found.notes().forEach(note -> place(notes.addObject().put("message", note.message()), note.place()));
    }

    private static void place(ObjectNode json, Place place) {
        json.put("file", place.file());
        json.put("line", place.line());
        json.put("column", place.column());
        json.put("endColumn", place.column() + place.length());
        json.put("length", place.length());
    }
}
