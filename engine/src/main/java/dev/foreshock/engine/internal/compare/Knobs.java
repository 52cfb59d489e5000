package dev.foreshock.engine.internal.compare;

import dev.foreshock.engine.compare.Contender;
import dev.foreshock.engine.compare.Drawn;
import dev.foreshock.engine.compare.Field;
import dev.foreshock.engine.compare.Uncertain;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lists the knobs of a field, and which measures bring those that the unchanged scenario does not have. */
final class Knobs {
    private Knobs() {}

    /** Returns the knobs that are drawn for any of {@code contenders}, by path; the first is the unchanged scenario. */
    static List<Drawn> of(Field field, List<Contender> contenders) {
        Map<String, Drawn> drawn = new TreeMap<>();
        for (Contender contender : contenders) {
            for (Uncertain knob : field.uncertain(contender)) {
                drawn.computeIfAbsent(knob.path(), path -> drawn(knob, whoHas(path, field, contenders)));
            }
        }
        return List.copyOf(drawn.values());
    }

    private static List<Contender> whoHas(String path, Field field, List<Contender> contenders) {
        return contenders.stream()
                .filter(contender -> field.uncertain(contender).stream()
                        .anyMatch(knob -> knob.path().equals(path)))
                .toList();
    }

    private static Drawn drawn(Uncertain knob, List<Contender> owners) {
        boolean isEverywhere = owners.get(0).isUnchanged();
        List<String> only = owners.stream()
                .filter(owner -> !isEverywhere && owner.variants().size() == 1)
                .map(Contender::name)
                .toList();
        return new Drawn(knob.path(), knob.asWritten(), knob.range(), knob.basis(), knob.source(), only);
    }
}
