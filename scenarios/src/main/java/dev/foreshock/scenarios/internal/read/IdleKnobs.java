package dev.foreshock.scenarios.internal.read;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.scalar.Scalar;
import dev.foreshock.scenarios.internal.scalar.Scalars;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Checks what is said of knobs that nothing uses: a range that is none must not wait until somebody writes {@code $name}. No
 * setting says of which type such a knob is, so it is of the type that its value looks like.
 */
final class IdleKnobs {
    private final Notes notes;
    private final AmountReader amounts;
    private final AmountReader.Shaped forms;

    /** @param notes what learns of mistakes; its knobs must be {@linkplain Knobs#apart() apart} */
    IdleKnobs(Notes notes, AmountReader.Shaped forms) {
        this.notes = notes;
        this.forms = forms;
        amounts = new AmountReader(notes, forms);
    }

    void check(String name) {
        Node knob = notes.knobs().find(name);
        if (knob == null || !(Knobs.innermost(knob) instanceof MapNode map)) {
            return; // what is only a value may be a text that stands for anything
        }
        TextNode is = Knobs.valueOf(map);
        if (is == null) {
            return; // that much is required of every knob
        }
        Spot spot = new Spot(name, knob.site(), "knobs." + name);
        Scalar<?> scalar = type(is);
        if (scalar != null) {
            amounts.read(knob, scalar, spot);
        } else if (forms.read(map, spot) != null && map.value("range") != null) {
            refuse(name, is, notes.report());
        }
    }

    /** Returns the type of a number; where it is a whole one, its range need not be. */
    private static @Nullable Scalar<?> type(TextNode is) {
        Scalar<?> looks = Amounts.guess(is);
        return looks != null && (looks.type() == Integer.class || looks.type() == Long.class)
                ? Scalars.find(Double.class)
                : looks;
    }

    private static void refuse(String name, TextNode is, Report report) {
        report.add(
                Code.KNOB,
                is.site().place(),
                "the knob '" + name + "' must be a number where it has a range, but was " + is.shape(),
                "such as 10, 250ms, 70%, x3.5 or 120/s; a share lies between 0% and 100%");
    }
}
