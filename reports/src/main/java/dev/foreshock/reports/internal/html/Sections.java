package dev.foreshock.reports.internal.html;

import static dev.foreshock.reports.internal.text.Markup.escape;

import dev.foreshock.engine.RunSet.JudgedBy;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.unit.Clock;
import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.Ruling;
import dev.foreshock.reports.internal.figure.AftermathWords;
import dev.foreshock.reports.internal.figure.Told;
import dev.foreshock.reports.internal.story.Sentences;
import dev.foreshock.reports.internal.story.StoryLine;
import dev.foreshock.reports.internal.story.StoryTeller;
import java.util.List;

/** The parts of the page that are words and tables. */
final class Sections {
    private static final int MOST_LINES = 40;
    private static final String WORDS = table("What was claimed, and what was observed");
    private static final String STEPS = table("What happened, step by step");

    private final Account runs;
    private final Clock clock;
    private final StringBuilder html = new StringBuilder();

    private Sections(Account runs) {
        this.runs = runs;
        clock = runs.exemplar().clock();
    }

    /** Begins a table of words, which only the longest of them can make wider than the page: then it scrolls by itself. */
    private static String table(String name) {
        return "<div class=\"wide fit\" tabindex=\"0\" role=\"region\" aria-label=\"" + name
                + "\"><table class=\"words\">";
    }

    static String claims(Account runs) {
        Sections sections = new Sections(runs);
        sections.claimTable();
        return sections.html.toString();
    }

    static String story(Account runs) {
        Sections sections = new Sections(runs);
        sections.sentences();
        sections.storyTable();
        return sections.html.toString();
    }

    private void claimTable() {
        if (runs.record().isEmpty() && runs.gates().isEmpty()) {
            html.append("<p>Nothing is claimed, so nothing is judged.</p>\n");
            return;
        }
        html.append(WORDS
                + "<caption>What was claimed, and what was observed</caption><thead><tr><th scope=\"col\">claim</th><th scope=\"col\">observed"
                + observed() + "</th>"
                + "<th scope=\"col\">wanted</th><th scope=\"col\">verdict</th></tr></thead><tbody>\n");
        group("record", runs.record(), runs.judgedBy() == JudgedBy.RECORD);
        group("gate", runs.gates(), runs.judgedBy() == JudgedBy.GATES);
        html.append("</tbody></table></div>\n");
    }

    private String observed() {
        return runs.replications() == 1 ? " once" : ", mean of " + runs.replications() + " ± 95 %";
    }

    private void group(String name, List<Ruling> rulings, boolean decides) {
        for (Ruling ruling : rulings) {
            row(name + " " + ruling.name() + (decides ? "" : " (does not decide)"), ruling.observed(), ruling.claim());
            html.append("<td>")
                    .append(badge(ruling.verdict()))
                    .append(escape(note(ruling)))
                    .append("</td></tr>\n");
        }
    }

    private static String note(Ruling ruling) {
        return ruling.reason().isEmpty() ? "" : " " + ruling.reason();
    }

    /** Returns a verdict as a word with a sign, never as a color alone. */
    static String badge(Verdict verdict) {
        return badge(verdict, verdict.text());
    }

    /** Returns words with the sign and the color of a verdict. */
    static String badge(Verdict verdict, String words) {
        String sign = switch (verdict) {
            case PASSED -> "✓";
            case INCONCLUSIVE -> "?";
            case DEVIATED -> "✗";
            case ABORTED, ERROR -> "!";
        };
        return "<strong class=\"v-" + verdict.text() + "\">" + sign + " " + escape(words) + "</strong>";
    }

    private void sentences() {
        html.append("<p>")
                .append(escape(String.join(" ", Sentences.about(runs))))
                .append("</p>\n");
        String aftermath = AftermathWords.paragraph(runs);
        if (!aftermath.isEmpty()) {
            html.append("<p>").append(escape(aftermath)).append("</p>\n");
        }
        MinutesChart.of(runs.exemplar()).forEach(figure -> html.append(figure.html()));
    }

    private void storyTable() {
        List<StoryLine> lines = StoryTeller.tell(runs, MOST_LINES).lines();
        if (lines.isEmpty()) {
            return;
        }
        String told = Told.chosen(runs);
        html.append("<details open><summary>Step by step" + (told.isEmpty() ? "" : " (" + told + ")"))
                .append("</summary>\n" + STEPS
                        + "<caption>What happened, step by step</caption><thead><tr><th scope=\"col\">when</th>"
                        + "<th scope=\"col\">what happened</th><th scope=\"col\">reached</th></tr></thead><tbody>\n");
        for (StoryLine line : lines) {
            html.append("<tr><th scope=\"row\" class=\"time\">")
                    .append(escape(line.when(clock)))
                    .append("</th><td>")
                    .append(escape(line.text()))
                    .append("</td>");
            html.append("<td class=\"note\">")
                    .append(line.mark().isEmpty() ? "" : "<strong>" + escape(line.mark()) + "</strong> ")
                    .append(escape(line.note()))
                    .append("</td></tr>\n");
        }
        html.append("</tbody></table></div></details>\n");
    }

    /** Begins a row with these cells, the first its head. */
    private void row(String... cells) {
        html.append("<tr>");
        for (int i = 0; i < cells.length; i++) {
            html.append(i == 0 ? "<th scope=\"row\">" : "<td>")
                    .append(escape(cells[i]))
                    .append(i == 0 ? "</th>" : "</td>");
        }
    }
}
