package dev.foreshock.reports.internal.html;

import dev.foreshock.reports.internal.account.Account;
import dev.foreshock.reports.internal.account.Exemplar;
import java.util.ArrayList;
import java.util.List;

/** The charts over time of the exemplar replication, one below the other on one time axis. */
final class Charts {
    private Charts() {}

    static List<Figure> of(Account runs) {
        Exemplar run = runs.exemplar();
        List<Figure> figures = new ArrayList<>();
        figures.add(timeline(runs));
        if (run.series().size() > 0) {
            Bins bins = new Bins(run);
            figures.add(LoadChart.of(bins));
            figures.addAll(FailuresChart.of(bins));
            figures.add(ResponseChart.of(bins));
            figures.addAll(QueueCharts.of(bins));
            figures.addAll(ServersChart.of(bins));
            figures.addAll(UsersChart.of(bins));
        }
        return figures;
    }

    private static Figure timeline(Account runs) {
        Exemplar run = runs.exemplar();
        TimelineWords words = new TimelineWords(run);
        return new Figure(
                "What happened when", words.sentence(), new TimelineChart(run).draw(words.sentence()), words.table());
    }
}
