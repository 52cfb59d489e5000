package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody wants to mend a file one run at a time. */
class AllErrorsAtOnceTest {

    private static final String SPOILED = """
            foreshock: 1
            semantics: 2026.1
            scenario: spoiled
            clok: 2026-03-14T08:00Z .. 09:00
            clock: 2026-03-14T08:00Z .. 09:00
            components:
              web: { is: server, workers: 0, work: 20, calls: { db: { timeout: 1x, to: database } } }
              db: { is: database, pool: many, query: lognormal(mean 5ms), poolwait: 5s }
            users:
              shopper: { enters: wob, visit: { pages: 3, think: expo(mean 5s) }, patience: 10 }
            traffic:
              shopper: { usual: 4/sec }
            monitors:
              down: { watches: web, alert: sucess < 95%, pages: [ops], enabled: maybe }
            responders: { ops: { reached-in: 5 min } }
            runbook:
              fix: { by: ops, after: [triage crashed], do: [reboot web, web.workers two] }
            gates:
              affected: users.affected <= 5m
              upright: crashes = 0
            """;

    @TempDir
    Path directory;

    @Test
    void everyMistakeIsFoundInOneGoAndInTheOrderOfTheFile() {
        String found = Fixtures.load(directory, SPOILED).diagnostics().stream()
                .map(each ->
                        each.line() + ":" + each.column() + " " + each.code().id())
                .collect(Collectors.joining("\n"));
        assertThat(found).isEqualTo("""
                4:1 E0201
                7:31 E0301
                7:40 E0206
                7:68 E0207
                7:76 E0302
                8:29 E0207
                8:42 E0303
                8:63 E0201
                10:22 E0302
                10:53 E0203
                10:80 E0206
                12:21 E0207
                14:32 E0208
                14:69 E0207
                15:34 E0207
                17:19 E0302
                17:34 E0208
                17:49 E0207
                17:73 E0207
                19:31 E0209
                20:12 E0207""");
    }

    @Test
    void namesThatDangleAreFoundTooOnceTheRestCanBeTold() {
        String text = Fixtures.small("gates: { slow: users.affected <= 5 }", "about: 5")
                .replace("enters: web", "enters: wob");
        assertThat(Fixtures.load(directory, text).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(Code.DANGLING, Code.UNIT);
    }

    @Test
    void aStandInForAMistakeIsNotItselfAMistake() {
        String text =
                Fixtures.small().replace("exponential(mean 5ms)", "lognormal").replace("workers: 10", "workers: ten");
        assertThat(Fixtures.load(directory, text).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(Code.VALUE, Code.MISSING_SETTING);
    }

    @Test
    void twentyAreShownAndTheOthersCounted() {
        String many = IntStream.range(0, 57).mapToObj(i -> "wrong-" + i + ": 1").collect(Collectors.joining("\n"));
        LoadResult result = Fixtures.load(directory, Fixtures.small(many));
        assertThat(result.diagnostics()).hasSize(57);
        String printed = DiagnosticPrinter.print(result.diagnostics());
        assertThat(printed).contains("wrong-19").doesNotContain("'wrong-20'").endsWith("and 37 more\n");
    }

    @Test
    void aMistakeInAVariantNobodyChoseIsFoundToo() {
        LoadResult result = Fixtures.load(
                directory, Fixtures.small("variants:", "  more: { set: { web.workers: lots, web.wrkers: 4 } }"));
        assertThat(result.diagnostics()).extracting(Diagnostic::line).containsExactly(13, 13);
        assertThat(result.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.VALUE, Code.UNKNOWN_SETTING);
    }
}
