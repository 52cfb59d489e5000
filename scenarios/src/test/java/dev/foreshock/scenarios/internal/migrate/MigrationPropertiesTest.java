package dev.foreshock.scenarios.internal.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.scenarios.internal.migrate.Migrator.Migrated;
import dev.foreshock.scenarios.internal.report.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What holds for every migration of every file. A failure shows the smallest file that it found. */
class MigrationPropertiesTest {

    private static final int ALL = ToyMigrations.ALL.size();

    @Provide
    Arbitrary<RandomFile> files() {
        return RandomFile.any();
    }

    @Property(seed = "1177", tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void theContentIsWhatTheMigrationsSay(@ForAll("files") RandomFile file) {
        assertThat(content(migrated(file.text(), ALL))).isEqualTo(ToyMigrations.expected(content(file.text())));
    }

    @Property(seed = "1177", tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void everyCommentIsKeptInOrder(@ForAll("files") RandomFile file) {
        assertInOrder(file.comments(), migrated(file.text(), ALL - 1));
    }

    @Property(seed = "1177", tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void whatMovesTakesItsCommentsAlongAndTheOthersStayInOrder(@ForAll("files") RandomFile file) {
        String migrated = ToyMigrations.only(ToyMigrations.MOVED)
                .migrate("a file", file.text().replaceFirst("1", "3"), null, new Report())
                .text();
        assertThat(file.comments()).allSatisfy(comment -> assertThat(migrated).containsOnlyOnce(comment));
    }

    @Property(seed = "1177", tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void linesThatNothingConcernsStayAsTheyAre(@ForAll("files") RandomFile file) {
        String migrated = migrated(file.text(), ALL);
        assertThat(file.untouched()).allSatisfy(lines -> assertThat(migrated).contains(lines));
    }

    @Property(seed = "1177", tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void aMigrationOfTheVersionAloneChangesNothingElse(@ForAll("files") RandomFile file) {
        String text = file.text().replace("2026.1", "2026.2");
        String migrated = Objects.requireNonNull(
                        ToyMigrations.only(ToyMigrations.NOTHING).migrate("a file", text, null, new Report()))
                .text();
        assertThat(migrated).isEqualTo(text.replace("2026.2", "2026.10"));
    }

    @Property(seed = "1177", tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void allTheWayAtOnceIsTheSameAsStepByStep(@ForAll("files") RandomFile file) {
        String stepwise = file.text();
        for (int i = 1; i <= ALL; i++) {
            stepwise = migrated(stepwise, i);
        }
        assertThat(migrated(file.text(), ALL)).isEqualTo(stepwise);
    }

    @Property(seed = "1177", tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void twiceIsOnceAndEqualFilesMigrateEqually(@ForAll("files") RandomFile file) {
        String once = migrated(file.text(), ALL);
        assertThat(migrated(file.text(), ALL)).isEqualTo(once);
        assertThat(migrated(once, ALL)).isEqualTo(once);
    }

    @Property(seed = "1177", tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void linesEndAsTheyDidBefore(@ForAll("files") RandomFile file) {
        String migrated = migrated(file.text(), ALL);
        String others = file.lineBreak().equals("\n") ? "\r" : "(?<!\r)\n|\r(?!\n)";
        assertThat(migrated.split(others, -1)).hasSize(1);
    }

    @Tag("nightly")
    @Property(tries = 100_000, edgeCases = EdgeCasesMode.NONE)
    void theContentIsWhatTheMigrationsSayForManyMore(@ForAll("files") RandomFile file) {
        theContentIsWhatTheMigrationsSay(file);
        everyCommentIsKeptInOrder(file);
    }

    private static String migrated(String text, int migrations) {
        Report report = new Report();
        Migrated migrated = ToyMigrations.upTo(migrations).migrate("a file", text, null, report);
        assertThat(report.sorted()).isEmpty();
        return Objects.requireNonNull(migrated).text();
    }

    /** Returns what an independent reader makes of a text, less its versions. */
    private static Map<String, Object> content(String text) {
        Map<String, Object> content = new LinkedHashMap<>();
        ((Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text))
                .forEach((key, value) -> content.put(key.toString(), simplified(value)));
        assertThat(content.remove("foreshock")).isNotNull();
        assertThat(content.remove("semantics")).isNotNull();
        return content;
    }

    /** A map without entries is as good as nothing; a last line feed that a file left out may be added. */
    private static Object simplified(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return String.valueOf(value).stripTrailing();
        }
        Map<String, Object> result = new LinkedHashMap<>();
        map.forEach((key, inner) -> result.put(key.toString(), simplified(inner)));
        return result.isEmpty() ? "null" : result;
    }

    private static void assertInOrder(List<String> comments, String text) {
        int at = 0;
        for (String comment : comments) {
            int found = text.indexOf(comment, at);
            assertThat(found).as("%s in%n%s", comment, text).isGreaterThanOrEqualTo(at);
            at = found + comment.length();
        }
    }
}
