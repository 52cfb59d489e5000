package dev.foreshock.scenarios.internal.read;

import dev.foreshock.scenarios.internal.scalar.Misreading;
import dev.foreshock.scenarios.internal.scalar.Phrase;
import dev.foreshock.scenarios.internal.scalar.Scalar;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the knobs in texts that are no numbers, such as conditions: what is written of them is read as what it looks
 * like, and the text must be one with every value that they may have.
 */
final class Fills {

    private final Notes notes;
    private final AmountReader amounts;
    private final Limits limits;

    Fills(Notes notes, AmountReader amounts, Limits limits) {
        this.notes = notes;
        this.amounts = amounts;
        this.limits = limits;
    }

    /** Checks the knobs in {@code text}, which can be read as {@code scalar} with the values that they have. */
    void hold(TextNode text, Scalar<?> scalar, Spot spot) {
        for (String name : Knobs.names(text)) {
            Node knob = notes.knobs().find(name);
            TextNode is = knob == null ? null : Knobs.valueOf(Knobs.innermost(knob));
            Scalar<?> guess = is == null ? null : Amounts.guess(is);
            Amount amount = guess == null ? null : amounts.knob(name, text, guess, spot);
            if (amount != null && amount.span() != null) {
                hold(name, amount.span(), text, scalar, spot);
            }
        }
    }

    private void hold(String name, Span span, TextNode text, Scalar<?> scalar, Spot spot) {
        Set<String> broken = new LinkedHashSet<>();
        for (Span.End end : span.ends()) {
            TextNode drawn = notes.knobs().written(text, spot.path(), Map.of(name, end.written()));
            String problem = drawn == null ? null : problem(drawn, scalar, spot);
            if (problem != null) {
                broken.add(problem);
            }
        }
        limits.refuse(span, spot.subject(), List.copyOf(broken));
    }

    private @Nullable String problem(TextNode drawn, Scalar<?> scalar, Spot spot) {
        try {
            scalar.reading().read(Phrase.of(drawn, spot.subject(), notes));
            return null;
        } catch (Misreading e) {
            return e.text();
        } catch (IllegalArgumentException e) {
            return Refusal.sentence(e);
        }
    }
}
