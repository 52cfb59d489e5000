package dev.foreshock.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the charts of the page say, and that they say it on one time axis. */
class ReportChartsTest {
    private static final Pattern FIGURE = Pattern.compile(
            "<figure>\\s*<h3>(.*?)</h3>(.*?)<figcaption>(.*?)</figcaption>(.*?)</figure>", Pattern.DOTALL);
    private static final Pattern GRID =
            Pattern.compile("<line x1=\"([\\d.]+)\" y1=\"[\\d.]+\" x2=\"\\1\" y2=\"[\\d.]+\" class=\"s-grid\"");
    private static final Pattern CLOCK = Pattern.compile("<text x=\"([\\d.]+)\"[^>]*>(\\d\\d:\\d\\d)</text>");

    private final Map<String, Drawn> promo = figures(page(json -> {}));

    /** A figure of the page. */
    private record Drawn(String svg, String sentence, String table) {}

    @Test
    void allChartsOverTimeShareOneAxis() {
        List<String> overTime = List.of(
                "What happened when",
                "Offered load and goodput",
                "Failures by kind",
                "Response time of all requests, also of those that failed (logarithmic)",
                "Calls waiting in queues",
                "Calls in flight",
                "Servers up",
                "Users affected");
        assertThat(promo).containsKeys(overTime.toArray(String[]::new));
        List<String> ticks = matches(GRID, drawn("Offered load and goodput").svg());
        List<String> labels = matches(CLOCK, drawn("Offered load and goodput").svg());
        assertThat(ticks).hasSizeGreaterThan(4);
        assertThat(labels).hasSameSizeAs(ticks);
        assertThat(overTime).allSatisfy(title -> {
            assertThat(matches(GRID, drawn(title).svg())).isEqualTo(ticks);
            assertThat(matches(CLOCK, drawn(title).svg())).isEqualTo(labels);
        });
    }

    @Test
    void everyChartHasASentenceWithNumbersAndATable() {
        assertThat(promo.values()).hasSize(9).allSatisfy(figure -> {
            assertThat(figure.sentence()).containsPattern("\\d").endsWith(".");
            assertThat(figure.table()).contains("<table>", "<td>");
            assertThat(figure.svg())
                    .contains("aria-label=\"" + figure.sentence().substring(0, 20));
        });
    }

    @Test
    void partsOfTheBarAreAsLongAsTheyTook() {
        Drawn minutes = drawn("Where the time went");
        assertThat(minutes.sentence())
                .startsWith(
                        "Where 140 min went, each alone: detect 3 · reach 15 · diagnose 85 · prepare 35 · take effect 2.")
                .contains("To diagnose took longest: 1h 25m, 61.0 %", "08:58:00", "11:18:00");
        Map<String, Double> widths = new TreeMap<>();
        Matcher rect = Pattern.compile("width=\"([\\d.]+)\" height=\"34\"[^>]*><title>(.*?),")
                .matcher(minutes.svg());
        rect.results().forEach(part -> widths.put(part.group(2), Double.valueOf(part.group(1))));
        double all = widths.values().stream().mapToDouble(width -> width).sum();
        assertThat(widths).containsOnlyKeys("detect", "reach", "diagnose", "prepare", "take effect");
        assertThat(widths.getOrDefault("reach", 0.0) / all).isCloseTo(15 / 140.0, within(0.002));
        assertThat(widths.getOrDefault("prepare", 0.0) / all).isCloseTo(35 / 140.0, within(0.002));
        assertThat(minutes.table()).contains("<td>09:00:58</td><td>09:15:58</td><td>15m 00s</td><td>10.7 %</td>");
    }

    @Test
    void queuesAreToldWithTheirPeakAndWhen() {
        long most = Series.outage().gauges().getOrDefault("web.waiting", List.of()).stream()
                .mapToLong(Math::round)
                .max()
                .orElseThrow();
        assertThat(most).isGreaterThan(100);
        assertThat(drawn("Calls waiting in queues").sentence())
                .matches("When looked at, every 30 s, up to " + (most >= 1000 ? most / 1000 + " " : "") + ".*"
                        + most % 1000 + " calls waited in web, at \\d\\d:\\d\\d:\\d\\d\\.");
    }

    @Test
    void serversAreToldWithHowLongTheyWereDown() {
        assertThat(drawn("Servers up").sentence())
                .contains("web was not fully up for", "at worst 0 of 1", "Up all the time: backup");
        assertThat(drawn("Servers up").svg()).contains(">down</text>", ">backup</text>");
    }

    @Test
    void withThirtyServersThoseThatBrokeAreDrawnAndTheOthersNamed() {
        Map<String, Drawn> page = figures(page(json -> {
            ObjectNode gauges = (ObjectNode) json.at("/exemplar/series/gauges");
            for (int i = 10; i < 40; i++) {
                gauges.set("s" + i + ".up", gauges.get("backup.up").deepCopy());
                gauges.set("s" + i + ".waiting", gauges.get("web.up").deepCopy());
            }
        }));
        Drawn servers = page.getOrDefault("Servers up", drawn("Servers up"));
        assertThat(servers.svg()).contains(">web</text>").doesNotContain(">s10</text>");
        assertThat(servers.sentence()).contains("Up all the time: backup, s10", "and 23 more");
        Drawn waiting = page.getOrDefault("Calls waiting in queues", drawn("Calls waiting in queues"));
        assertThat(waiting.svg()).contains(">web</text>", ">s13</text>").doesNotContain(">s14</text>");
        assertThat(waiting.sentence()).contains("Not drawn: s14", "and 18 more", "at most 1 waited in one of them");
    }

