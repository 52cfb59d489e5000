package dev.foreshock.cli.internal.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.console.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code foreshock init}. */
class InitTest {
    @TempDir
    Path directory;

    private Console console;

    @BeforeEach
    void aConsole() {
        console = new Console(directory);
    }

    @Test
    void aScenarioAndItsSchemaAreWrittenAndCanBeRun() throws Exception {
        assertThat(console.run("init")).isZero();
        assertThat(console.out())
                .contains(
                        "wrote  scenario.yaml",
                        "scenario-v1.json",
                        "foreshock check scenario.yaml",
                        "foreshock run scenario.yaml");
        assertThat(console.err()).isEmpty();
        assertThat(Console.names(directory)).containsExactlyInAnyOrder("scenario.yaml", "scenario-v1.json");
        assertThat(console.run("check", directory.resolve("scenario.yaml").toString()))
                .isZero();
        assertThat(console.out()).startsWith("ok: two-tier");
    }

    @Test
    void anExistingFileIsReplacedByForceOnly() throws Exception {
        Path file = Files.writeString(directory.resolve("scenario.yaml"), "mine");
        assertThat(console.run("init")).isEqualTo(2);
        assertThat(console.err()).contains("scenario.yaml must not exist, but does", "--force");
        assertThat(file).hasContent("mine");
        assertThat(console.run("init", "--force")).isZero();
        assertThat(file).content().startsWith("# yaml-language-server");
        assertThat(console.run("init", "other/mine.yml")).isZero();
        assertThat(console.out()).contains("wrote  other/mine.yml", "other/scenario-v1.json");
    }

    @Test
    void somethingElseOfTheNameOfTheSchemaIsLeftAlone() throws Exception {
        Path schema = Files.writeString(directory.resolve("scenario-v1.json"), "{}");
        assertThat(console.run("init")).isZero();
        assertThat(schema).hasContent("{}");
        assertThat(console.err()).contains("note: ", "scenario-v1.json is something else");
        assertThat(console.out()).doesNotContain("its schema, for");
    }

    @Test
    void aComposeFileIsAStartAndWhatItDoesNotSayIsListed() throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), """
                services:
                  web: { image: nginx, ports: ["80:80"], environment: { API_URL: "http://api:8080/key-secret" } }
                  api: { build: ., depends_on: [db], volumes: [x] }
                  db: { image: postgres, environment: { POSTGRES_PASSWORD: secret } }
                """);
        assertThat(console.run("init", "--from", "compose.yaml", "shop.yaml")).isZero();
        assertThat(console.out())
                .contains(
                        "wrote  shop.yaml",
                        "3 components from 3 services",
                        "could not know",
                        "service times: work of web and api",
                        "passed over:\n  - volumes (api)",
                        "foreshock run shop.yaml");
        Path file = directory.resolve("shop.yaml");
        assertThat(file).content().doesNotContain("secret").contains("from API_URL", "from depends_on", "# unknown: ");
        assertThat(console.run("run", file.toString(), "--replications", "1", "--quiet"))
                .isZero();
    }

    @Test
    void whatIsNoComposeFileIsSaidAndNothingIsWritten() throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), "services: [web]");
        assertThat(console.run("init", "--from", "compose.yaml")).isEqualTo(3);
        assertThat(console.err()).contains("error[E0103]", "they are a list", "nothing was written");
        assertThat(console.run("init", "--from", "nowhere.yaml")).isEqualTo(3);
        assertThat(console.run("init", "--from", ".")).isEqualTo(3);
        assertThat(Console.names(directory)).containsExactly("compose.yaml");
    }

    @Test
    void aFileThatCannotBeAScenarioIsWrongUsage() throws Exception {
        Files.createDirectory(directory.resolve("folder.yaml"));
        Files.writeString(directory.resolve("plain"), "");
        for (String file : new String[] {"scenario.txt", "folder.yaml", "plain/scenario.yaml"}) {
            assertThat(console.run("init", file)).as(file).isEqualTo(2);
            assertThat(console.err()).startsWith("foreshock: FILE must ");
        }
    }
}
