package dev.foreshock.faults.conformance;

import java.util.ArrayList;
import java.util.List;

/**
 * Some requests, and what they are answered with.
 *
 * @param name what it is about
 * @param preparation requests whose answers do not matter
 * @param requests what is sent, in order
 * @param answers what stock answers; empty where stock is not asked
 */
record HttpCase(String name, List<String> preparation, List<String> requests, List<String> answers) {
    /** Reads all cases. */
    static List<HttpCase> all() {
        List<HttpCase> cases = new ArrayList<>();
        List<String> preparation = List.of();
        for (String line : Resources.lines("/conformance/http-cases.txt")) {
            HttpCase last = cases.isEmpty() ? null : cases.get(cases.size() - 1);
            if (line.startsWith("# ")) {
                cases.add(new HttpCase(line.substring(2), preparation, new ArrayList<>(), new ArrayList<>()));
            } else if (line.startsWith("= ")) {
                preparation = List.of(line.substring(2));
            } else if (line.startsWith("> ") && last != null) {
                last.requests.add(line.substring(2));
            } else if (line.startsWith("< ") && last != null) {
                last.answers.add(line.substring(2));
            }
        }
        return cases;
    }
}
