package dev.foreshock.scenarios.internal.recording;

import dev.foreshock.scenarios.Code;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the rows of a CSV text with the columns timestamp and value; a header is optional. */
final class Rows {

    private static final int MOST = 2_000_000;
    private static final Set<String> MISSING = Set.of("", "nan", "null", "na", "n/a");

    private Rows() {}

    static List<Row> read(String text) throws CsvRefused {
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\r\n|\r|\n", -1)) {
            number++;
            if (line.isBlank() || (number == 1 && isHeader(line))) {
                continue;
            }
            int comma = line.indexOf(',');
            if (comma < 0 || line.indexOf(',', comma + 1) >= 0) {
                throw refuse(number, "must have two columns, timestamp and value", line, "separate them by a comma");
            }
            rows.add(new Row(
                    time(number, line.substring(0, comma).trim()),
                    value(number, line.substring(comma + 1).trim())));
            if (rows.size() > MOST) {
                throw new CsvRefused(Code.RECORDING, "must not have more than " + MOST + " rows", "");
            }
        }
        return rows;
    }

    private static boolean isHeader(String line) {
        return Character.isLetter(line.trim().charAt(0)) || line.trim().charAt(0) == '"';
    }

    private static LocalDateTime time(int line, String text) throws CsvRefused {
        try {
            return LocalDateTime.parse(text.replace(' ', 'T'));
        } catch (DateTimeException e) {
            throw refuse(line, "must start with a date and time", text, "such as 2015-03-31 03:27:53, without a zone");
        }
    }

    private static double value(int line, String text) throws CsvRefused {
        if (MISSING.contains(text.toLowerCase(Locale.ROOT))) {
            return Double.NaN;
        }
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw refuse(line, "must have a number as its value", text, "");
        }
        if (value < 0 || Double.isInfinite(value)) {
            throw refuse(line, "must have a count that is not negative", text, "a recording holds counts of events");
        }
        return value;
    }

    private static CsvRefused refuse(int line, String rule, String was, String help) {
        String shown = was.length() > 60 ? was.substring(0, 57) + "..." : was;
        return new CsvRefused(Code.RECORDING, "line " + line + " " + rule + ", but was '" + shown + "'", help);
    }
}
