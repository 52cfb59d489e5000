package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Library files with random damage are read or refused; no input ends in an exception, and none takes long. */
class FuzzTest {

    private static final Path LIBRARY = Fixtures.MODULE.resolve("src/main/resources/library");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** Five times what an idle machine may take, 2 s: how fast this one is must not decide. */
    private static final long SLOWEST_NANOS = 10_000_000_000L;

    private static final List<Seed> SEEDS = List.of(
            new Seed("viral-promo-surge.yaml", "viral-promo-surge.yaml"),
            new Seed("real-burst.yaml", "real-burst.yaml"),
            new Seed("systems/shop.yaml", "viral-promo-surge.yaml"));

    /** Files in layers take longer to read, so they are damaged less often. */
    private static final List<Seed> LAYERED = layered();

    private static final int LAYERED_ONE_IN = 10;

    /**
     * A file to damage.
     *
     * @param file the file
     * @param start the file that is loaded then
     */
    private record Seed(String file, String start) {}

    private static List<Seed> layered() {
        try (Stream<Path> files = Files.walk(LIBRARY.resolve("systems/marketplace"))) {
            return Stream.concat(Stream.of(LIBRARY.resolve("marketplace-promo.yaml")), files)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> new Seed(LIBRARY.relativize(file).toString(), "marketplace-promo.yaml"))
                    .sorted(Comparator.comparing(Seed::file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TempDir
    Path directory;

    @Test
    void twoThousandMutantsAreReadOrRefused() throws IOException {
        rehearse(1, 2_000);
    }

    @Tag("nightly")
    @Test
    void aHundredThousandMutantsAreReadOrRefused() throws IOException {
        rehearse(2, 100_000);
    }

    private void rehearse(long seed, int mutants) throws IOException {
        try (Stream<Path> files = Files.walk(LIBRARY)) {
            for (Path file : files.toList()) {
                Path copy = directory.resolve(LIBRARY.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        shorterRecording();
        int validated = 0;
        for (int i = 0; i < mutants; i++) {
            SplittableRandom random = new SplittableRandom(seed * 1_000_003 + i);
            validated += rehearse(random, "mutant " + i + " of seed " + seed) ? 1 : 0;
        }
        assertThat(validated).as("mutants that got past the syntax").isGreaterThan(mutants / 2);
    }

    /** A recording of a size that does not make the reading of it the whole test. */
    private void shorterRecording() throws IOException {
        List<String> lines = Files.readAllLines(LIBRARY.resolve("data/mentions-5min.csv"));
        Files.write(directory.resolve("data/mentions-5min.csv"), lines.subList(0, 200));
    }

    private boolean rehearse(SplittableRandom random, String name) {
        List<Seed> seeds = random.nextInt(LAYERED_ONE_IN) == 0 ? LAYERED : SEEDS;
        Seed seed = seeds.get(random.nextInt(seeds.size()));
        String file = seed.file();
        Path original = LIBRARY.resolve(file);
        byte[] mutant = Mutator.mutate(read(original), random);
        try {
            Files.write(directory.resolve(file), mutant);
            long before = THREADS.getCurrentThreadCpuTime();
            LoadResult result = ScenarioLoader.standard().load(Source.file(directory.resolve(seed.start())));
            String printed = DiagnosticPrinter.print(result.diagnostics());
            long took = THREADS.getCurrentThreadCpuTime() - before;
            assertThat(took).as("%s: nanoseconds for\n%s", name, text(mutant)).isLessThan(SLOWEST_NANOS);
            assertThat(result.isUsable()).as(name).isEqualTo(result.errors().isEmpty());
            assertThat(printed).as(name).doesNotContain("Exception");
            return result.errors().stream().allMatch(found -> isPastSyntax(found.code()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new AssertionError(name + " must be read or refused:\n" + text(mutant), e);
        } finally {
            restore(original, file);
        }
    }

    private void restore(Path original, String file) {
        try {
            Files.write(directory.resolve(file), Files.readAllBytes(original));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPastSyntax(Code code) {
        return !List.of(Code.SYNTAX, Code.ENCODING, Code.EMPTY, Code.ANCHOR, Code.TAG, Code.KEY, Code.DEPTH)
                .contains(code);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(Arrays.copyOf(bytes, Math.min(bytes.length, 20_000)), StandardCharsets.UTF_8);
    }
}
