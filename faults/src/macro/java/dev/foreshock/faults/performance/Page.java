package dev.foreshock.faults.performance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The page of results, up to what is written by hand.
 *
 * @param races by number of connections
 * @param rounds how many laps counted
 * @param millis how long a lap was
 */
record Page(List<Race> races, int rounds, long millis) {
    static final String BY_HAND = "## What it says";
    private static final List<String> NAMES = List.of("direct", "stock", "embedded");

    String text() {
        return """
                # Performance of the embedded Toxiproxy

                Written by `mvn verify -P benchmarks -pl faults -am -DskipTests -Djmh.skip -Dperformance.skip` up to "What it says"; needs `FORESHOCK_TOXIPROXY`.

                | | |
                | --- | --- |
                | date | %s |
                | processor | %s, %d cores, shared with other work: what counts are ratios of laps of one round |
                | JDK | %s |
                | stock | Toxiproxy 2.12.0 |
                | measured | %d laps of %d ms of each contestant, in turns, after two that do not count; clients and the far end are one process, each server another |

                ## Echo

                %d messages of %d bytes a second, in all, go to a server and come back. Added is a figure less that of the direct connection in the same round.

                | connections | way | median round trip, µs | least to most | added to the median, µs | least to most | added to p99, µs | least to most | processor time of the proxy per round trip, µs | least to most |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                %s
                ## Bulk

                As much as goes through, one way, in blocks of 64 KiB.

                | connections | way | MB/s | least to most | processor time of the proxy, ns per KB | least to most |
                | --- | --- | --- | --- | --- | --- |
                %s
                ## Embedded against stock

                The embedded server's figure divided by the stock server's of the same round.

                | connections | throughput, goal at least 1 | least to most | processor time per byte | least to most | median round trip, goal at most 1 | least to most | p99, goal at most 1 | least to most |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                %s
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.vm.version") + ", " + System.getProperty("java.vm.name"),
                        rounds,
                        millis,
                        EchoLap.PER_SECOND,
                        EchoLap.BYTES,
                        rows(Page::echoRow),
                        rows(Page::bulkRow),
                        ratios());
    }

    private interface Row {
        String of(Race race, int contestant);
    }

    private String rows(Row row) {
        StringBuilder text = new StringBuilder();
        for (Race race : races) {
            for (int i = 0; i < NAMES.size(); i++) {
                text.append("| ").append(race.connections()).append(" | ").append(NAMES.get(i));
                text.append(" | ").append(row.of(race, i)).append(" |\n");
            }
        }
        return text.toString();
    }

    private static String echoRow(Race race, int contestant) {
        String trip = spread(race.echoes(contestant, each -> each.medianNanos() / 1e3), 0);
        if (contestant == 0) {
            return trip + " | | | | | |";
        }
        return trip + " | " + spread(race.added(contestant, each -> each.medianNanos() / 1e3), 0) + " | "
                + spread(race.added(contestant, each -> each.p99Nanos() / 1e3), 0) + " | "
                + spread(race.echoes(contestant, each -> each.processorNanos() / 1e3), 0);
    }

    private static String bulkRow(Race race, int contestant) {
        String speed = spread(race.bulks(contestant, BulkLap.Result::megabytesPerSecond), 0);
        return speed
                + (contestant == 0
                        ? " | |"
                        : " | " + spread(race.bulks(contestant, each -> each.processorNanos() * 1e3), 0));
    }

    private String ratios() {
        StringBuilder text = new StringBuilder();
        for (Race race : races) {
            text.append("| ").append(race.connections());
            text.append(" | ")
                    .append(spread(
                            Race.ratios(
                                    race.bulks(2, BulkLap.Result::megabytesPerSecond),
                                    race.bulks(1, BulkLap.Result::megabytesPerSecond)),
                            2));
            text.append(" | ")
                    .append(spread(
                            Race.ratios(
                                    race.bulks(2, BulkLap.Result::processorNanos),
                                    race.bulks(1, BulkLap.Result::processorNanos)),
                            2));
            text.append(" | ")
                    .append(spread(
                            Race.ratios(
                                    race.echoes(2, EchoLap.Result::medianNanos),
                                    race.echoes(1, EchoLap.Result::medianNanos)),
                            2));
            text.append(" | ")
                    .append(spread(
                            Race.ratios(
                                    race.echoes(2, EchoLap.Result::p99Nanos), race.echoes(1, EchoLap.Result::p99Nanos)),
                            2));
            text.append(" |\n");
        }
        return text.toString();
    }

    private static String spread(double[] figures, int digits) {
        return Spread.of(figures).cells(digits);
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
