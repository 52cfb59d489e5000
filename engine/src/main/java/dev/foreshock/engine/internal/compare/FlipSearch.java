package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.compare.Contender;
import dev.foreshock.engine.compare.Decider.Flip;
import dev.foreshock.engine.compare.Trial;
import dev.foreshock.engine.compare.Uncertain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the value of a knob at which a contender's gates begin or cease to hold, by halving its range, all other knobs as
 * written and on one seed. Several searches go on side by side.
 */
final class FlipSearch {
    private static final int HALVINGS = 6;

    /** One search: the ends of what is left of the range, and what holds there. */
    static final class Search {
        private final Contender contender;
        private final Uncertain knob;
        private double holding = Double.NaN;
        private double failing = Double.NaN;

        Search(Contender contender, Uncertain knob) {
            this.contender = contender;
            this.knob = knob;
        }

        /** Returns the search over one knob for one contender, or null if there was none. */
        static @Nullable Search find(List<Search> searches, Contender contender, String path) {
            return searches.stream()
                    .filter(search -> search.contender.equals(contender)
                            && search.knob.path().equals(path))
                    .findFirst()
                    .orElse(null);
        }

        Contender contender() {
            return contender;
        }

        Uncertain knob() {
            return knob;
        }

        /** Tells whether the ends differ. */
        boolean isBracketed() {
            return !Double.isNaN(holding) && !Double.isNaN(failing);
        }

        private void take(double place, boolean holds) {
            if (holds) {
                holding = place;
            } else {
                failing = place;
            }
        }

        /** Returns where it flips, or null if both ends are alike. */
        @Nullable
        Flip flip() {
            if (!isBracketed()) {
                return null;
            }
            boolean above = holding > failing;
            return new Flip(knob.at(holding), above, knob.at(above ? 1 : 0));
        }
    }

    private final Function<List<Job>, List<Boolean>> holds;

    /** @param holds tells of each run whether all gates hold */
    FlipSearch(Function<List<Job>, List<Boolean>> holds) {
        this.holds = holds;
    }

    /** Returns how many runs {@code searches} take at most. */
    static int runsFor(int searches) {
        return searches * (2 + HALVINGS);
    }

    void run(List<Search> searches) {
        look(searches, search -> 0.0);
        look(searches, search -> 1.0);
        for (int i = 0; i < HALVINGS; i++) {
            look(
                    searches.stream().filter(Search::isBracketed).toList(),
                    search -> (search.holding + search.failing) / 2);
        }
    }

    private void look(List<Search> searches, Function<Search, Double> where) {
        List<Job> jobs = new ArrayList<>();
        List<Double> places = new ArrayList<>();
        for (Search search : searches) {
            double place = where.apply(search);
            places.add(place);
            jobs.add(new Job(search.contender, Trial.AS_WRITTEN, 0, Map.of(search.knob.path(), place)));
        }
        List<Boolean> held = jobs.isEmpty() ? List.of() : holds.apply(jobs);
        for (int i = 0; i < held.size(); i++) {
            searches.get(i).take(places.get(i), held.get(i));
        }
    }
}
