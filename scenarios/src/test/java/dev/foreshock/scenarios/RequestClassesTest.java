package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.RequestClassSpec;
import dev.foreshock.engine.model.RequestSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Percent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes of requests are declared by the system or the scenario, and spoken of by name everywhere else. */
class RequestClassesTest {
    @TempDir
    Path directory;

    private static final String SHOP = """
            foreshock: 1
            semantics: 2026.2
            system: shop
            requests:
              browse: {}
              buy: { about: Pays. }
            components:
              web:
                is: server
                workers: 10
                work: 20ms
                work-for: { buy: 50ms }
                calls: { pay: { for: buy, timeout: 1s } }
              pay: { is: server, workers: 4, work: 5ms }
              desk: { is: server, workers: 4, work: 5ms }
            """;

    private static final String SALE = """
            foreshock: 1
            semantics: 2026.2
            scenario: sale
            clock: 2026-03-14T08:00Z .. 09:00
            system: { from: shop.yaml }
            users:
              shopper:
                enters: web
                visit: { pages: 3, think: 5s, requests: { browse: 80%, buy: { share: 20%, enters: desk } } }
            traffic:
              shopper: { usual: 4/s }
            gates:
              sells: success(buy) >= 99%
            """;

    private LoadResult load(String shop, String sale) throws java.io.IOException {
        Files.writeString(directory.resolve("shop.yaml"), shop);
        return Fixtures.load(directory, sale);
    }

    @Test
    void theyAreReadFromTheSystemAndItsUsers() throws java.io.IOException {
        LoadResult result = load(SHOP, SALE);
        assertThat(result.diagnostics()).isEmpty();
        Scenario sale = Objects.requireNonNull(result.scenario());
        assertThat(sale.system().requests()).containsKeys("browse").containsEntry("buy", new RequestClassSpec("Pays."));
        ServerSpec web = (ServerSpec) sale.system().components().get("web");
        assertThat(web.workFor()).containsEntry("buy", new Fixed(Duration.ofMillis(50)));
        assertThat(web.calls().get("pay").forRequests()).containsExactly("buy");
        assertThat(sale.users().get("shopper").visit().requests())
                .containsEntry("browse", RequestSpec.of(80))
                .containsEntry("buy", new RequestSpec(Percent.of(20), "desk"));
    }

    @Test
    void aScenarioMayAddToThem() throws java.io.IOException {
        String more = SALE.replace("browse: 80%", "browse: 70%, search: 10%") + "requests: { search: {} }\n";
        LoadResult result = load(SHOP, more);
        assertThat(result.diagnostics()).isEmpty();
        assertThat(Objects.requireNonNull(result.scenario()).system().requests())
                .containsOnlyKeys("browse", "buy", "search");
    }

    @Test
    void whatNothingDeclaresIsNamedWhereItIsUsed() throws java.io.IOException {
        LoadResult result = load(
                SHOP.replace("for: buy", "for: [byu]"),
                SALE.replace("success(buy)", "success(biy)").replace("buy: { share", "buuy: { share"));
        List<String> messages = result.diagnostics().stream()
                .map(found -> found.code() + " " + found.message() + " / " + found.help())
                .toList();
        assertThat(messages)
                .hasSize(3)
                .allMatch(message -> message.startsWith("DANGLING"))
                .allMatch(message -> message.endsWith("'buy' exists; classes of requests are: browse, buy"));
    }

    @Test
    void withoutAnyTheHelpSaysHowToDeclareThem() throws java.io.IOException {
        LoadResult result = load(SHOP.replaceAll("(?s)requests:.*Pays. }\n", ""), SALE.replaceAll("(?s)gates.*", ""));
        assertThat(result.diagnostics())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.code()).isEqualTo(Code.DANGLING))
                .extracting(Diagnostic::help)
                .contains("declare it: requests: { buy: {} }");
    }
}
