package dev.foreshock.faults.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the embedded server differs from stock on purpose.
 *
 * @param name a case, or "behavior: " and a claim
 * @param stock what stock does
 * @param why the reason
 * @param answers what the embedded server answers to the case
 */
record Deviation(String name, String stock, String why, List<String> answers) {
    static final String BEHAVIOR = "behavior: ";

    /** Returns what is declared, by name. */
    static Map<String, Deviation> all() {
        Map<String, Deviation> all = new LinkedHashMap<>();
        String name = "";
        for (String line : Resources.lines("/conformance/deviations.txt")) {
            if (line.startsWith("# ")) {
                name = line.substring(2);
                all.put(name, new Deviation(name, "", "", new ArrayList<>()));
            } else if (line.startsWith("stock: ")) {
                String stock = line.substring("stock: ".length());
                all.computeIfPresent(name, (n, d) -> new Deviation(n, stock, d.why, d.answers));
            } else if (line.startsWith("why: ")) {
                String why = line.substring("why: ".length());
                all.computeIfPresent(name, (n, d) -> new Deviation(n, d.stock, why, d.answers));
            } else if (line.startsWith("< ")) {
                all.get(name).answers.add(line.substring(2));
            }
        }
        return all;
    }

    boolean isBehavior() {
        return name.startsWith(BEHAVIOR);
    }
}
