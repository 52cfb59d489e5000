package dev.foreshock.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a terminal shows after a run. */
class TerminalStoryTest {
    @Test
    void show() {
        System.out.println(TerminalStory.tell(Fixtures.promo(20), Fixtures.CONTEXT, "exit 0: passed, the model repeats history", false));
        System.out.println(TerminalStory.tell(Fixtures.promo(1), Fixtures.CONTEXT, "exit 0: passed", false));
        System.out.println(TerminalStory.tell(Fixtures.healthy(20), Fixtures.CONTEXT, "exit 0: passed", false));
        System.out.println(TerminalStory.tell(Fixtures.neverRecovering(), Fixtures.CONTEXT, "exit 4: deviated", false));
        System.out.println(ReportFile.JUNIT_XML.render(Fixtures.promo(20), Fixtures.CONTEXT));
        assertThat(ReportFile.RUN_JSON.render(Fixtures.promo(20), Fixtures.CONTEXT)).contains("wall");
    }
}
