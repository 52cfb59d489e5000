package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.compare.SettingChange;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a variant changes, setting by setting. */
class AlterationsTest {
    private final Map<String, List<SettingChange>> changes =
            ScenarioLoader.standard().field(Source.of("viral-promo-surge"), Changes.NONE, false).variants().stream()
                    .collect(Collectors.toMap(Variant::name, Variant::changes));

    @Test
    void aDefaultThatNoFileSaysIsNamedAsWhatWas() {
        assertThat(changes.get("capacity")).containsExactly(new SettingChange("web.replicas", "1", "4"));
    }

    @Test
    void whatIsNewHasNoValueBeforeAndWhatIsTakenAwayNoneAfter() {
        assertThat(changes.get("alert"))
                .contains(
                        new SettingChange("monitors.surge.enabled", "no", "yes"),
                        new SettingChange("runbook.redirect.takes", "35m", "0s"),
                        new SettingChange("runbook.redirect.after", "[trace]", ""),
                        new SettingChange("runbook.drain.by", "", "on-call"));
    }

    @Test
    void everySettingOfAVariantThatDiffersIsToldAndNoOther() {
        assertThat(changes.get("admission"))
                .extracting(SettingChange::path)
                .containsExactlyInAnyOrder("web.admit.rate", "web.admit.by", "web.admit.per");
        assertThat(changes.get("cache"))
                .extracting(SettingChange::path)
                .allMatch(path -> path.startsWith("web.page-cache") || path.startsWith("db.query"))
                .contains("db.query");
    }

    @Test
    void aThingThatIsTakenAwayAsAWholeIsOneChange() {
        assertThat(changesOf("web-failover", "no-checks"))
                .containsExactly(new SettingChange("gateway.check", "some", ""));
    }

    @Test
    void aThingThatIsTakenAwayAndHasAValueThenIsOneChange() {
        assertThat(changesOf("two-tier-failover", "no-retries"))
                .containsExactly(
                        new SettingChange("web-a.calls.db.retries", "some", "0"),
                        new SettingChange("web-b.calls.db.retries", "some", "0"));
    }

    private static List<SettingChange> changesOf(String scenario, String variant) {
        return ScenarioLoader.standard().field(Source.of(scenario), Changes.NONE, false).variants().stream()
                .filter(each -> each.name().equals(variant))
                .flatMap(each -> each.changes().stream())
                .toList();
    }
}
