package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.compare.Contender;
import dev.foreshock.engine.compare.Decider.Flip;
import dev.foreshock.engine.compare.FlipTogether;
import dev.foreshock.engine.compare.FlipTogether.Move;
import dev.foreshock.engine.compare.Trial;
import dev.foreshock.engine.compare.Uncertain;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the place on a course of knobs at which a contender's gates begin or cease to hold, by halving it, all other knobs as
 * written and on one seed. Several searches go on side by side.
 */
final class FlipSearch {
    private static final int HALVINGS = 6;

    /** One search: the ends of what is left of the course, and what holds there. */
    static final class Search {
        private final Contender contender;
        private final Course course;
        private double holding = Double.NaN;
        private double failing = Double.NaN;

        Search(Contender contender, Course course) {
            this.contender = contender;
            this.course = course;
        }

        /** Returns the search over one knob for one contender, or null if there was none. */
        static @Nullable Search find(List<Search> searches, Contender contender, String path) {
            return searches.stream()
                    .filter(search -> search.contender.equals(contender) && search.course.isOf(path))
                    .findFirst()
                    .orElse(null);
        }

        /** Tells whether it is over the same knobs for the same contender. */
        boolean isSameAs(Search other) {
            return contender.equals(other.contender) && course.name().equals(other.course.name());
        }

        Contender contender() {
            return contender;
        }

        Course course() {
            return course;
        }

        /** Tells whether the ends differ. */
        boolean isBracketed() {
            return !Double.isNaN(holding) && !Double.isNaN(failing);
        }

        /** Tells whether the gates hold all along, as far as was looked. */
        boolean holdsThroughout() {
            return !Double.isNaN(holding) && Double.isNaN(failing);
        }

        private boolean holdsFurtherOn() {
            return holding > failing;
        }

        /** Returns where the verdict flips over its only knob, or null if both ends are alike. */
        @Nullable
        Flip flip() {
            if (!isBracketed()) {
                return null;
            }
            Uncertain knob = course.legs().get(0).knob();
            return new Flip(knob.at(holding), holdsFurtherOn(), knob.at(holdsFurtherOn() ? 1 : 0));
        }

        /** Returns where the verdict flips as its knobs go together. */
        FlipTogether together() {
            double part = isBracketed() ? holding : 1;
            return new FlipTogether(
                    contender.name(),
                    isBracketed() ? !holdsFurtherOn() : !Double.isNaN(holding),
                    course.legs().stream()
                            .map(leg -> new Move(
                                    leg.knob().path(),
                                    leg.knob().asWritten(),
                                    leg.knob().at(leg.at(part))))
                            .toList(),
                    isBracketed());
        }

        private void take(double part, boolean holds) {
            if (holds) {
                holding = part;
            } else {
                failing = part;
            }
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
        List<Double> parts = new ArrayList<>();
        for (Search search : searches) {
            double part = where.apply(search);
            parts.add(part);
            jobs.add(new Job(search.contender, Trial.AS_WRITTEN, 0, search.course.at(part)));
        }
        List<Boolean> held = jobs.isEmpty() ? List.of() : holds.apply(jobs);
        for (int i = 0; i < held.size(); i++) {
            searches.get(i).take(parts.get(i), held.get(i));
        }
    }
}