    @Test
    void theShareOfAffectedUsersIsOfThePopulation() {
        long affected =
                Series.outage().affected().stream().mapToLong(users -> users).sum();
        Map<String, Drawn> page =
                figures(page(json -> ((ObjectNode) json.get("exemplar")).put("population", 2 * affected)));
        Drawn users = page.getOrDefault("Users affected", drawn("Users affected"));
        assertThat(users.sentence()).contains(" users of the population, 50.0 %, were affected: the first at 08:00:00");
    }

    @Test
    void whereMoreUsersAreAffectedThanCountTheirNumberAMinuteIsDrawn() {
        Map<String, Drawn> page = figures(page(json -> ((ObjectNode) json.get("exemplar")).put("population", 3)));
        assertThat(page.getOrDefault("Users affected", drawn("Users affected")).sentence())
                .contains("a minute. No share is drawn");
    }

    @Test
    void whatFailedFirstIsMarkedWithAShapeAndItsNameAndWhoReachesItIsTold() {
        Drawn topology = figures(page(ReportChartsTest::shop)).getOrDefault("Who calls whom", drawn("Servers up"));
        assertThat(topology.sentence())
                .startsWith(
                        "First to fail was web, which is called, directly or through others (thick lines), by 1 of the 3 other"
                                + " components and for these users: shopper.")
                .contains("4 components, 5 kinds of calls");
        assertThat(topology.svg())
                .contains(
                        ">failed first</text>",
                        ">crashed ",
                        "<title>web, server</title>",
                        "<title>front calls web</title>");
        assertThat(topology.table())
                .contains("<th scope=\"row\">db</th><td>database</td><td>–</td><td>web, backup</td>");
    }

    @Test
    void theTableOfComponentsHasWhatCountsInAnIncident() {
        String page = page(json -> ((ObjectNode) json.at("/components/web/failures"))
                .putObject("refused")
                .put("value", 400_000)
                .put("low", 399_000)
                .put("high", 401_000)
                .put("n", 20));
        assertThat(page)
                .contains("Busiest over the whole run was web: its workers were busy 42.0 %")
                .containsPattern(
                        "<th scope=\"row\">web</th><td[^>]*>42.0 % ±0</td><td[^>]*>\\d+</td><td[^>]*>[\\d ]+</td>"
                                + "<td[^>]*>\\d ±0</td><td[^>]*>400 000 refused</td>");
    }

    @Test
    void aResultFromBeforeTheNewGaugesStillMakesAReport() {
        Map<String, Drawn> page = figures(page(json -> {
            json.remove("topology");
            ((ObjectNode) json.at("/exemplar/series")).remove("failures");
            ((ObjectNode) json.at("/exemplar/series/gauges")).remove("web.waiting");
            json.get("components")
                    .forEach(component -> ((ObjectNode) component).remove(List.of("failures", "crashes")));
        }));
        assertThat(page)
                .containsKeys("Offered load and goodput", "Calls in flight", "Servers up")
                .doesNotContainKeys("Failures by kind", "Calls waiting in queues", "Who calls whom");
    }

    private static void shop(ObjectNode json) {
        ArrayNode topology = json.putArray("topology");
        part(topology, "shopper", "users", "front");
        part(topology, "front", "balancer", "backup", "web");
        part(topology, "web", "server", "db");
        part(topology, "backup", "server", "db");
        part(topology, "db", "database");
    }

    private static void part(ArrayNode topology, String name, String kind, String... calls) {
        ArrayNode called =
                topology.addObject().put("name", name).put("kind", kind).putArray("calls");
        for (String call : calls) {
            called.add(call);
        }
    }

    private Drawn drawn(String title) {
        return promo.getOrDefault(title, new Drawn("", "", ""));
    }

    /** Returns the page of the reference incident after a change of its result.json. */
    private static String page(Consumer<ObjectNode> change) {
        try {
            JsonNode json =
                    new ObjectMapper().readTree(ReportFile.RESULT_JSON.render(Fixtures.promo(20), Fixtures.CONTEXT));
            change.accept((ObjectNode) json);
            return PastReport.render(json.toString(), null, null, null).getOrDefault("report.html", "");
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Drawn> figures(String page) {
        Map<String, Drawn> figures = new TreeMap<>();
        FIGURE.matcher(page)
                .results()
                .forEach(figure ->
                        figures.put(figure.group(1), new Drawn(figure.group(2), figure.group(3), figure.group(4))));
        return figures;
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group())
                .map(mark -> mark.replaceAll(" y[12]?=\"[\\d.]+\"", ""))
                .toList();
    }
}
