package dev.foreshock.reports.internal.html;

import static dev.foreshock.reports.internal.text.Markup.escape;

import dev.foreshock.engine.load.LoadSeen;
import dev.foreshock.reports.Calibrated;
import dev.foreshock.reports.internal.account.Rehearsal;
import dev.foreshock.reports.internal.figure.ForecastWords;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The section of a page about what was foretold of a rehearsal beside what was observed. */
final class RehearsalSection {
    static final String ID = "predicted";
    static final String TITLE = "Predicted and observed";

    private RehearsalSection() {}

    static String of(Rehearsal rehearsal) {
        Table table = Table.fitting(TITLE, ForecastWords.HEADS.toArray(String[]::new));
        for (List<String> row : ForecastWords.rows(rehearsal)) {
            table.row(
                    escape(row.get(0)),
                    escape(row.get(1)),
                    Table.unbroken(row.get(2)),
                    escape(row.get(3)),
                    Table.unbroken(row.get(4)),
                    escape(row.get(5)));
        }
        StringBuilder html = new StringBuilder("<h2 id=\"" + ID + "\">" + TITLE + "</h2>\n");
        html.append("<p>The system ran as real processes. ")
                .append(escape(ForecastWords.summary(rehearsal)))
                .append(". They were predicted before it began")
                .append(escape(known(rehearsal.calibrated())))
                .append(". Requests count for the phase that they were sent in.</p>\n")
                .append(table);
        ForecastWords.hint(rehearsal)
                .ifPresent(hint -> html.append("<p>").append(escape(hint)).append("</p>\n"));
        html.append(list(rehearsal.places())).append(list(rehearsal.others()));
        return html.append(String.format(
                        Locale.ROOT,
                        "<p class=\"quiet\">99 %% of what the processes did was at most %.1f ms late, the latest %.1f ms: what is later than that is the machine's.</p>%n",
                        rehearsal.late().toNanos() / 1e6,
                        rehearsal.mostLate().toNanos() / 1e6))
                .append(load(rehearsal.load()))
                .toString();
    }

    /** Returns what was known of the machine before, as the end of a sentence. */
    private static String known(@Nullable Calibrated calibrated) {
        return calibrated == null ? "" : ", " + calibrated.text();
    }

    private static String list(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(each -> "<li>" + escape(each.getKey() + ": " + each.getValue()) + "</li>\n")
                .reduce(String::concat)
                .map(items -> "<ul>\n" + items + "</ul>\n")
                .orElse("");
    }

    private static String load(@Nullable LoadSeen load) {
        return load == null
                ? ""
                : "<p class=\"quiet\">What users sent was sent and measured by " + escape(load.text()) + "</p>\n";
    }
}
