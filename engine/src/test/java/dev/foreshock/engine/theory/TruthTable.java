package dev.foreshock.engine.theory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads {@code theory/values.csv}: id, model, parameters, metric, value. */
final class TruthTable {
    private static final String FILE = "/theory/values.csv";

    private TruthTable() {}

    /** Returns the rows of every model with its parameters, in the order of the file. */
    static Map<String, List<Row>> groups() {
        return rows().stream().collect(Collectors.groupingBy(Row::group, LinkedHashMap::new, Collectors.toList()));
    }

    static List<Row> rows() {
        try (InputStream stream = Objects.requireNonNull(TruthTable.class.getResourceAsStream(FILE), FILE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(TruthTable::row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 5) {
            throw new IllegalArgumentException(FILE + " must have five cells a row, but had " + line);
        }
        return new Row(cells[0], cells[1], Parameters.parse(cells[2]), cells[3], Double.parseDouble(cells[4]));
    }
}
