package dev.foreshock.engine.theory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parameters of a model, {@code lambda=0.5;mu=1}.
 *
 * @param text as the table has them
 * @param values the same by name
 */
record Parameters(String text, Map<String, String> values) {
    static Parameters parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : text.split(";", -1)) {
            String[] sides = part.split("=", 2);
            values.put(sides[0], sides.length == 2 ? sides[1] : "");
        }
        return new Parameters(text, Collections.unmodifiableMap(values));
    }

    String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("a parameter must be given, but '" + name + "' is not in " + text);
        }
        return value;
    }

    double number(String name) {
        return Double.parseDouble(text(name));
    }

    double number(String name, double otherwise) {
        return values.containsKey(name) ? number(name) : otherwise;
    }

    int whole(String name) {
        return Integer.parseInt(text(name));
    }
}
