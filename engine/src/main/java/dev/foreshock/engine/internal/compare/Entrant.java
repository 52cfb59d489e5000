package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.compare.ComparePlan;
import dev.foreshock.engine.compare.Contender;
import dev.foreshock.engine.compare.Trial;
import dev.foreshock.engine.compare.Uncertain;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.sample.LatinHypercube;
import dev.foreshock.engine.unit.Percent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** One contender under way: its draws, its runs so far, and what they say. */
final class Entrant {
    /** So many draws are run with a second seed, to tell chance from ignorance. */
    static final int DOUBLED = 5;

    private final Contender contender;
    private final ComparePlan plan;
    private final Looks looks;
    private final Map<String, Percent> demands;
    private final Map<String, double[]> columns = new TreeMap<>();
    private final List<Trial> trials = new ArrayList<>();
    private final List<Trial> doubles = new ArrayList<>();
    private int draws;

    Entrant(Contender contender, List<? extends Uncertain> uncertain, ComparePlan plan, Map<String, Percent> demands) {
        this.contender = contender;
        this.plan = plan;
        this.demands = demands;
        looks = new Looks(plan.draws());
        uncertain.forEach(
                knob -> columns.put(knob.path(), LatinHypercube.column(plan.seed(), knob.path(), plan.draws())));
    }

    Contender contender() {
        return contender;
    }

    /** Tells whether it is some of the measures of {@code other}, but not all, and at least one. */
    boolean isPartOf(Entrant other) {
        return contender.isPartOf(other.contender);
    }

    /** Returns how many draws were run. */
    int draws() {
        return draws;
    }

    /** Returns its knobs' places by path, one for each draw. */
    Map<String, double[]> columns() {
        return columns;
    }

    /** Returns its runs, by draw and then by replication. */
    List<Trial> trials() {
        return List.copyOf(trials);
    }

    /** Returns runs of the first draws with a second seed; empty if all draws have one anyway, or if there are no knobs. */
    List<Trial> doubles() {
        return List.copyOf(doubles);
    }

    int nextLook() {
        return looks.after(draws);
    }

    boolean isAtEnd() {
        return draws >= plan.draws();
    }

    /** Returns the runs that are missing to have {@code upTo} draws. */
    List<Job> jobs(int upTo) {
        List<Job> jobs = new ArrayList<>();
        for (int draw = draws; draw < upTo; draw++) {
            for (int replication = 0; replication < plan.replications(); replication++) {
                jobs.add(new Job(contender, draw, replication, places(draw)));
            }
        }
        if (isDoubled() && doubles.isEmpty() && upTo >= DOUBLED) {
            for (int draw = 0; draw < DOUBLED; draw++) {
                jobs.add(new Job(contender, draw, 1, places(draw)));
            }
        }
        return jobs;
    }

    /** Chance is measured where it is cheap: on the scenario as it is, or where everything is run. */
    private boolean isDoubled() {
        return plan.replications() == 1 && !columns.isEmpty() && (contender.isUnchanged() || plan.isFull());
    }

    /** Takes what came of {@link #jobs}: all of it, or of a batch that was stopped what ended, of which whole draws count. */
    void take(List<Trial> results) {
        int again = (int) results.stream()
                .filter(trial -> trial.replication() >= plan.replications())
                .count();
        int whole = (results.size() - again) / plan.replications() * plan.replications();
        for (Trial trial : results.subList(0, again == DOUBLED ? results.size() : whole)) {
            (trial.replication() < plan.replications() ? trials : doubles).add(trial);
            draws = Math.max(draws, trial.draw() + 1);
        }
        trials.sort(Comparator.comparingInt(Trial::draw).thenComparingInt(Trial::replication));
    }

    private Map<String, Double> places(int draw) {
        Map<String, Double> places = new TreeMap<>();
        columns.forEach((path, column) -> places.put(path, column[draw]));
        return places;
    }

    /** Returns the mean number of events of a run; 0 before the first. */
    long eventsPerRun() {
        return (long) trials.stream().mapToLong(Trial::events).average().orElse(0);
    }

    /** Returns in how many draws all gates held; a draw with several seeds counts by the share of them. */
    int held() {
        long runs = trials.stream().filter(Trial::holds).count();
        return (int) (runs / plan.replications());
    }

    Verdict verdict() {
        if (draws == 0) {
            return Verdict.INCONCLUSIVE;
        }
        if (!trials.stream().allMatch(Trial::isObserved)) {
            return Verdict.ERROR;
        }
        return Verdict.worst(demands.keySet().stream().map(this::verdict).toList());
    }

    /** Returns the names of the gates. */
    Set<String> gates() {
        return demands.keySet();
    }

    /** Returns the verdict about one gate. */
    Verdict verdict(String gate) {
        return looks.verdict(held(gate), draws, share(gate));
    }

    private double share(String gate) {
        return Objects.requireNonNull(demands.get(gate)).share();
    }

    /** Returns in how many draws one gate held. */
    int held(String gate) {
        long runs = trials.stream()
                .map(trial -> trial.gates().get(gate))
                .filter(seen -> seen != null && seen.holds())
                .count();
        return (int) (runs / plan.replications());
    }

    boolean isOpen() {
        return draws > 0 && !isAtEnd() && verdict() == Verdict.INCONCLUSIVE;
    }

    /** Returns how many draws would decide every gate that is open, if as large a share of them held; 0 if none would. */
    int drawsToDecide() {
        if (draws == 0 || verdict() != Verdict.INCONCLUSIVE) {
            return 0;
        }
        int most = 0;
        for (String gate : demands.keySet()) {
            if (verdict(gate) == Verdict.INCONCLUSIVE) {
                int needed = Looks.toDecide(held(gate), draws, share(gate));
                if (needed == 0) {
                    return 0;
                }
                most = Math.max(most, needed);
            }
        }
        return most;
    }
}
