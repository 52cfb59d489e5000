package dev.foreshock.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.engine.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The engine and the interpreter agree about random scenarios, request by request. */
class InterpreterReferenceTest {
    @Test
    void engineAndInterpreterAgreeAboutEveryRequest() {
        List<String> disagreements = new ArrayList<>();
        int count = Integer.getInteger("foreshock.scenarios", 300);
        long sights = 0;
        long journal = 0;
        long t0 = System.nanoTime();
        long te = 0;
        for (long seed = 0; seed < count; seed++) {
            Scenario scenario = RandomScenario.of(seed);
            long t1 = System.nanoTime();
            Story simulated = Story.simulated(scenario, seed, 0);
            te += System.nanoTime() - t1;
            sights += simulated.sights().size();
            journal += simulated.journal().size();
            String difference;
            try {
                difference = Interpreter.tell(scenario, seed, 0).difference(simulated);
            } catch (RuntimeException e) {
                difference = e + " at " + List.of(e.getStackTrace()).subList(0, 4);
            }
            if (!difference.isEmpty()) {
                disagreements.add(seed + ": " + difference);
            }
        }
        System.out.println("SIGHTS " + sights + " journal " + journal + " " + (System.nanoTime() - t0) / 1e9 + " s, engine " + te / 1e9);
        disagreements.forEach(System.out::println);
        assertThat(disagreements).isEmpty();
    }
}
