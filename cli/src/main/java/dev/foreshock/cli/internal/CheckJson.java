package dev.foreshock.cli.internal;

import dev.foreshock.engine.model.Scenario;
import dev.foreshock.scenarios.Diagnostic;
import dev.foreshock.scenarios.LoadResult;
import java.util.LinkedHashMap;
import java.util.Map;

/** The findings of a check for programs. */
final class CheckJson {
    private CheckJson() {}

    static String of(LoadResult loaded) {
        Map<String, Object> json = new LinkedHashMap<>();
        Scenario scenario = loaded.scenario();
        json.put("ok", scenario != null);
        if (scenario != null) {
            json.put("scenario", scenario.name());
        }
        json.put(
                "diagnostics",
                loaded.diagnostics().stream().map(CheckJson::finding).toList());
        json.put("variants", loaded.variants());
        return JsonText.of(json);
    }

    private static Map<String, Object> finding(Diagnostic found) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", found.code().id());
        json.put("severity", found.severity().text());
        json.put("file", found.file());
        json.put("line", found.line());
        json.put("column", found.column());
        json.put("length", found.length());
        json.put("message", found.message());
        json.put("help", found.help());
        return json;
    }
}
