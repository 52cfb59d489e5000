package dev.foreshock.cli.internal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.internal.terminal.ProgressLine.Style;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How far a run is; time is handed in. */
class ProgressLineTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long LENGTH = 5 * 3600 * SECOND;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicLong now = new AtomicLong();
    private final Interrupts interrupts = new Interrupts();

    @Test
    void aTerminalSeesAtMostFiveLinesASecond() {
        ProgressLine line = line(Style.REWRITTEN, 2);
        for (int i = 0; i <= 1000; i++) {
            now.set(i * SECOND / 1000);
            line.progress(0, i * LENGTH / 1000, LENGTH);
        }
        assertThat(text().split("\r", -1)).hasSize(1 + 5);
        assertThat(text()).contains("50 %  1 of 2 replications").doesNotContain("\n");
    }

    @Test
    void theLineIsRemovedInTheEnd() {
        ProgressLine line = line(Style.REWRITTEN, 1);
        now.set(SECOND);
        line.progress(0, 1, LENGTH);
        line.clear();
        assertThat(text()).endsWith("\r\u001b[2K");
    }

    @Test
    void elsewhereALineIsAddedForEachTenthAfterTwoSeconds() {
        ProgressLine line = line(Style.ADDED, 1);
        for (int i = 0; i <= 1000; i++) {
            now.set(i * SECOND / 100);
            line.progress(0, i * LENGTH / 1000, LENGTH);
        }
        assertThat(text().lines()).hasSize(9);
        assertThat(text()).startsWith("simulated  20 %").doesNotContain("\r", "\u001b");
    }

    @Test
    void aLaterLookMakesRoomForMore() {
        ProgressLine line = line(Style.REWRITTEN, 1);
        line.progress(0, LENGTH, LENGTH);
        line.planned(2);
        now.set(SECOND);
        line.progress(1, LENGTH / 2, LENGTH);
        assertThat(text()).contains("75 %  1 of 2 replications");
    }

    @Test
    void tenthsThatWereToldAreToldAgainOfTheWiderPlanOnly() {
        ProgressLine line = line(Style.ADDED, 1);
        now.set(3 * SECOND);
        line.progress(0, LENGTH, LENGTH);
        line.planned(2);
        line.progress(1, LENGTH / 2, LENGTH);
        assertThat(text().lines()).hasSize(2).last().asString().contains("75 %");
    }

    @Test
    void aShortRunAddsNothing() {
        ProgressLine line = line(Style.ADDED, 1);
        line.progress(0, LENGTH, LENGTH);
        line.clear();
        assertThat(text()).isEmpty();
    }

    @Test
    void silenceIsSilent() {
        ProgressLine line = line(Style.SILENT, 1);
        now.set(60 * SECOND);
        line.progress(0, LENGTH, LENGTH);
        line.clear();
        assertThat(text()).isEmpty();
    }

    @Test
    void aRunStopsWhenAPersonWantsIt() {
        ProgressLine line = line(Style.SILENT, 1);
        assertThat(line.stopWanted()).isFalse();
        interrupts.stop();
        assertThat(line.stopWanted()).isTrue();
    }

    private ProgressLine line(Style style, int replications) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new ProgressLine(stream, style, replications, 0, interrupts, now::get);
    }

    private String text() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
