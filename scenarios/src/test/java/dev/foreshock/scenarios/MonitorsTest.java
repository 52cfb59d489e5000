package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.people.BurnRateAlert;
import dev.foreshock.engine.people.EwmaAlert;
import dev.foreshock.engine.people.MonitorSpec;
import dev.foreshock.engine.people.RatioAlert;
import dev.foreshock.engine.people.WindowsAlert;
import dev.foreshock.engine.unit.Percent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kinds of monitors in files; a monitor that does not say what it is is an alert. */
class MonitorsTest {
    @TempDir
    Path directory;

    private LoadResult load(String changes) throws IOException {
        Files.writeString(directory.resolve("base.yaml"), Fixtures.small());
        Path over = directory.resolve("over.yaml");
        Files.writeString(over, "foreshock: 1\nsemantics: 2026.1\nfrom: base.yaml\nscenario: over\n" + changes);
        return ScenarioLoader.standard().load(Source.file(over));
    }

    private MonitorSpec monitor(String text) throws IOException {
        LoadResult result = load("responders: { sam: { reached-in: 1m } }\nmonitors: { m: { watches: web, pages: sam, "
                + text + " } }\n");
        return monitor(result);
    }

    private static MonitorSpec monitor(LoadResult result) {
        assertThat(result.errors()).isEmpty();
        return Objects.requireNonNull(
                Objects.requireNonNull(result.scenario()).monitors().get("m"));
    }

    @Test
    void everyKindIsReadWithItsDefaults() throws IOException {
        assertThat(monitor("alert: success < 95%")).isInstanceOf(Alert.class);
        assertThat(monitor("is: error-ratio, above: 5%, for: 2m"))
                .isEqualTo(RatioAlert.on("web", Duration.ofMinutes(5), Percent.of(5), Duration.ofMinutes(2), "sam"));
        assertThat(monitor("is: m-of-n, errors: 10, need: 2, of: 3"))
                .isEqualTo(WindowsAlert.on("web", Duration.ofMinutes(1), 10, 2, 3, "sam"));
        assertThat(monitor("is: burn-rate, slo: 99.9%"))
                .isEqualTo(BurnRateAlert.on(
                        "web", Percent.of(99.9), 14.4, Duration.ofHours(1), Duration.ofMinutes(5), "sam"));
        assertThat(monitor("is: ewma, alert: in-flight > 10, alpha: 0.2")).isInstanceOf(EwmaAlert.class);
    }

    @Test
    void whatSaysInALayerAboveThatItIsAnotherKindReplacesAnAlert() throws IOException {
        Files.writeString(directory.resolve("alerts.yaml"), """
                foreshock: 1
                semantics: 2026.1
                from: over.yaml
                scenario: alerts
                monitors: { m: { is: error-ratio, watches: web, above: 5%, pages: sam } }
                """);
        monitor("alert: success < 95%");
        LoadResult result = ScenarioLoader.standard().load(Source.file(directory.resolve("alerts.yaml")));
        assertThat(monitor(result))
                .isEqualTo(RatioAlert.on("web", Duration.ofMinutes(5), Percent.of(5), Duration.ZERO, "sam"));
    }

    @Test
    void whatDoesNotSayItAgainStaysWhatItIs() throws IOException {
        Files.writeString(directory.resolve("often.yaml"), """
                foreshock: 1
                semantics: 2026.1
                from: over.yaml
                scenario: often
                monitors: { m: { every: 5s } }
                """);
        monitor("is: burn-rate, slo: 99%");
        LoadResult result = ScenarioLoader.standard().load(Source.file(directory.resolve("often.yaml")));
        MonitorSpec often = monitor(result);
        assertThat(often).isInstanceOf(BurnRateAlert.class);
        assertThat(often.every()).isEqualTo(Duration.ofSeconds(5));
        assertThat(often.pages()).isEqualTo(Set.of("sam"));
    }

    @Test
    void windowsThatHoldNoTwoScrapesAndNeedsThatCannotBeMetAreRefused() throws IOException {
        List<String> kinds = List.of(
                "is: error-ratio, above: 5%, window: 10s",
                "is: m-of-n, window: 10s",
                "is: m-of-n, need: 3, of: 2",
                "is: burn-rate, slo: 99%, short: 10s",
                "is: burn-rate, slo: 99%, long: 1m");
        for (String kind : kinds) {
            LoadResult result = load("monitors: { m: { watches: web, " + kind + " } }\n");
            assertThat(result.errors()).as(kind).extracting(Diagnostic::code).containsExactly(Code.CONFLICT);
        }
    }
}
