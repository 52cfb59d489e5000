package dev.foreshock.cli.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Results are the same everywhere: on any JDK, with any number of threads. The committed digests are of
 * {@code result.json} with two replications. After a change that is meant to change results, run
 * {@code mvn verify -pl cli -am -Dforeshock.regenerate=true}, look at what changed, and commit the file.
 */
class ResultDigestTest {
    private static final Path DIGESTS = Path.of("src", "test", "resources", "result-digests");

    @ParameterizedTest
    @CsvSource({"viral-promo-surge, 1", "viral-promo-surge, 2", "real-burst, 1", "real-burst, 2"})
    void resultIsTheCommittedOne(String scenario, int threads) throws IOException {
        Path committed = DIGESTS.resolve(scenario + ".sha256");
        String digest = digest(scenario, threads);
        if (Boolean.getBoolean("foreshock.regenerate")) {
            Files.createDirectories(DIGESTS);
            Files.writeString(committed, digest + "\n");
        }

        assertThat(digest)
                .as("foreshock run %s --replications 2 --threads %d --json | sha256sum", scenario, threads)
                .isEqualTo(Files.readString(committed).strip());
    }

    private static String digest(String scenario, int threads) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] command = {"run", scenario, "--replications", "2", "--threads", String.valueOf(threads), "--json"};
        int code = Main.run(command, print(out), print(err));
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isIn(0, 4, 5);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(out.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
