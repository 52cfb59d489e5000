package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.unit.Window;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What YAML 1.1 read behind its users' backs is read as they mean it. */
class YamlTrapsTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"yes,true", "no,false", "on,true", "off,false", "true,true", "false,false", "No,false"})
    void aSwitchTakesTheWordsPeopleWrite(String word, boolean enabled) {
        Scenario scenario = sound(
                "monitors:",
                "  down: { watches: web, alert: success < 95% for 1m, pages: ops, enabled: " + word + " }",
                "responders: { ops: {} }");
        assertThat(((Alert) scenario.monitors().get("down")).enabled()).isEqualTo(enabled);
    }

    @ParameterizedTest
    @CsvSource({"no", "on", "off", "yes", "y", "n", "1e3", "0x10", "0o7", "1_000", "404", "nan", ".inf", "2001-01-01"})
    void anythingCanBeAName(String name) {
        Scenario scenario = sound("responders: { " + name.replace(".inf", "inf") + ": { joins-in: 5m } }");
        assertThat(scenario.responders()).containsOnlyKeys(name.replace(".inf", "inf"));
    }

    @ParameterizedTest
    @CsvSource({"no", "on", "yes", "NO", "null-ish", "1.10"})
    void aTextStaysAsWritten(String text) {
        assertThat(sound("about: " + text).about()).isEqualTo(text);
    }

    @Test
    void aTimeOfDayIsNoBaseSixtyNumber() {
        Scenario scenario = sound("define: { population: 08:10 .. 08:50 }");
        assertThat(scenario.define().population()).isEqualTo(Window.between("08:10", "08:50"));
        Scenario bare = Fixtures.load(
                        directory, Fixtures.small(), "traffic.shopper.more={is: step, at: 12:30, rate: 1/s}")
                .scenario();
        assertThat(bare).isNull(); // a new name cannot be set by a path of its own
        assertThat(Fixtures.load(
                                directory, Fixtures.small(), "traffic.shopper={more: {is: step, at: 08:30, rate: 1/s}}")
                        .scenario())
                .isNotNull();
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsDoNotMatter() {
        String text = "\ufeff" + Fixtures.small().replace("\n", "\r\n");
        assertThat(Fixtures.load(directory, text).scenario())
                .isEqualTo(Fixtures.load(directory, Fixtures.small()).scenario());
    }

    @Test
    void aNullIsAsGoodAsLeavingASettingOut() {
        Scenario scenario = sound("monitors:", "runbook: ~", "gates: null");
        assertThat(scenario).isEqualTo(sound());
    }

    @Test
    void keysThatStartWithXAreFreeAnywhere() {
        String text = Fixtures.small("x-note: [anything, { at: all }]")
                .replace("workers: 10", "x-why: measured, workers: 10");
        assertThat(Fixtures.load(directory, text).scenario()).isEqualTo(sound());
    }

    @Test
    void quotesDoNotChangeWhatANumberIs() {
        String text = Fixtures.small().replace("workers: 10", "workers: \"10\"");
        assertThat(Fixtures.load(directory, text).scenario()).isEqualTo(sound());
        assertThat(((ServerSpec) sound().system().components().get("web")).workers())
                .isEqualTo(10);
    }

    private Scenario sound(String... more) {
        LoadResult result = Fixtures.load(directory, Fixtures.small(more));
        assertThat(result.errors()).isEmpty();
        assertThat(result.scenario()).isNotNull();
        return result.scenario();
    }
}
