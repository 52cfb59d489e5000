package dev.foreshock.scenarios.internal.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.judge.Claim;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Condition;
import dev.foreshock.engine.people.StepRef;
import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.engine.unit.Load;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import dev.foreshock.engine.unit.Window;
import dev.foreshock.scenarios.Code;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values as people write them. */
class ScalarsTest {

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("250ms", Duration.ofMillis(250)),
                Arguments.of("2m", Duration.ofMinutes(2)),
                Arguments.of("1h30m", Duration.ofMinutes(90)),
                Arguments.of("1.5h", Duration.ofMinutes(90)),
                Arguments.of("1d", Duration.ofDays(1)),
                Arguments.of("0s", Duration.ZERO),
                Arguments.of("1500us", Duration.ofNanos(1_500_000)),
                Arguments.of("120/s", Rate.perSecond(120)),
                Arguments.of("0.8/min", Rate.perMinute(0.8)),
                Arguments.of("3/h", Rate.per(Duration.ofHours(1), 3)),
                Arguments.of("70%", Percent.of(70)),
                Arguments.of("0.5%", Percent.of(0.5)),
                Arguments.of("600 MiB", Bytes.mebi(600)),
                Arguments.of("1.5GiB", Bytes.gibi(1.5)),
                Arguments.of("2 KB", new Bytes(2000)),
                Arguments.of("x3.5", Multiple.x(3.5)));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aNumberWithItsUnitIsRead(String text, Object value) throws Misreading {
        assertThat(read(text, value.getClass())).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "5,java.time.Duration,write 5s for seconds or 5ms for milliseconds",
        "5,dev.foreshock.engine.unit.Rate,write 5/s or 5/min",
        "70,dev.foreshock.engine.unit.Percent,write 70%",
        "0.7,dev.foreshock.engine.unit.Percent,write 70%",
        "512,dev.foreshock.engine.unit.Bytes,write 512 MiB",
        "3,dev.foreshock.engine.unit.Multiple,write x3"
    })
    void aBareNumberIsAnErrorThatNamesTheLikelySpelling(String text, Class<?> type, String help) {
        Misreading misread = misread(text, type);
        assertThat(misread.code()).isEqualTo(Code.UNIT);
        assertThat(misread.help()).isEqualTo(help);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1e3s                 | java.time.Duration                | VALUE | write 1000s",
                "1E30s                | java.time.Duration                | RANGE | the longest that any setting takes is 3650d",
                "1e9999s              | java.time.Duration                | RANGE | the longest that any setting takes is 3650d",
                "9999999999999999999d | java.time.Duration                | RANGE | the longest that any setting takes is 3650d",
                "999999999999999d     | java.time.Duration                | RANGE | the longest that any setting takes is 3650d",
                "2.5e-3 ms            | java.time.Duration                | VALUE | write 0.0025ms",
                "1e-99s               | java.time.Duration                | VALUE | at most 15 digits before the point",
                "1e3/min              | dev.foreshock.engine.unit.Rate    | VALUE | write 1000/min",
                "1e15/s               | dev.foreshock.engine.unit.Rate    | RANGE | ''",
                "5e1%                 | dev.foreshock.engine.unit.Percent | VALUE | write 50%",
                "1e3%                 | dev.foreshock.engine.unit.Percent | RANGE | ''",
                "1e6 MiB              | dev.foreshock.engine.unit.Bytes   | VALUE | write 1000000MiB",
                "1e30 B               | dev.foreshock.engine.unit.Bytes   | RANGE | ''",
                "x1e3                 | dev.foreshock.engine.unit.Multiple | VALUE | write x1000",
                "x1e30                | dev.foreshock.engine.unit.Multiple | RANGE | ''",
                "1e3                  | java.lang.Integer                 | VALUE | write 1000",
                "1e12                 | java.lang.Integer                 | RANGE | ''",
                "-1e12                | java.lang.Integer                 | RANGE | ''",
                "3000000000           | java.lang.Integer                 | RANGE | ''",
                "9999999999999999999  | java.lang.Long                    | RANGE | ''",
                "1.5e3                | java.lang.Double                  | VALUE | write 1500",
                "1e400                | java.lang.Double                  | RANGE | ''"
            })
    void aNumberWithAnExponentOrWithoutEndIsToldItsSpellingOrItsLimits(
            String text, Class<?> type, Code code, String help) {
        Misreading misread = misread(text, type);
        assertThat(misread.code()).as(misread.text()).isEqualTo(code);
        assertThat(misread.help()).contains(help);
        assertThat(misread.isBeyond()).isEqualTo(code == Code.RANGE);
        assertThat(misread.text()).startsWith("'test' must be ").endsWith(", but was '" + text + "'");
    }

    @Test
    void everyTypeIsAskedForInProperEnglish() {
        assertThat(Scalars.all())
                .extracting(Scalar::wanted)
                .allSatisfy(wanted -> assertThat(wanted)
                        .matches("yes or no|a text|(?:a [b-df-hj-np-tv-z]|an [aeiou])[a-z ]* such as \\S.*"));
        assertThat(Objects.requireNonNull(Scalars.find(Action.class)).wanted())
                .isEqualTo("an action such as restart web");
        assertThat(Objects.requireNonNull(Scalars.find(Bytes.class)).wanted())
                .isEqualTo("an amount of memory such as 512 MiB");
    }

    @Test
    void timesAreRead() throws Misreading {
        assertThat(read("09:00", Moment.class)).isEqualTo(Moment.at("09:00"));
        assertThat(read("9:00", Moment.class)).isEqualTo(Moment.at("09:00"));
        assertThat(read("08:53:12", Moment.class)).isEqualTo(Moment.at("08:53:12"));
        assertThat(read("+90m", Moment.class)).isEqualTo(Moment.after(Duration.ofMinutes(90)));
        assertThat(read("09:00 .. 12:00", Window.class)).isEqualTo(Window.between("09:00", "12:00"));
        assertThat(read("x2", Load.class)).isEqualTo(Multiple.x(2));
        assertThat(read("2/s", Load.class)).isEqualTo(Rate.perSecond(2));
        assertThat(misread("24:61", Moment.class).text()).contains("from 00:00 to 23:59:59");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-14T08:00+01:00 .. 13:00,5h",
        "2026-03-14T08:00+01:00 .. +5h,5h",
        "2026-03-14T22:00Z .. 03:00,5h",
        "2026-03-14 08:00Z .. 2026-03-14T13:00Z,5h",
        "2026-03-14T08:00Z .. 08:00,24h"
    })
    void aClockEndsAtATimeOrAfterATime(String text, String length) throws Misreading {
        assertThat(read(text, Clock.class).length()).isEqualTo(read(length, Duration.class));
    }

    @Test
    void aClockWithoutItsOffsetIsToldHowToGetOne() {
        assertThat(misread("2026-03-14T08:00 .. 13:00", Clock.class).help()).startsWith("write 2026-03-14T08:00Z");
        assertThat(misread("2026-02-30T08:00Z .. 13:00", Clock.class).text()).contains("that exist");
        assertThat(misread("2026-03-14T08:00Z .. 2026-03-14T07:00Z", Clock.class)
                        .text())
                .contains("after its start");
    }

    @ParameterizedTest
    @CsvSource({
        "success < 95% for 1m",
        "web.up >= 100% for 5m",
        "visitors > x2 usual for 3m",
        "in-flight >= 40",
        "shop.web.response-time > 2s for 30s"
    })
    void aConditionSaysAgainWhatWasRead(String text) throws Misreading {
        assertThat(read(text, Condition.class)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "incident.start = 09:00 +-5m",
        "users.affected = 70% +-5pt",
        "crashes(web) after 11:30 = 0",
        "crashes(shop.web) before 09:00 = 1",
        "time-to-crash(web) after restart <= 2m",
        "blackout.end <= 5m after redirect",
        "blackout.end <= redirect",
        "success during 11:17 .. 11:30 >= 90%",
        "requests.failed after 5m after redirect <= 100",
        "impact.longest <= 15m in 90% of draws",
        "success(buy) during 11:17 .. 11:30 >= 90%",
        "requests.failed(buy) = 0",
        "success within 5m after restart >= 90%",
        "success within 10m after 11:30 >= 90%",
        "success within 5m after 2m after restart >= 90%",
        "crashes(web) after 5m after 11:30 = 0",
        "response-time.p99 <= baseline +10%",
        "response-time.p99(buy) < baseline -2.5%",
        "success >= baseline -1pt",
        "success within 10m after 11:30 >= baseline -0.5pt",
        "impact.longest <= baseline x1.5",
        "impact.longest <= baseline +2m",
        "incident.end <= baseline +5m",
        "crashes(web) <= baseline +3",
        "users.affected <= baseline",
        "users.affected = baseline +-2pt in every draw",
        "response-time.p99(shop.buy) <= 250ms",
        "crashes(web) = 0 in every draw",
        "time-to-crash(web) after restart >= 30m if observed",
        "success after restart >= baseline -1pt in 90% of draws if observed"
    })
    void aClaimSaysAgainWhatWasRead(String text) throws Misreading {
        assertThat(read(text, Claim.class)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "incident.end <= baseline +10%,DIMENSION,baseline +5m",
        "incident.end <= baseline x2,DIMENSION,baseline +5m",
        "success >= baseline 1pt,DIMENSION,baseline -1pt",
        "success >= baseline -1,UNIT,write 1pt",
        "impact.longest <= baseline +2,UNIT,write 2s",
        "response-time.p99 <= baseline about 3,DIMENSION,baseline +10%",
        "pages <= baseline +2m,DIMENSION,such as 3"
    })
    void aChangeOfTheBaselineThatIsNoneIsToldWhatFits(String text, Code code, String what) {
        Misreading misread = misread(text, Claim.class);
        assertThat(misread.code()).isEqualTo(code);
        assertThat(misread.text() + " / " + misread.help()).contains(what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "success after restart >= 95% if obsreved",
                "success after restart >= 95% if it ran",
                "success after restart >= 95% if observed in 90% of draws"
            })
    void anotherConditionThanObservedIsToldTheOneThereIs(String text) {
        Misreading misread = misread(text, Claim.class);
        assertThat(misread.code()).isEqualTo(Code.VALUE);
        assertThat(misread.text()).startsWith("'if' must be observed, but was");
        assertThat(misread.help()).isEqualTo("write if observed, at the end of the claim");
    }

    @Test
    void aToleranceCanBeWrittenWithItsSign() throws Misreading {
        assertThat(read("users.affected = 70% ±5pt", Claim.class))
                .isEqualTo(read("users.affected = 70% +-5pt", Claim.class));
        assertThat(read("incident.start=09:00±5m", Claim.class))
                .isEqualTo(read("incident.start = 09:00 +-5m", Claim.class));
    }

    @ParameterizedTest
    @CsvSource({
        "users.affected <= 5,UNIT",
        "users.affected <= 5m,DIMENSION",
        "incident.start = 70%,DIMENSION",
        "impact.longest <= 09:00,DIMENSION",
        "success for 5m >= 90%,VALUE",
        "crashes = 0,VALUE",
        "users.affected(web) <= 5%,VALUE",
        "users.affected after 09:00 <= 5%,VALUE",
        "users.affected <= 5% +-1pt,VALUE",
        "users.affected = 5% +-1%,UNIT",
        "users.affectd <= 5%,WORD",
        "users.affected == 5%,VALUE",
        "users.affected,VALUE",
        "users.affected <= 5% in most replications,VALUE",
        "= 5,VALUE",
        "=,VALUE"
    })
    void aClaimThatIsNoneIsToldWhy(String text, Code code) {
        assertThat(misread(text, Claim.class).code()).isEqualTo(code);
    }

    @Test
    void aMistakeIsPointedAtWhereItIs() {
        Misreading misread = misread("crashes(web) during 11:17 .. 25:30 = 0", Claim.class);
        assertThat(misread.site().column()).isEqualTo(30);
        assertThat(misread.site().place().length()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "restart web",
        "web.workers x3.5",
        "front.weights backup 75% web 25%",
        "shop.web.memory x2",
        "web.queue 100",
        "web.admit 12.5%",
        "shop.web.admit 50/s",
        "web.memory 4 GiB",
        "end slow-queries"
    })
    void anActionSaysAgainWhatWasRead(String text) throws Misreading {
        assertThat(read(text, Action.class)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "reboot web",
        "restart",
        "web.workers 2.5",
        "web.workers -2",
        "web.workers many",
        "web.admit 120%",
        "web.timeout 5s",
        "end",
        "end it now",
        "front.weights web",
        "front.weights web 5% web 95%",
        "front.weights web 5%backup",
        "web"
    })
    void anActionThatIsNoneIsRefused(String text) {
        assertThat(misread(text, Action.class)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "triage,triage",
        "restart failed,restart failed",
        "restart worked,restart worked",
        "restart done,restart"
    })
    void aReferenceToAStepIsRead(String text, String shown) throws Misreading {
        assertThat(read(text, StepRef.class)).hasToString(shown);
    }

    @Test
    void everyTypeReadsItsOwnExamplesAndTheyFitItsPattern() throws Misreading {
        for (Scalar<?> scalar : Scalars.all()) {
            for (String example : scalar.examples().split(" or ", -1)) {
                if (scalar.type() != dev.foreshock.engine.curve.Recording.class
                        && scalar.type() != dev.foreshock.engine.judge.Baseline.class) {
                    String text = example.replace(" of the usual rate", "");
                    assertThat(read(text, scalar.type())).as(scalar.name()).isNotNull();
                    assertThat(text).matches(scalar.pattern().isEmpty() ? ".*" : scalar.pattern());
                }
            }
            assertThat(scalar.example()).isNotNull();
        }
    }

    private static <T> T read(String text, Class<T> type) throws Misreading {
        Scalar<?> scalar = Objects.requireNonNull(Scalars.find(type), type::getName);
        return type.cast(scalar.reading().read(Phrase.of(Texts.node(text), "test", Desk.blank())));
    }

    private static Misreading misread(String text, Class<?> type) {
        try {
            throw new AssertionError(text + " must be refused, but was read as " + read(text, type));
        } catch (Misreading e) {
            return e;
        }
    }
}
