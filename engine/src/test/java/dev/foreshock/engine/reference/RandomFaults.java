package dev.foreshock.engine.reference;

import dev.foreshock.engine.fault.Crash;
import dev.foreshock.engine.fault.Effect;
import dev.foreshock.engine.fault.Errors;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.fault.Latency;
import dev.foreshock.engine.fault.Latency.AtEnd;
import dev.foreshock.engine.fault.Lost;
import dev.foreshock.engine.fault.Pause;
import dev.foreshock.engine.fault.Refused;
import dev.foreshock.engine.fault.Reset;
import dev.foreshock.engine.fault.Slow;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.ScenarioBuilder;
import dev.foreshock.engine.model.ServerSpec;
import dev.foreshock.engine.unit.Moment;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Percent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Random faults, often several at once and at the same times. */
final class RandomFaults {
    private final Dice dice;
    private final Map<String, ComponentSpec> components;
    private final List<String> users;
    private final int seconds;

    RandomFaults(Dice dice, Map<String, ComponentSpec> components, List<String> users, int seconds) {
        this.dice = dice;
        this.components = components;
        this.users = users;
        this.seconds = seconds;
    }

    /** Adds them, and returns them by name. */
    Map<String, FaultSpec> addTo(ScenarioBuilder scenario) {
        Map<String, FaultSpec> faults = new TreeMap<>();
        for (int i = dice.between(1, 5); i > 0; i--) {
            String on = dice.of(List.copyOf(components.keySet()));
            boolean strikesProcess = dice.oneIn(2) && components.get(on).suffers(Crash.ALL);
            // Whole seconds now and then, so that faults begin and end together.
            int at = dice.oneIn(2) ? 1000 * dice.between(0, seconds - 1) : dice.between(0, 1000 * seconds - 1);
            Duration lasts = dice.oneIn(3)
                    ? Duration.ofSeconds(dice.between(1, 5))
                    : dice.oneIn(5) ? null : dice.millis(1, 700 * seconds);
            faults.put(
                    "x" + i,
                    new FaultSpec(
                            Moment.after(Duration.ofMillis(at)),
                            lasts,
                            strikesProcess ? on : place(on),
                            strikesProcess ? onProcess(components.get(on)) : onCalls(),
                            !dice.oneIn(10)));
        }
        faults.forEach(scenario::fault);
        return faults;
    }

    /** Returns a component, one of its calls, or users who come in. */
    private String place(String component) {
        List<String> places = new ArrayList<>(List.of(component));
        components.get(component).calls().keySet().forEach(call -> places.add(component + "." + call));
        users.forEach(name -> places.add("users." + name));
        return dice.of(places);
    }

    private Effect onProcess(ComponentSpec component) {
        Integer replicas = component instanceof ServerSpec server && dice.oneIn(2)
                ? Integer.valueOf(dice.between(1, server.replicas()))
                : null;
        return switch (dice.between(0, 3)) {
            case 0 -> new Pause(replicas);
            case 1, 2 -> new Slow(Multiple.x(dice.oneIn(4) ? 1 : 1 + dice.upTo(9)), replicas);
            default -> new Crash(replicas);
        };
    }

    private Effect onCalls() {
        Percent share = dice.oneIn(2) ? Percent.HUNDRED : dice.percent(1, 99);
        return switch (dice.between(0, 4)) {
            case 0 -> new Errors(share);
            case 3 -> new Reset(share);
            case 1 -> new Refused(share);
            case 2 -> new Lost(share, dice.oneIn(2) ? Lost.AtEnd.RESET : Lost.AtEnd.KEEP);
            default -> new Latency(dice.law(200), share, dice.oneIn(2) ? AtEnd.RELEASE : AtEnd.KEEP);
        };
    }
}
