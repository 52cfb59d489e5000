package dev.foreshock.reports.internal.account;

import dev.foreshock.engine.Ended;
import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.RunSet.JudgedBy;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.Estimate;
import dev.foreshock.engine.sample.Gap;
import dev.foreshock.reports.internal.json.ResultJson;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to, as {@code result.json} has it.
 *
 * @param scenario the name of the scenario
 * @param about one sentence about it; empty if none
 * @param world {@code simulated} or {@code staging}
 * @param seed the seed
 * @param replications how many replications there were
 * @param ended what ended the replications
 * @param scale the factor on the size of the system
 * @param fullSize how far a scaled system is off one run of the full size; empty if that was not run
 * @param verdict the verdict
 * @param judgedBy which claims decide about it
 * @param words the shares that define an impact
 * @param rules the rule of each monitor, by name
 * @param figures estimates over the whole run by name, such as {@code offered}; absent where nothing was observed
 * @param mayLastLonger whether some replications ended in an impact: how long it lasts is then only known to be as long at least
 * @param record claims about history
 * @param hasRecord whether the scenario has claims about history, judged or not
 * @param gates claims about the service
 * @param components estimates by component and figure
 * @param failures calls that failed at a component, by component and by how they ended; without those of which that is not known
 * @param topology who calls whom, users first
 * @param traffic what is expected to arrive, curve by curve; empty where a file does not say
 * @param recovery whether the system came back after its trigger; null if there was none
 * @param exemplar the replication that stories are told of
 */
public record Account(
        String scenario,
        String about,
        String world,
        long seed,
        int replications,
        Ended ended,
        double scale,
        List<Gap> fullSize,
        Verdict verdict,
        JudgedBy judgedBy,
        Words words,
        Map<String, String> rules,
        Map<String, Estimate> figures,
        boolean mayLastLonger,
        List<Ruling> record,
        boolean hasRecord,
        List<Ruling> gates,
        Map<String, Map<String, Estimate>> components,
        Map<String, Map<String, Estimate>> failures,
        List<Part> topology,
        List<TrafficCurve> traffic,
        @Nullable Recovery recovery,
        Exemplar exemplar) {
    /** Copies the collections. */
    public Account {
        fullSize = List.copyOf(fullSize);
        rules = Map.copyOf(rules);
        figures = Map.copyOf(figures);
        record = List.copyOf(record);
        gates = List.copyOf(gates);
        components = Collections.unmodifiableMap(new TreeMap<>(components));
        failures = Collections.unmodifiableMap(new TreeMap<>(failures));
        topology = List.copyOf(topology);
        traffic = List.copyOf(traffic);
    }

    /** Returns what {@code runs} came to: by way of the file, so that nothing is told that the file does not have. */
    public static Account of(RunSet runs) {
        return AccountReader.read(ResultJson.render(runs));
    }

    /** Tells whether nothing went wrong in the exemplar: no impact, and nobody was paged. */
    public boolean isHealthy() {
        return exemplar.impacts().isEmpty() && exemplar.incident() == null;
    }
}
