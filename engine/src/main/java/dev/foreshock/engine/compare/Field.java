package dev.foreshock.engine.compare;

import dev.foreshock.engine.judge.Figure;
import dev.foreshock.engine.model.Scenario;
import java.util.List;
import java.util.Map;

/** Who takes part in a comparison, and what scenario each is. Thread-safe. */
public interface Field {
    /** Returns the contenders, the unchanged scenario first. */
    List<Contender> contenders();

    /** Returns figures that are shown of every contender beside its gates, by name; none by default. */
    default Map<String, Figure> figures() {
        return Map.of();
    }

    /** Returns the numbers that are uncertain for {@code contender}. */
    List<? extends Uncertain> uncertain(Contender contender);

    /**
     * Returns the scenario that {@code contender} is.
     *
     * @param places where in its range each uncertain number lies, by path; those left out are as written
     */
    Scenario scenario(Contender contender, Map<String, Double> places);
}
