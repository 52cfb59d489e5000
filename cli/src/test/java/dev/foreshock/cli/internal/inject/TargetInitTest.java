package dev.foreshock.cli.internal.inject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.console.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code foreshock target init}. */
class TargetInitTest {
    @TempDir
    Path directory;

    private void compose(String services) throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), "services:\n" + services);
    }

    @Test
    void aTargetThatChecksWellAndTheFileForTheProxiesAreWritten() throws Exception {
        compose("""
                  web: { image: web, environment: { DB: 'postgres://a:b@db:5432/x' }, ports: ['8080:80'] }
                  db: { image: postgres }
                """.indent(2));
        Files.writeString(directory.resolve("compose.override.yml"), "services: {}\n");
        Console console = new Console(directory);
        assertThat(console.run("target", "init", "--from", "compose.yaml", "staging.yaml"))
                .isZero();
        assertThat(console.out())
                .contains(
                        "wrote  staging.yaml: 1 link; nothing may be broken yet",
                        "compose.foreshock.yaml",
                        "next   docker compose -f compose.yaml -f compose.override.yml -f compose.foreshock.yaml up -d\n",
                        "undo   docker compose -f compose.yaml -f compose.override.yml -f compose.foreshock.yaml rm -sf foreshock-db\n",
                        "       docker compose -f compose.yaml -f compose.override.yml up -d\n");
        assertThat(new Console(directory)
                        .run("check", directory.resolve("staging.yaml").toString()))
                .isZero();
        assertThat(Files.readString(directory.resolve("compose.foreshock.yaml")))
                .contains("extra_hosts");
        assertThat(directory.resolve("target-v1.json")).isNotEmptyFile();
    }

    @Test
    void nothingThatIsThereIsReplacedUnasked() throws Exception {
        compose("  web: { image: web, depends_on: [db] }\n  db: { image: postgres }\n");
        Files.writeString(directory.resolve("compose.foreshock.yaml"), "mine");
        Console console = new Console(directory);
        assertThat(console.run("target", "init", "--from", "compose.yaml")).isEqualTo(2);
        assertThat(console.err()).contains("compose.foreshock.yaml must not exist, but does");
        assertThat(directory.resolve("target.yaml")).doesNotExist();
        assertThat(Files.readString(directory.resolve("compose.foreshock.yaml")))
                .isEqualTo("mine");
    }

    @Test
    void whereNobodyCallsAnybodyNothingIsWritten() throws Exception {
        compose("  web: { image: web }\n");
        Console console = new Console(directory);
        assertThat(console.run("target", "init", "--from", "compose.yaml")).isEqualTo(3);
        assertThat(console.err()).contains("there is nothing to put a proxy in front of; nothing was written");
        assertThat(directory.resolve("target.yaml")).doesNotExist();
    }

    @Test
    void targetAloneSaysWhichCommandIsMeant() {
        Console console = new Console(directory);
        assertThat(console.run("target")).isEqualTo(2);
        assertThat(console.err()).contains("a command is needed: ", "target init");
    }
}
