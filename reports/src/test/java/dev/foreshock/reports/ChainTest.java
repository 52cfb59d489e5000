package dev.foreshock.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.RunSet.JudgedBy;
import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.result.Journal;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.result.Phases;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.AccountReader;
import dev.foreshock.reports.internal.story.Chain;
import dev.foreshock.reports.internal.story.ChainWords;
import dev.foreshock.reports.internal.story.Sentences;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** How an incident came about: told as far as it is known. */
class ChainTest {
    private static final int STEPS = 300;

    private static Account account(RunSet runs, Consumer<ObjectNode> change) {
        try {
            ObjectNode json =
                    (ObjectNode) new ObjectMapper().readTree(ReportFile.RESULT_JSON.render(runs, Fixtures.CONTEXT));
            change.accept(json);
            return AccountReader.read(json.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds a curve with a value for every minute after 08:00. */
    private static void curve(ObjectNode json, String name, DoubleUnaryOperator perSecond) {
        ObjectNode curve = json.withArray("traffic").addObject();
        curve.put("users", "shopper").put("curve", name).put("is", "ramp").put("everySeconds", 60);
        ArrayNode values = curve.putArray("perSecond");
        for (int minute = 0; minute <= STEPS; minute++) {
            values.add(perSecond.applyAsDouble(minute));
        }
    }

    /** Adds a component that calls others. */
    private static void part(ObjectNode json, String name, String kind, String... calls) {
        ArrayNode called = json.withArray("topology")
                .addObject()
                .put("name", name)
                .put("kind", kind)
                .putArray("calls");
        List.of(calls).forEach(called::add);
    }

    private static Account promo(DoubleUnaryOperator extra) {
        return account(Fixtures.promo(3), json -> {
            json.putArray("traffic");
            curve(json, "usual", minute -> 4);
            curve(json, "promo", extra);
        });
    }

    private static RunSet with(Journal journal, String from, String until) {
        Interval impact = new Interval(Chronicle.at(from), Chronicle.at(until), false);
        Phases phases = new Phases(impact.startNanos(), null, null, null, null, impact.endNanos(), null);
        return Fixtures.set(
                "odd",
                List.of(Fixtures.run(0, null, List.of(impact), phases, journal, Series.outage())),
                List.of(),
                List.of(),
                JudgedBy.GATES);
    }

    @Test
    void trafficBeyondTheUsualThatPrecedesItIsTheTrigger() {
        ChainWords words = new ChainWords(promo(minute -> minute < 50 ? 0 : 8));

        assertThat(words.trigger())
                .startsWith(
                        "from about 08:50 on traffic.shopper.promo (ramp) brings more than the usual 4/s new shopper users")
                .contains("12/s");
        assertThat(words.saturated())
                .isEqualTo("at 08:58:18, with 12/s new users, in web all 10 workers are busy and a queue forms");
        assertThat(words.failed()).endsWith("at 08:59:27 web crashes: 300 requests in flight fill its memory");
        assertThat(String.join("; ", words.keptGoing()))
                .contains("restart did not help", "meets 12/s new users and crashes again 20 s later");
        assertThat(words.ended()).startsWith("at 11:16:25 on-call ends redirect (front.weights backup 100% web 0%)");
    }

    @Test
    void aSettingIsToldByThePartOfTheChainThatItBelongsTo() {
        ChainWords words = new ChainWords(account(Fixtures.promo(3), json -> {
            json.putArray("traffic");
            curve(json, "usual", minute -> 4);
            curve(json, "promo", minute -> minute < 50 ? 0 : 8);
            json.putArray("topology");
            part(json, "web", "server", "db");
            part(json, "db", "database");
            part(json, "mail", "server");
        }));

        assertThat(words.about("traffic.shopper.promo.peak")).isEqualTo("the trigger");
        assertThat(words.about("web.workers")).isEqualTo("web, which had no more room first and failed");
        assertThat(words.about("db.query")).isEqualTo("db, which web waits for");
        assertThat(words.about("mail.workers")).isEqualTo("mail, which is no part of it");
        assertThat(words.about("monitors.surge.enabled")).isEqualTo("how it is noticed");
        assertThat(words.about("runbook.redirect.takes")).isEqualTo("what people do about it");
        assertThat(words.about("website.workers")).isEqualTo("website.workers");
    }

    @Test
    void trafficThatCameLaterOrWasSmallOrAlwaysThereIsNotBlamed() {
        assertThat(Chain.of(promo(minute -> minute < 62 ? 0 : 8)).surge()).isNull();
        assertThat(Chain.of(promo(minute -> minute < 50 ? 0 : 0.5)).surge()).isNull();
        assertThat(Chain.of(promo(minute -> 8)).surge()).isNull();
        assertThat(Chain.of(promo(minute -> minute > 10 && minute < 20 ? 8 : 0)).surge())
                .isNull();
        assertThat(new ChainWords(account(Fixtures.promo(3), json -> json.remove("traffic"))).trigger())
                .as("a result from before curves were kept")
                .isEmpty();
    }

    @Test
    void whatWasSaturatedBeforeTheSurgeIsNoNewsButItsDependencyIs() {
        Chronicle chronicle = new Chronicle();
        chronicle
                .add("08:10:00", Event.SATURATED, "db", "db", "db: all 2 connections are busy and a queue forms", 0)
                .add("08:51:00", Event.SATURATED, "db", "db", "db: all 2 connections are busy and a queue forms", 0)
                .add("08:51:30", Event.SATURATED, "mail", "mail", "mail: all 2 workers are busy and a queue forms", 0)
                .add("08:52:00", Event.SATURATED, "cart", "cart", "cart: all 4 workers are busy and a queue forms", 0)
                .add("08:53:00", Event.SATURATED, "web", "web", "web: all 9 workers are busy and a queue forms", 0)
                .add("08:59:00", Event.CRASHED, "web", "web", "web crashes", 1);
        Account account = account(with(chronicle.journal(), "08:58", "09:30"), json -> {
            json.putArray("traffic");
            curve(json, "usual", minute -> 4);
            curve(json, "promo", minute -> minute < 50 ? 0 : 8);
            json.putArray("topology");
            part(json, "web", "server", "cart", "db");
            part(json, "cart", "server");
        });

        assertThat(new ChainWords(account).saturated()).contains("in cart all 4 workers");
    }

    /** A database that is full for moments on every day is noted early, and then rarely. */
    private static Account behindAPool(DoubleUnaryOperator waiting) {
        Chronicle chronicle = new Chronicle();
        chronicle
                .add("08:10:00", Event.SATURATED, "db", "db", "db: all 2 connections are busy and a queue forms", 0)
                .add("08:54:15", Event.SATURATED, "web", "web", "web: all 9 workers are busy and a queue forms", 0);
        return account(with(chronicle.journal(), "08:55", "09:30"), json -> {
            json.putArray("traffic");
            curve(json, "usual", minute -> 4);
            curve(json, "promo", minute -> minute < 50 ? 0 : 8);
            json.putArray("topology");
            part(json, "web", "server", "db");
            part(json, "db", "database");
            ArrayNode gauge = ((ObjectNode) json.at("/exemplar/series/gauges")).putArray("db.waiting");
            for (int bin = 0; bin < 2 * STEPS; bin++) {
                gauge.add(waiting.applyAsDouble(bin / 2.0));
            }
        });
    }

    @Test
    void whatACallerWaitedForHadNoMoreRoomBeforeTheCaller() {
        Account full = behindAPool(minute -> minute < 53 ? 3 : 40);
        assertThat(new ChainWords(full).saturated())
                .isEqualTo("at 08:53:00, with 12/s new users, in db all 2 connections are busy and a queue forms");
        Account asEver = behindAPool(minute -> 3);
        assertThat(new ChainWords(asEver).saturated())
                .isEqualTo("at 08:54:15, with 12/s new users, in web all 9 workers are busy and a queue forms");
        Account later = behindAPool(minute -> minute < 56 ? 3 : 40);
        assertThat(new ChainWords(later).saturated()).startsWith("at 08:54:15");
    }

    @Test
    void aMeasureOfACallerIsNotOutsideOfWhatItsDependencyBringsAbout() {
        Account account = behindAPool(minute -> minute < 53 ? 3 : 40);
        ChainWords words = new ChainWords(account);
        assertThat(words.about("db.pool")).isEqualTo("db, which had no more room first");
        assertThat(words.about("web.workers")).isEqualTo("web, which waits for db");
        Account nothingKnown = account(with(new Chronicle().journal(), "08:55", "09:30"), json -> {
            json.putArray("topology");
            part(json, "web", "server");
        });
        assertThat(new ChainWords(nothingKnown).about("web.workers")).isEqualTo("web");
    }

    @Test
    void aQueueThatFormedAndThenIsFullIsTold() {
        Chronicle chronicle = new Chronicle();
        chronicle
                .add("08:54:15", Event.SATURATED, "web", "web", "web: all 9 workers are busy and a queue forms", 0)
                .add("08:55:20", Event.SATURATED, "web", "web", "web: its queue is full: it turns calls away", 1);
        Account account = account(with(chronicle.journal(), "08:55", "09:30"), json -> {});
        assertThat(new ChainWords(account).failed())
                .startsWith("in the minute of 08:55 success falls below 95%")
                .endsWith("; from 08:55:20 on web: its queue is full: it turns calls away");
    }

    @Test
    void aSecondImpactIsToldWithTheActionThatItCameWith() {
        Chronicle chronicle = new Chronicle();
        chronicle
                .add("08:54:15", Event.SATURATED, "web", "web", "web: all 9 workers are busy and a queue forms", 0)
                .add("09:40:30", Event.ACTED, "web", "on-call", "restart web", 0);
        RunSet once = with(chronicle.journal(), "08:55", "09:30");
        Interval first = once.runs().get(0).impacts().get(0);
        Interval second = new Interval(Chronicle.at("09:40"), Chronicle.at("09:43"), false);
        Phases phases = new Phases(first.startNanos(), null, null, null, null, first.endNanos(), null);
        RunSet twice = Fixtures.set(
                "odd",
                List.of(Fixtures.run(0, null, List.of(first, second), phases, chronicle.journal(), Series.outage())),
                List.of(),
                List.of(),
                JudgedBy.GATES);
        assertThat(new ChainWords(account(twice, json -> {})).ended())
                .endsWith("; from the minute of 09:40 on users feel it again, for 3m 00s (at 09:40:30: restart web)");
        assertThat(new ChainWords(account(once, json -> {})).ended()).doesNotContain("again, for");
    }

    @Test
    void aBreakdownThatTheCausesLeadBackToIsTheTrigger() {
        Chronicle chronicle = new Chronicle();
        chronicle
                .add("08:20:00", Event.BROKE, "db", "db", "db breaks down; its requests wait", 0)
                .add("08:20:01", Event.SATURATED, "db", "db", "db: all 10 workers are busy and a queue forms", 1);
        Account account = account(with(chronicle.journal(), "08:20", "08:30"), json -> {});
        ChainWords words = new ChainWords(account);

        assertThat(words.trigger()).isEqualTo("at 08:20:00 db breaks down; its requests wait");
        assertThat(words.failed()).startsWith("in the minute of 08:20 success falls below 95%");
        assertThat(words.ended()).startsWith("from the minute of 08:30 on");
    }

    private static String endless(Chronicle chronicle, Interval... impacts) {
        Phases phases = new Phases(impacts[0].startNanos(), null, null, null, null, null, null);
        return new ChainWords(Account.of(Fixtures.set(
                        "odd",
                        List.of(Fixtures.run(0, null, List.of(impacts), phases, chronicle.journal(), Series.outage())),
                        List.of(),
                        List.of(),
                        JudgedBy.GATES)))
                .ended();
    }

    private static Chronicle restarted() {
        return new Chronicle()
                .add("08:20:00", Event.CRASHED, "web", "web", "web crashes", 0)
                .add("08:25:00", Event.STEP_BEGAN, "restart", "on-call", "on-call begins restart", 0)
                .add("08:30:00", Event.ACTED, "web", "web", "restart web", 1)
                .add("08:30:00", Event.STEP_DONE, "restart", "on-call", "restart is done; does it work?", 2)
                .add("08:31:00", Event.UP, "web", "web", "web is up", 2)
                .add("08:33:00", Event.STEP_DONE, "restart", "on-call", "restart worked", 4);
    }

    @Test
    void ofARunThatEndsBeforeItsOutageItIsSaidForHowLongWhatWasDoneHeld() {
        long end = Fixtures.CLOCK.lengthNanos();
        Interval whole = new Interval(Chronicle.at("08:20"), end, true);
        Interval first = new Interval(Chronicle.at("08:20"), Chronicle.at("08:32"), false);
        Interval second = new Interval(Chronicle.at("08:50"), end, true);

        assertThat(endless(new Chronicle(), whole)).isEqualTo("nothing ends it before the run does");
        assertThat(endless(restarted(), first, second))
                .isEqualTo("at 08:30:00 on-call ends restart (restart web); from the minute of 08:32 on at least 99%"
                        + " of the requests succeed, which holds for 18m 00s; less than 99% of the requests succeed when"
                        + " the run ends");
        assertThat(endless(restarted().add("08:40:00", Event.CRASHED, "web", "web", "web crashes", 0), whole))
                .contains("web is up from 08:31:00 on and holds for 9m 00s, until it crashes again; less than 99%");
        assertThat(endless(restarted(), whole)).contains("web is up from 08:31:00 on and holds; less than 99%");
    }

    @Test
    void whatWasSeenToFailIsNotSaidToHaveWorked() {
        Interval whole = new Interval(Chronicle.at("08:20"), Fixtures.CLOCK.lengthNanos(), true);
        Chronicle chronicle = new Chronicle()
                .add("08:25:00", Event.STEP_BEGAN, "flush", "on-call", "on-call begins flush", 0)
                .add("08:30:00", Event.ACTED, "web", "web", "web.queue 0", 1)
                .add("08:30:00", Event.STEP_DONE, "flush", "on-call", "flush is done; does it work?", 2)
                .add("08:33:00", Event.STEP_FAILED, "flush", "on-call", "flush did not help", 3);

        assertThat(endless(chronicle, whole))
                .isEqualTo("at 08:30:00 on-call ends flush (web.queue 0); it does not help;"
                        + " less than 99% of the requests succeed when the run ends");
    }

    @Test
    void anImpactThatOutlastsItsTriggerIsSaidToBeKeptUpByAnotherThing() {
        Account account = account(with(new Journal(List.of(), 0), "08:20", "09:00"), json -> {
            json.putArray("traffic");
            curve(json, "usual", minute -> 4);
            curve(json, "batch", minute -> minute < 19 || minute >= 25 ? 0 : 12);
        });

        assertThat(new ChainWords(account).keptGoing())
                .containsExactly(
                        "the traffic is the usual again from about 08:25 on, and yet users feel it until 09:00:"
                                + " something else keeps it going");
    }

    @Test
    void whatSustainsAnImpactIsNamedWhereItIsKnown() {
        Account account = account(with(new Journal(List.of(), 0), "08:20", "09:00"), json -> {
            json.putArray("traffic");
            curve(json, "usual", minute -> 4);
            curve(json, "batch", minute -> minute < 19 || minute >= 25 ? 0 : 12);
            ObjectNode aftermath = json.putObject("aftermath").put("trigger", "a batch");
            aftermath
                    .putObject("cameBack")
                    .put("value", 0)
                    .put("low", 0)
                    .put("high", 0.5)
                    .put("n", 1);
            aftermath
                    .putArray("sustained")
                    .addObject()
                    .put("component", "db")
                    .put("callsBefore", 1)
                    .put("callsSince", 3.1)
                    .put("inVain", 0.95);
        });

        assertThat(new ChainWords(account).keptGoing())
                .containsExactly(
                        "the traffic is the usual again from about 08:25 on, and yet users feel it until 09:00;"
                                + " what sustained it: db got 3.10 calls a request (1.00 before), and 95.0 % of them brought"
                                + " their callers nothing");
    }

    @Test
    void withoutAnIncidentThereIsNothingToTell() {
        Account calm = Account.of(Fixtures.healthy(3));
        Chain chain = Chain.of(calm);

        assertThat(chain.surge()).isNull();
        assertThat(chain.saturated()).isNull();
        assertThat(chain.failed()).isNull();
        assertThat(Sentences.about(calm)).first().asString().startsWith("Nothing breaks");
    }
}
