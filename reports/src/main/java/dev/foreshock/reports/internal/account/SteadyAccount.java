package dev.foreshock.reports.internal.account;

import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.steady.SteadyRun;
import dev.foreshock.engine.unit.Clock;
import java.util.List;

/**
 * What the {@code result.json} of a steady run says.
 *
 * @param scenario the name of the scenario
 * @param about what the scenario is about, in the words of its file
 * @param clock the time that it ran through, with its warm-up
 * @param run the run
 * @param verdict the worst verdict of the gates; passed where none is judged
 * @param gates the gates that have a meaning in the long run
 * @param unjudged the others
 */
public record SteadyAccount(
        String scenario,
        String about,
        Clock clock,
        SteadyRun run,
        Verdict verdict,
        List<Ruling> gates,
        List<Unjudged> unjudged) {
    /** Copies the lists. */
    public SteadyAccount {
        gates = List.copyOf(gates);
        unjudged = List.copyOf(unjudged);
    }

    /**
     * A gate that says nothing about the long run.
     *
     * @param name its name in the file
     * @param claim what it claims, as the file has it
     * @param reason why it has no meaning there
     */
    public record Unjudged(String name, String claim, String reason) {}
}
