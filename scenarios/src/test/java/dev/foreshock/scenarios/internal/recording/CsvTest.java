package dev.foreshock.scenarios.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.foreshock.engine.curve.Recording;
import dev.foreshock.scenarios.Code;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a recording is repaired with a word about it, or refused. */
class CsvTest {

    private static final LocalDateTime START = LocalDateTime.of(2015, 3, 31, 3, 0);

    @Test
    void aSoundRecordingIsTakenAsItIs() throws CsvRefused {
        Csv.Result result = read(rows(100), "timestamp,value\n");
        assertThat(result.repairs()).isEmpty();
        Recording recording = result.recording();
        assertThat(recording.start()).isEqualTo(START);
        assertThat(recording.interval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(recording.counts()).hasSize(100).startsWith(0.0, 1.0, 2.0);
    }

    @Test
    void aHeaderIsOptionalAndBothFormsOfATimeAreRead() throws CsvRefused {
        assertThat(read(rows(10), "").recording())
                .isEqualTo(read(rows(10), "timestamp,value\n").recording());
        List<String> iso = rows(10).stream().map(row -> row.replace(' ', 'T')).toList();
        assertThat(read(iso, "").recording()).isEqualTo(read(rows(10), "").recording());
    }

    @Test
    void rowsOutOfOrderAreSorted() throws CsvRefused {
        List<String> rows = rows(100);
        Collections.swap(rows, 20, 21);
        Csv.Result result = read(rows, "");
        assertThat(result.repairs()).containsExactly("1 rows out of order were sorted");
        assertThat(result.recording()).isEqualTo(read(rows(100), "").recording());
    }

    @Test
    void ofRowsWithOneTimeTheLastCounts() throws CsvRefused {
        List<String> rows = rows(100);
        rows.add(21, rows.get(20).replaceAll(",.*", ",777"));
        Csv.Result result = read(rows, "");
        assertThat(result.repairs()).containsExactly("1 rows had the time of a later row, which counts");
        assertThat(result.recording().counts().get(20)).isEqualTo(777);
    }

    @Test
    void upToTwelveMissingRowsAreInterpolated() throws CsvRefused {
        List<String> rows = rows(200);
        rows.subList(50, 62).clear();
        Csv.Result result = read(rows, "");
        assertThat(result.repairs())
                .containsExactly("12 missing or blank values were interpolated between their neighbors");
        assertThat(result.recording()).isEqualTo(read(rows(200), "").recording()); // they lie on a straight line
    }

    @Test
    void thirteenMissingRowsAreRefusedWithTheirTime() {
        List<String> rows = rows(200);
        rows.subList(50, 63).clear();
        CsvRefused refused = refused(rows);
        assertThat(refused.code()).isEqualTo(Code.RECORDING_QUALITY);
        assertThat(refused.text()).contains("longer than 12 intervals", "2015-03-31T07:05");
    }

    @ParameterizedTest
    @CsvSource(value = {"''", "NaN", "null", "n/a"})
    void aBlankValueIsInterpolated(String blank) throws CsvRefused {
        List<String> rows = rows(100);
        rows.set(40, rows.get(40).replaceAll(",.*", "," + blank));
        assertThat(read(rows, "").recording()).isEqualTo(read(rows(100), "").recording());
    }

    @Test
    void blankValuesAtTheEndsAreLeftOut() throws CsvRefused {
        List<String> rows = rows(100);
        rows.set(0, rows.get(0).replaceAll(",.*", ","));
        rows.set(99, rows.get(99).replaceAll(",.*", ","));
        Csv.Result result = read(rows, "");
        assertThat(result.repairs()).containsExactly("2 blank values at its ends were left out");
        assertThat(result.recording().start()).isEqualTo(START.plusMinutes(5));
        assertThat(result.recording().counts()).hasSize(98);
    }

    @Test
    void aRowBetweenTwoIntervalsCountsForTheNearest() throws CsvRefused {
        List<String> rows = rows(100);
        rows.set(40, rows.get(40).replace(":00,", ":20,"));
        Csv.Result result = read(rows, "");
        assertThat(result.repairs())
                .containsExactly("1 rows between two intervals of 300.0 s were counted for the nearest");
        assertThat(result.recording()).isEqualTo(read(rows(100), "").recording());
    }

    @ParameterizedTest
    @CsvSource(value = {"-5", "1e999", "abc", "'5,6'", "Infinity"})
    void nonsenseIsRefusedWithItsLine(String value) {
        List<String> rows = rows(100);
        rows.set(40, rows.get(40).replaceAll(",.*", "," + value));
        assertThat(refused(rows).code()).isEqualTo(Code.RECORDING);
        assertThat(refused(rows).text()).startsWith("line 41 ");
    }

    @ParameterizedTest
    @CsvSource({"2015-03-31 25:00:00", "2015-03-31T03:00:00Z", "31.03.2015", "0"})
    void aTimeThatIsNoneIsRefused(String time) {
        List<String> rows = rows(100);
        rows.set(40, time + ",5");
        assertThat(refused(rows).text()).startsWith("line 41 must start with a date and time");
    }

    @Test
    void moreRepairsThanATenthAreRefused() {
        List<String> rows = rows(100);
        IntStream.range(0, 11)
                .forEach(i -> rows.set(5 + 8 * i, rows.get(5 + 8 * i).replaceAll(",.*", ",")));
        assertThat(refused(rows).code()).isEqualTo(Code.RECORDING_QUALITY);
        assertThat(refused(rows).text()).contains("11 for 100 values");
    }

    @Test
    void aFileWithoutTwoTimesIsRefused() {
        assertThat(refused(List.of()).code()).isEqualTo(Code.RECORDING);
        assertThat(refused(rows(1)).code()).isEqualTo(Code.RECORDING);
    }

    private static List<String> rows(int count) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(START.plusMinutes(5L * i).toString().replace('T', ' ') + ":00," + i);
        }
        return rows;
    }

    private static Csv.Result read(List<String> rows, String header) throws CsvRefused {
        return Csv.read("test.csv", header + String.join("\n", rows) + "\n");
    }

    private static CsvRefused refused(List<String> rows) {
        return catchThrowableOfType(CsvRefused.class, () -> read(rows, ""));
    }
}
