package com.example.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foreshock.engine.RunSet;
import dev.foreshock.engine.judge.Verdict;
import dev.foreshock.engine.result.RunResult;
import dev.foreshock.junit.Judge;
import dev.foreshock.junit.ScenarioTest;

/** A busy morning with late payments, simulated: the gates of the scenario are asserted, and what the methods add. */
class SlowPaymentsTest {
    @ScenarioTest(
            value = "slow-payments.yaml",
            seeds = {1, 2, 3})
    void theMorningHasNoOutage(RunResult run) {
        assertTrue(run.impacts().isEmpty());
    }

    @ScenarioTest(value = "slow-payments.yaml", replications = 20)
    void theGatesHoldBeyondChance(RunSet runs) {
        assertEquals(20, runs.runs().size());
    }

    /** Why {@link Payments#PATIENCE} is not shorter. */
    @ScenarioTest(value = "slow-payments.yaml", variants = "impatient", judge = Judge.NOTHING)
    void lessPatienceWouldLoseOrders(RunSet runs) {
        assertEquals(Verdict.DEVIATED, runs.verdict());
    }
}
