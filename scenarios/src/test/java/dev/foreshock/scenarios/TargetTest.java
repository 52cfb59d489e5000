package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.targets.Environment;
import dev.foreshock.engine.targets.LinkTarget;
import dev.foreshock.engine.targets.ProbeTarget;
import dev.foreshock.engine.targets.ProcessTarget;
import dev.foreshock.engine.targets.ServerTarget;
import dev.foreshock.engine.targets.TargetSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Target files: what they hold, and what is said of mistakes in them. */
class TargetTest {
    @TempDir
    Path directory;

    private LoadedTarget load(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("here.yaml"), text);
        return ScenarioLoader.standard().target(Source.file(file));
    }

    private static final String WHOLE = """
            foreshock: 1
            semantics: 2026.2
            target: here
            environment: staging
            servers:
              local: 127.0.0.1:8474
            links:
              queries: { on: web.queries, server: local, proxy: db, to: 127.0.0.1:5432, allowed: yes }
            probes:
              alive: http://127.0.0.1:8080/health
            """;

    @Test
    void aTargetIsReadWithItsDefaults() throws IOException {
        LoadedTarget loaded = load(WHOLE);
        assertThat(loaded.diagnostics()).isEmpty();
        assertThat(loaded.name()).isEqualTo("here");
        assertThat(loaded.target())
                .isEqualTo(new TargetSpec(
                        Environment.STAGING,
                        Map.of("local", new ServerTarget("127.0.0.1:8474", false, false)),
                        Map.of(
                                "queries",
                                new LinkTarget("web.queries", "local", "db", "127.0.0.1:5432", true, false, null)),
                        Map.of(),
                        Map.of(
                                "alive",
                                new ProbeTarget(
                                        "http://127.0.0.1:8080/health",
                                        Duration.ofSeconds(1),
                                        Duration.ofSeconds(1),
                                        200)),
                        Duration.ofMinutes(5),
                        1,
                        null,
                        Duration.ofSeconds(5)));
    }

    private String said(String text) throws IOException {
        LoadedTarget loaded = load(text);
        assertThat(loaded.target()).isNull();
        return DiagnosticPrinter.print(loaded.diagnostics());
    }

    @Test
    void whatIsNotAllowedIsNotAllowedByLeavingItOut() throws IOException {
        TargetSpec target = load(WHOLE.replace(", allowed: yes", "")).target();
        assertThat(target).isNotNull();
        assertThat(target.links().get("queries").allowed()).isFalse();
    }

    @Test
    void aNameIsHeldAgainstThoseThatAreThere() throws IOException {
        assertThat(said(WHOLE.replace("server: local", "server: locl")))
                .contains("error[E0302]: 'locl' is not a server of this target", "8 |", "'local' exists");
    }

    @Test
    void aTargetWithoutAProbeIsRefused() throws IOException {
        assertThat(said(WHOLE.replace("  alive: http://127.0.0.1:8080/health\n", "")))
                .contains("at least one probe");
    }

    @Test
    void whatIsNoAddressNoPageOrNoSettingIsToldByItsLine() throws IOException {
        assertThat(said(WHOLE.replace("8474", "84740000"))).contains("'local' must be host:port", "6 |");
        assertThat(said(WHOLE.replace("http://127", "127"))).contains("'alive' must be a page", "10 |");
        assertThat(said(WHOLE.replace("environment: staging", "environment: stagin")))
                .contains("4 |", "staging");
        assertThat(said(WHOLE.replace("links:", "lnks:"))).contains("'lnks' is not a setting of a target", "links");
    }

    @Test
    void aProxyIsOfOneLink() throws IOException {
        assertThat(said(WHOLE.replace(
                        "probes:",
                        "  again: { on: web.other, server: local, proxy: db, to: 127.0.0.1:5432 }\nprobes:")))
                .contains("a proxy must be of one link");
    }

    private static final String PROCESSES = """
            processes:
              db: { on: db, pid-file: /run/db.pid, start: "./db &", allowed: yes }
            probes:""";

    @Test
    void aProcessIsReadWithItsDefaults() throws IOException {
        TargetSpec target = load(WHOLE.replace("probes:", PROCESSES)).target();
        assertThat(target).isNotNull();
        assertThat(target.processes())
                .containsExactly(Map.entry(
                        "db", new ProcessTarget("db", "/run/db.pid", "./db &", Duration.ofSeconds(10), true)));
        TargetSpec less = load(WHOLE.replace("probes:", PROCESSES.replace(", start: \"./db &\", allowed: yes", "")))
                .target();
        assertThat(less).isNotNull();
        assertThat(less.processes().get("db"))
                .isEqualTo(new ProcessTarget("db", "/run/db.pid", null, Duration.ofSeconds(10), false));
    }

    @Test
    void aPidFileIsAnAbsolutePathAndOfOneProcess() throws IOException {
        String processes = WHOLE.replace("probes:", PROCESSES);
        assertThat(said(processes.replace("/run/db.pid", "db.pid")))
                .contains("'pid-file' must be an absolute path, but was db.pid", "10 |");
        assertThat(said(processes.replace("./db &", " "))).contains("'start' must be a command, but is empty");
        assertThat(said(processes.replace("probes:", "  again: { on: api, pid-file: /run/db.pid }\nprobes:")))
                .contains("a pid file must be of one process, but '/run/db.pid' is also that of 'again'");
    }

    @Test
    void aScenarioIsNoTarget() {
        LoadedTarget loaded = ScenarioLoader.standard().target(Source.library("viral-promo-surge"));
        assertThat(loaded.target()).isNull();
        assertThat(loaded.diagnostics())
                .singleElement()
                .satisfies(found -> assertThat(found.message()).contains("a target is needed here"));
    }
}
