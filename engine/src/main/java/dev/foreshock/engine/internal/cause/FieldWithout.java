package dev.foreshock.engine.internal.cause;

import dev.foreshock.engine.compare.Contender;
import dev.foreshock.engine.compare.Field;
import dev.foreshock.engine.compare.Uncertain;
import dev.foreshock.engine.judge.Figure;
import dev.foreshock.engine.model.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A field whose contenders do without some causes. What is uncertain about a cause that is gone stays uncertain, so that
 * the draws of everything else stay what they are.
 *
 * @param field the field with them
 * @param names the names of the causes
 */
public record FieldWithout(Field field, Set<String> names) implements Field {
    @Override
    public List<Contender> contenders() {
        return field.contenders();
    }

    @Override
    public Map<String, Figure> figures() {
        return field.figures();
    }

    @Override
    public List<? extends Uncertain> uncertain(Contender contender) {
        return field.uncertain(contender);
    }

    @Override
    public Scenario scenario(Contender contender, Map<String, Double> places) {
        return Reliever.relieve(field.scenario(contender, places), names).scenario();
    }
}
