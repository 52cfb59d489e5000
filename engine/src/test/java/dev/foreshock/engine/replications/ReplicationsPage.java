package dev.foreshock.engine.replications;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Keeps {@code docs/fidelity/replications.md}: a line for every published value that was looked at. */
final class ReplicationsPage {
    private static final String FILE = "docs/fidelity/replications.md";
    private static final String ROOT = System.getProperty("foreshock.root");
    private static final String INTRO = """
            # Foreshock against published experiments

            Kept by `mvn verify -P fidelity -pl engine`; not to be edited. Every line is a value of a publication, or of an independent simulation of its model
            where the publication has a picture only, beside the mean over Foreshock's replications with its 95 % interval. The tolerance says how far the two may lie
            apart: four standard errors and 1 %, or what stands in the source of the test. Each test renews its own lines.

            | experiment | setting | published | Foreshock | interval | tolerance | verdict |
            | --- | --- | --- | --- | --- | --- | --- |
            """;

    private ReplicationsPage() {}

    /** Prints the lines, and puts them in place of those of the same experiments and settings. */
    static synchronized void renew(Collection<Replicated> replicated) throws IOException {
        Map<String, String> lines = new TreeMap<>(
                Comparator.comparingInt(ReplicationsPage::number).thenComparing(Comparator.naturalOrder()));
        Path file = Path.of(ROOT == null ? ".." : ROOT, FILE);
        if (Files.exists(file)) {
            Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("| R"))
                    .forEach(line -> lines.put(key(line), line));
        }
        for (Replicated each : replicated) {
            System.out.println(each.line());
            lines.put(key(each.line()), each.line());
        }
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                INTRO + lines.values().stream().collect(Collectors.joining("\n", "", "\n")),
                StandardCharsets.UTF_8);
    }

    /** Returns the experiment and the setting. */
    private static String key(String line) {
        String[] cells = line.split("\\|", -1);
        return cells[1].strip() + " | " + cells[2].strip();
    }

    private static int number(String key) {
        return Integer.parseInt(key.substring(1, key.indexOf(' ')));
    }
}
