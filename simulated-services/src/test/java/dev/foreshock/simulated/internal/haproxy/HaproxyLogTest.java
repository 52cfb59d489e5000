package dev.foreshock.simulated.internal.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.result.JournalEntry;
import dev.foreshock.engine.result.JournalEntry.Event;
import org.junit.jupiter.api.Test;

class HaproxyLogTest {
    @Test
    void turnsOfServersAreAJournal() {
        HaproxyLog log = new HaproxyLog("gateway", 1000);
        log.line(
                "Server gateway/web-a is UP, reason: Layer7 check passed, code: 200, check duration: 1ms. 2 active.",
                900);
        log.line(
                "Server gateway/web-a is DOWN, reason: Layer7 timeout, check duration: 252ms. 0 active and 0 backup servers left.",
                1500);
        log.line("backend gateway has no server available!", 1501);
        log.line("Server gateway/checkout.web is DOWN, reason: Layer4 connection problem. 0 active", 2000);
        log.line(
                "Server gateway/checkout.web is UP, reason: Layer7 check passed, code: 200, check duration: 1ms. 1 active",
                2500);
        assertThat(log.report().journal().entries())
                .extracting(JournalEntry::event, JournalEntry::atNanos, JournalEntry::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Event.TARGET_OUT,
                                500L,
                                "gateway (HAProxy) takes web-a out: Layer7 timeout, check duration: 252ms"),
                        org.assertj.core.groups.Tuple.tuple(
                                Event.TARGET_OUT,
                                1000L,
                                "gateway (HAProxy) takes checkout.web out: Layer4 connection problem"),
                        org.assertj.core.groups.Tuple.tuple(
                                Event.TARGET_BACK,
                                1500L,
                                "gateway (HAProxy) takes checkout.web back: Layer7 check passed, code: 200, check duration: 1ms"));
    }

    @Test
    void whatWasTakenOutBeforeTheRunComesBackFromWhatIsNoPartOfIt() {
        HaproxyLog log = new HaproxyLog("gateway", 1000);
        log.line("Server gateway/web-a is DOWN, reason: Layer7 timeout. 1 active", 900);
        log.line("Server gateway/web-a is UP, reason: Layer7 check passed. 2 active", 1100);
        assertThat(log.report().journal().entries()).isEmpty();
        log.line("Server gateway/web-a is DOWN, reason: Layer7 timeout. 1 active", 5000);
        log.line("Server gateway/web-a is UP, reason: Layer7 check passed. 2 active", 6000);
        assertThat(log.report().journal().entries())
                .extracting(JournalEntry::event)
                .containsExactly(Event.TARGET_OUT, Event.TARGET_BACK);
    }
}
