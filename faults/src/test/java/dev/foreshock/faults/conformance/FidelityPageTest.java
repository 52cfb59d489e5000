package dev.foreshock.faults.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page that says what both servers are held to is made of what the tests read. */
class FidelityPageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("foreshock.root", "..")).resolve("docs/fidelity/toxiproxy.md");

    @Test
    void thePageIsWhatTheTestsRead() throws IOException {
        String page = page();
        if (Boolean.getBoolean("foreshock.regenerate")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("rewrite it with -Dforeshock.regenerate=true").hasContent(page);
    }

    private static String page() {
        Map<String, Deviation> deviations = Deviation.all();
        return """
                # The embedded Toxiproxy beside the stock server

                Generated from the cases that the tests put to both servers (`faults/src/test/resources/conformance`); they pass only where each server answers as it
                says here. Stock is Toxiproxy 2.12.0, run where `FORESHOCK_TOXIPROXY` names its binary, and in a container that Testcontainers starts where
                `FORESHOCK_TOXIPROXY_IMAGE` names its image, as in CI.

                ## Where they differ on purpose

                | what | stock | embedded | why |
                | --- | --- | --- | --- |
                %s

                ## What clients are answered

                Statuses of all answers of a case. Bodies and headers are compared too; ports, the text of JSON decoders and identifiers are masked.

                | case | stock | embedded |
                | --- | --- | --- |
                %s

                ## How connections fare

                The same on both: delays at least as long as asked for (less 2 ms), and bytes identical.

                %s

                Of a container all but these are asked, as Docker's own proxy stands before it, which takes every connection and turns a reset into an end:

                %s

                ## Clients

                The same commands and calls against both, with the same output: the stock command line, in Go (`toxiproxy-cli` 2.12.0; create, list, inspect, toggle,
                delete, toxic add, update, remove), and the Node client (`toxiproxy-node-client` 4.0.0; create, populate, get, list, update, delete, reset, and
                toxics added, read, updated, removed).

                ## Of the embedded server alone

                By the stock Java client (`eu.rekawek.toxiproxy:toxiproxy-java`): proxies created, changed, reset and deleted, every toxic that it knows, a fault felt
                and removed. Each toxic has a test of its own, in which time is handed in.

                ## Not compared

                [Throughput and added latency](../performance-toxiproxy.md) are measured elsewhere. `-runtime-metrics`; the 25-second limit of a call (`503`), which no call of the embedded server
                reaches but through a name service that is slow; the identifier of a request, but for its form.
                """.formatted(
                deviations.values().stream().map(FidelityPageTest::deviation).collect(Collectors.joining("\n")),
                HttpCase.all().stream()
                        .map(each -> row(each, deviations.get(each.name())))
                        .collect(Collectors.joining("\n")),
                behaviors(method -> true),
                behaviors(FidelityPageTest::isNotAskedOfContainers));
    }

    private static String behaviors(Predicate<Method> wanted) {
        return Stream.of(BehaviorConformanceTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(ParameterizedTest.class))
                .filter(wanted)
                .map(Method::getName)
                .sorted()
                .map(name -> "- " + words(name))
                .collect(Collectors.joining("\n"));
    }

    private static boolean isNotAskedOfContainers(Method method) {
        MethodSource kinds = method.getAnnotation(MethodSource.class);
        return kinds != null && List.of(kinds.value()).contains("kindsThatClientsReachThemselves");
    }

    private static String deviation(Deviation deviation) {
        String embedded = deviation.isBehavior() ? "as it says" : statuses(deviation.answers());
        String name =
                deviation.isBehavior() ? deviation.name().substring(Deviation.BEHAVIOR.length()) : deviation.name();
        return "| " + name + " | " + deviation.stock() + " | " + embedded + " | " + deviation.why() + " |";
    }

    private static String row(HttpCase request, Deviation deviation) {
        String stock = request.answers().isEmpty() ? "not asked" : statuses(request.answers());
        String embedded = deviation == null ? "same" : statuses(deviation.answers()) + ", on purpose";
        return "| " + request.name() + " | " + stock + " | " + embedded + " |";
    }

    private static String statuses(List<String> answers) {
        return answers.stream().map(answer -> answer.substring(0, 3)).collect(Collectors.joining(", "));
    }

    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
