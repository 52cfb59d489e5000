package dev.foreshock.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a terminal shows after a run. */
class TerminalStoryTest {
    @Test
    void show() throws Exception {
        java.nio.file.Files.createDirectories(java.nio.file.Path.of("target/shots"));
        java.nio.file.Files.writeString(java.nio.file.Path.of("target/shots/promo.html"), ReportFile.REPORT_HTML.render(Fixtures.promo(20), Fixtures.CONTEXT));
        java.nio.file.Files.writeString(java.nio.file.Path.of("target/shots/quiet.html"), ReportFile.REPORT_HTML.render(Fixtures.healthy(1), Fixtures.CONTEXT));
        java.nio.file.Files.writeString(java.nio.file.Path.of("target/shots/result.json"), ReportFile.RESULT_JSON.render(Fixtures.promo(20), Fixtures.CONTEXT));
        System.out.println(TerminalStory.tell(Fixtures.promo(20), Fixtures.CONTEXT, "exit 0: passed, the model repeats history", false));
        System.out.println(TerminalStory.tell(Fixtures.promo(1), Fixtures.CONTEXT, "exit 0: passed", false));
        System.out.println(TerminalStory.tell(Fixtures.healthy(20), Fixtures.CONTEXT, "exit 0: passed", false));
        System.out.println(TerminalStory.tell(Fixtures.neverRecovering(), Fixtures.CONTEXT, "exit 4: deviated", false));
        System.out.println(ReportFile.JUNIT_XML.render(Fixtures.promo(20), Fixtures.CONTEXT));
        assertThat(ReportFile.RUN_JSON.render(Fixtures.promo(20), Fixtures.CONTEXT)).contains("wall");
    }
}
