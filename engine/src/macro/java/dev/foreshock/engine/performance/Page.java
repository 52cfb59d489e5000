package dev.foreshock.engine.performance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * The page of results.
 *
 * @param plain the race without timeouts
 * @param timeouts the race with timeouts
 * @param full the model with everything
 * @param rounds the laps of each that count
 * @param seconds the model time of a lap
 */
record Page(Race plain, Race timeouts, Race full, int rounds, int seconds) {
    /** What follows it is written by hand and stays. */
    static final String BY_HAND = "## What limits it\n";

    private static final String HEAD = """
            # Performance

            Written by `mvn verify -P benchmarks -pl engine -am -DskipTests -Djmh.skip` up to "What limits it".

            """;

    String text() {
        return HEAD + machine() + "\n## Against others\n\n" + """
                The model is a load balancer before 8 servers (least in system; one worker, exponential 8 ms, first come, first served) and a
                database pool of 20 (exponential 20 ms), at 800 requests per second. Foreshock runs it from its public description with all its
                measures; SSJ in its event view with `LFSR113`, event objects used again, and a tally of response times and two time averages; the
                loop knows this one model and has one sum. All agree on mean response time and throughput within four standard
                errors, or there is no page. A request is one that ended. Ratios are of laps of one round, against the faster list of SSJ.

                """ + "### Without timeouts\n\n"
                + against(plain, "2", "2.5") + "\n### With a timeout of a second for each request\n\n"
                + against(timeouts, "2.5", "3.5") + "\n## With everything\n\n" + """
                A gateway calls over a network (0.5 ms each way) with a timeout of a second, up to 3 retries with backoff and a budget for them of 10 %;
                the better of two of 8 servers with 4 workers and a queue of 50 each, lognormal work (8 ms, cv 1); they call a database pool of 20
                (exponential 16 ms) over the network; 800 requests per second; histogram and series as in every run.

                """ + everything() + "\n";
    }

    private String machine() {
        return "| | |\n| --- | --- |\n| date | " + LocalDate.now(ZoneOffset.UTC) + " |\n| processor | " + processor()
                + ", "
                + Runtime.getRuntime().availableProcessors() + " cores, shared with other work |\n| JDK | "
                + Runtime.version() + ", " + System.getProperty("java.vm.name")
                + " |\n| measured | processor time of the thread, "
                + rounds + " laps of " + seconds
                + " s of model time each, in turns; three rounds before them do not count |\n";
    }

    private static String processor() {
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc/cpuinfo"));
            return lines.stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    private static String against(Race race, String floor, String goal) {
        StringBuilder table = new StringBuilder(
                "| | million requests per processor second | least to most | mean response, ms | bytes per request |\n| --- | --- | --- | --- | --- |\n");
        for (String name : List.of(Performance.FORESHOCK, Performance.SSJ, Performance.SSJ_BINARY, Performance.LOOP)) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.2f | %.1f |\n",
                    name,
                    race.speed(name).text(1e6),
                    race.mean(name).meanSeconds() * 1000,
                    race.bytesPerRequest(name)));
        }
        String rival = race.speed(Performance.SSJ).median()
                        > race.speed(Performance.SSJ_BINARY).median()
                ? Performance.SSJ
                : Performance.SSJ_BINARY;
        return table
                + "\n| Foreshock is so many times as fast as | median | least to most | floor | goal |\n| --- | --- | --- | --- | --- |\n| "
                + rival + " | " + race.ratio(Performance.FORESHOCK, rival).text(1) + " | " + floor + " | " + goal
                + " |\n| "
                + Performance.LOOP + " | "
                + race.ratio(Performance.FORESHOCK, Performance.LOOP).text(1) + " | | |\n";
    }

    private String everything() {
        return "| million requests per processor second | least to most | floor | goal | bytes per request | at most |\n| --- | --- | --- | --- | --- | --- |\n| "
                + full.speed(Performance.FORESHOCK).text(1e6) + " | 1.5 | 3 | "
                + String.format(Locale.ROOT, "%.1f", full.bytesPerRequest(Performance.FORESHOCK)) + " | 8 |\n";
    }
}
