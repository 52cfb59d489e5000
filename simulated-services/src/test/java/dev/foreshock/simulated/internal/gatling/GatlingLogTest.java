package dev.foreshock.simulated.internal.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that Gatling wrote in a rehearsal, and logs as it writes none. */
class GatlingLogTest {
    private static final Path RECORDED = resource("simulation.log");
    private static final Path GOLDEN = resource("simulation.txt");

    @TempDir
    Path directory;

    private static Path resource(String name) {
        return Path.of(System.getProperty("foreshock.root", ".."))
                .resolve("simulated-services/src/test/resources/gatling")
                .resolve(name);
    }

    @Test
    void aRecordedLogSaysWhatWasSentAndWhoCame() throws IOException {
        GatlingLog log = GatlingLog.read(RECORDED);
        List<String> lines = new ArrayList<>();
        lines.add("start " + log.startMillis());
        new TreeMap<>(log.users()).forEach((scenario, times) -> times.forEach(at -> lines.add(scenario + " at " + at)));
        log.requests()
                .forEach(each -> lines.add((each.name() + " " + each.startMillis() + " .. " + each.endMillis() + " "
                                + Messages.outcome(each.ok(), each.message()).text() + " " + each.message())
                        .strip()));
        lines.add("errors " + log.errors());
        if (Boolean.getBoolean("foreshock.regenerate")) {
            Files.write(GOLDEN, lines);
        }
        assertThat(log.requests())
                .as("as many as the users of that rehearsal sent")
                .hasSize(107);
        assertThat(log.requests().stream().filter(GatlingLog.Request::ok))
                .as("were answered")
                .hasSize(46);
        assertThat(lines).containsExactlyElementsOf(Files.readAllLines(GOLDEN));
    }

    @Test
    void anotherVersionIsRefusedByItsName() throws IOException {
        Path file = written(out -> {
            out.write(0);
            string(out, "3.16.0");
        });
        assertThatThrownBy(() -> GatlingLog.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(
                        "a log of Gatling must be of version 3.15.1, whose format is known, but was of 3.16.0");
    }

    @Test
    void aLogThatEndsInTheMiddleIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(RECORDED);
        Path file = Files.write(directory.resolve("half"), Arrays.copyOf(whole, whole.length - 3));
        assertThatThrownBy(() -> GatlingLog.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("must be whole, but ends in the middle of a record");
    }

    @Test
    void whatIsNoLogIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("text"), "no log");
        assertThatThrownBy(() -> GatlingLog.read(file)).hasMessageContaining("must begin with its run");
        Path long1 = written(out -> {
            out.write(0);
            out.writeInt(-1);
        });
        assertThatThrownBy(() -> GatlingLog.read(long1)).hasMessageContaining("a length must be from 0");
    }

    @Test
    void wideStringsAreReadInTheOrderOfTheMachine() throws IOException {
        boolean big = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;
        byte[] wide = "käufe → 1".getBytes(big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        Path file = written(out -> {
            out.write(0);
            string(out, GatlingLog.VERSION);
            string(out, "a.Class");
            out.writeLong(1_000);
            out.writeInt(0);
            out.writeInt(0);
            out.writeInt(0);
            out.write(1);
            out.writeInt(0);
            out.writeInt(1);
            out.writeInt(wide.length);
            out.write(wide);
            out.write(1);
            out.writeInt(5);
            out.writeInt(9);
            out.writeBoolean(true);
            out.writeInt(2);
            out.writeInt(0);
        });
        assertThat(GatlingLog.read(file).requests())
                .containsExactly(new GatlingLog.Request("käufe → 1", 1_005, 1_009, true, ""));
    }

    /** Writes a file. */
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private Path written(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writing.to(new DataOutputStream(bytes));
        return Files.write(Files.createTempFile(directory, "simulation", ".log"), bytes.toByteArray());
    }

    private static void string(DataOutputStream out, String text) throws IOException {
        out.writeInt(text.length());
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.write(0);
    }
}
