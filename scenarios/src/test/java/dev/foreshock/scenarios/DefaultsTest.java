package dev.foreshock.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.call.CircuitBreakerSpec;
import dev.foreshock.engine.call.EjectionSpec;
import dev.foreshock.engine.call.HealthCheckSpec;
import dev.foreshock.engine.call.LinkSpec;
import dev.foreshock.engine.call.RedispatchSpec;
import dev.foreshock.engine.call.RetrySpec;
import dev.foreshock.engine.call.Scope;
import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.judge.Baseline;
import dev.foreshock.engine.law.Fixed;
import dev.foreshock.engine.model.AdmissionSpec;
import dev.foreshock.engine.model.BalancerSpec;
import dev.foreshock.engine.model.DatabaseSpec;
import dev.foreshock.engine.model.Definitions;
import dev.foreshock.engine.model.ImpactSpec;
import dev.foreshock.engine.model.MeasurementSpec;
import dev.foreshock.engine.model.OpaqueSpec;
import dev.foreshock.engine.model.PageCacheSpec;
import dev.foreshock.engine.model.QueueSpec;
import dev.foreshock.engine.model.RestartSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.model.SystemSpec;
import dev.foreshock.engine.people.Alert;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.ResponderSpec;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.people.StepSpec;
import dev.foreshock.engine.unit.Comparison;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import dev.foreshock.scenarios.internal.read.DescriptionReader;
import dev.foreshock.scenarios.internal.read.Shape;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.source.SourceText;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.TreeReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A setting left out of a file is what the builders in Java make it. */
class DefaultsTest {

    @TempDir
    Path directory;

    private static final Fixed WORK = new Fixed(Duration.ofMillis(1));

    static Stream<Arguments> defaults() {
        Condition condition = Condition.of(Signal.SUCCESS, Comparison.BELOW, 0.95, Duration.ZERO);
        return Stream.of(
                Arguments.of("{ workers: 1, work: 1ms }", ServerSpec.of(1, WORK).build()),
                Arguments.of("{ pool: 1, query: 1ms }", DatabaseSpec.of(1, WORK)),
                Arguments.of("{ consumers: 1, work: 1ms }", QueueSpec.of(1, WORK)),
                Arguments.of(
                        "{ measured: { normal: { at: 5/s, p50: 1ms, p99: 1ms } } }",
                        OpaqueSpec.of(Map.of(
                                "normal",
                                new MeasurementSpec(Rate.perSecond(5), WORK.value(), WORK.value(), Percent.ZERO)))),
                Arguments.of("{ weights: { a: 100% } }", BalancerSpec.atOnce(Map.of("a", Percent.HUNDRED))),
                Arguments.of("{}", CallSpec.plain()),
                Arguments.of("{}", LinkSpec.NONE),
                Arguments.of("{}", RetrySpec.NONE),
                Arguments.of("{}", RestartSpec.PLAIN),
                Arguments.of("{}", ImpactSpec.STANDARD),
                Arguments.of("{}", Definitions.STANDARD),
                Arguments.of("{}", ResponderSpec.reachedIn(Duration.ZERO)),
                Arguments.of("{ cacheable: 50% }", PageCacheSpec.of(Percent.of(50))),
                Arguments.of("{ rate: 5/s }", AdmissionSpec.sessions(Rate.perSecond(5))),
                Arguments.of(
                        "{ by: ops, takes: 5m }",
                        StepSpec.by("ops", Duration.ofMinutes(5)).build()),
                Arguments.of("{ watches: web, alert: success < 95%, pages: ops }", Alert.on("web", condition, "ops")));
    }

    @ParameterizedTest
    @MethodSource("defaults")
    void whatAFileLeavesOutIsWhatJavaLeavesOut(String text, Record built) {
        assertThat(read(text, built.getClass())).isEqualTo(built);
    }

    @Test
    void aSingleValueIsTakenForTheSettingItIsShortFor() {
        assertThat(read("{ link: 20ms, retries: 2 }", CallSpec.class))
                .isEqualTo(CallSpec.plain()
                        .over(LinkSpec.of(Duration.ofMillis(20)))
                        .retrying(RetrySpec.of(2)));
    }

    @Test
    void aBalancerSettingMayBeASingleValue() {
        BalancerSpec balancer =
                read("{ weights: { a: 100% }, check: 3s, eject: 4, redispatch: 2 }", BalancerSpec.class);
        assertThat(balancer.redispatch()).isEqualTo(new RedispatchSpec(2, Set.of(RedispatchSpec.On.REFUSED)));
        assertThat(balancer.eject())
                .isEqualTo(new EjectionSpec(4, Duration.ofSeconds(30), Duration.ofSeconds(300), Percent.of(10)));
        assertThat(balancer.check()).isEqualTo(HealthCheckSpec.every(Duration.ofSeconds(3), Duration.ofSeconds(1)));
        assertThat(read("{ circuit-breaker: 30% }", CallSpec.class).circuitBreaker())
                .isEqualTo(new CircuitBreakerSpec(Percent.of(30), 100, Duration.ofSeconds(60), 10, Scope.REPLICA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"was", "labels"})
    void whatTheReaderFillsItselfIsNoSetting(String key) {
        assertThat(Shape.of(Scenario.class).setting(key)).isNull();
        assertThat(Shape.of(SystemSpec.class).setting(key)).isNull();
    }

    @Test
    void whatTheReaderFillsItselfIsEmptyAtFirst() {
        Scenario scenario = Objects.requireNonNull(
                Fixtures.load(directory, Fixtures.small()).scenario());
        assertThat(scenario.was()).isEmpty();
        assertThat(scenario.system().labels()).isEmpty();
        assertThat(scenario.baseline()).isEqualTo(Baseline.NONE);
    }

    private static <T extends Record> T read(String text, Class<T> type) {
        Report report = new Report();
        MapNode tree =
                (MapNode) Objects.requireNonNull(TreeReader.read(SourceText.of("test", text, null), text, report));
        T value = new DescriptionReader(Catalog.standard()).read(tree, type, "test", report);
        assertThat(report.sorted()).isEmpty();
        return Objects.requireNonNull(value);
    }
}
