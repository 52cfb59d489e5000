package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Caution;
import dev.foreshock.engine.internal.caution.AlertCautions;
import dev.foreshock.engine.internal.caution.ClassCautions;
import dev.foreshock.engine.internal.caution.CurveCautions;
import dev.foreshock.engine.internal.caution.IdleCautions;
import dev.foreshock.engine.internal.caution.LoadCautions;
import dev.foreshock.engine.internal.caution.ReachCautions;
import dev.foreshock.engine.internal.caution.RetryCautions;
import dev.foreshock.engine.internal.caution.RunbookCautions;
import dev.foreshock.engine.internal.caution.TimeoutCautions;
import dev.foreshock.engine.internal.caution.View;
import java.util.ArrayList;
import java.util.List;

/** Finds legal nonsense in a sound scenario. Nothing is run: what is found follows from the description. */
public final class Cautions {
    private Cautions() {}

    /**
     * Returns what is odd about {@code scenario}, rule by rule, each in order of names.
     *
     * @param scenario a scenario without problems
     */
    public static List<Caution> of(Scenario scenario) {
        View view = new View(scenario);
        List<Caution> found = new ArrayList<>();
        TimeoutCautions.find(view, found);
        RetryCautions.find(view, found);
        LoadCautions.find(view, found);
        ReachCautions.find(view, found);
        AlertCautions.find(view, found);
        RunbookCautions.find(view, found);
        CurveCautions.find(view, found);
        ClassCautions.find(view, found);
        IdleCautions.find(view, found);
        return List.copyOf(found);
    }
}
