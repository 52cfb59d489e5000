package dev.foreshock.cli.internal.calibrate;

import dev.foreshock.engine.unit.Spans;
import dev.foreshock.scenarios.MeasuredOn;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * When, of what and on what an overlay was measured, as the section of its file. It has no name of a machine or a person.
 *
 * @param measured what it says
 */
record ProvenanceText(MeasuredOn measured) {
    /** Returns the section. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("measured:\n");
        line(text, "at", quoted(measured.at()));
        line(text, "for", Spans.text(measured.lasting()));
        line(text, "scenario", quoted(measured.scenario()));
        list(text, "overlays", measured.overlays());
        list(text, "variants", measured.variants());
        list(text, "sets", measured.sets());
        line(text, "processors", String.valueOf(measured.processors()));
        line(text, "jdk", String.valueOf(measured.jdk()));
        line(text, "os", quoted(measured.os()));
        if (!measured.parts().isEmpty()) {
            String parts = new TreeMap<>(measured.parts())
                    .entrySet().stream()
                            .map(part -> part.getKey() + ": " + quoted(part.getValue()))
                            .collect(Collectors.joining(", ", "{ ", " }"));
            line(text, "parts", parts);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append("  ").append(key).append(": ").append(value).append('\n');
    }

    private static void list(StringBuilder text, String key, List<String> values) {
        if (!values.isEmpty()) {
            line(text, key, values.stream().map(ProvenanceText::quoted).collect(Collectors.joining(", ", "[", "]")));
        }
    }

    /** Quotes a text for YAML, in which a name may hold what means something else, such as a colon. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (Character.isISOControl(c)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
