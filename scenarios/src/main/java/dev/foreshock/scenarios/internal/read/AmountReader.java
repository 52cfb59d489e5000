package dev.foreshock.scenarios.internal.read;

import dev.foreshock.scenarios.Basis;
import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Knob;
import dev.foreshock.scenarios.Note;
import dev.foreshock.scenarios.internal.scalar.Misreading;
import dev.foreshock.scenarios.internal.scalar.Phrase;
import dev.foreshock.scenarios.internal.scalar.Scalar;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.ScaledNode;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an amount in whatever way it is given: plain, with a basis, as a knob, as a multiple of what a lower layer says.
 * Returns null after a mistake, which it reports.
 */
final class AmountReader {

    private static final Pattern RANGE = Pattern.compile("\\s*(\\S.*?)\\s*\\.\\.\\s*(\\S.*?)\\s*", Pattern.DOTALL);

    private final Notes notes;
    private final Shaped forms;

    /** Reads the settings of a number with a basis. */
    interface Shaped {
        @Nullable
        AmountForm read(MapNode map, Spot spot);
    }

    AmountReader(Notes notes, Shaped forms) {
        this.notes = notes;
        this.forms = forms;
    }

    @Nullable
    Object read(Node node, Scalar<?> scalar, Spot spot) {
        if (node instanceof ScaledNode scaled) {
            Object base = read(scaled.base(), scalar, spot);
            return base == null ? null : times(base, scaled.factor(), scaled.written());
        } else if (node instanceof MapNode map) {
            return withBasis(map, scalar, spot, Knobs.path(spot.path()));
        }
        return text((TextNode) node, scalar, spot);
    }

    private @Nullable Object text(TextNode text, Scalar<?> scalar, Spot spot) {
        Matcher reference = Knobs.REFERENCE.matcher(text.text());
        if (text.text().length() <= Phrase.LONGEST && reference.matches()) {
            Object value = knob(reference.group(1), text, scalar, spot);
            Double factor = reference.group(2) == null ? null : Factor.of(reference.group(2));
            return value == null || factor == null ? value : times(value, factor, text);
        } else if (text.text().indexOf('$') >= 0) {
            notes.report()
                    .add(
                            Code.KNOB,
                            text.site().place(),
                            "'" + spot.subject() + "' must be one knob with one factor at most, but was "
                                    + text.shape(),
                            "such as $peak, $peak x2 or $peak +40%; nothing else is reckoned: where another number is "
                                    + "needed, make it the knob");
            return null;
        }
        return plain(text, scalar, spot.subject());
    }

    private @Nullable Object plain(TextNode text, Scalar<?> scalar, String subject) {
        if (text.text().length() > Phrase.LONGEST) {
            notes.report()
                    .add(
                            Code.SHAPE,
                            text.site().place(),
                            "'" + subject + "' must be at most " + Phrase.LONGEST + " characters long, but was "
                                    + text.shape(),
                            "");
            return null;
        }
        try {
            return scalar.reading().read(Phrase.of(text, subject, notes));
        } catch (Misreading e) {
            boolean isLost = Factor.of(text.text()) != null && e.code() != Code.RANGE;
            notes.report()
                    .add(
                            e.code(),
                            e.site().place(),
                            e.text(),
                            isLost
                                    ? "there is no value below it that it could be a multiple of"
                                    : help(e, text, subject));
        } catch (IllegalArgumentException e) {
            notes.report().add(Code.VALUE, text.site().place(), String.valueOf(e.getMessage()), "");
        }
        return null;
    }

    private static String help(Misreading e, TextNode text, String subject) {
        boolean isRange = e.code() == Code.VALUE && RANGE.matcher(text.text()).matches();
        return isRange
                ? "a range belongs to a knob: knobs: { NAME: { is: ..., range: " + text.text() + " } }, and here "
                        + subject + ": $NAME"
                : e.help();
    }

    private @Nullable Object times(Object base, double factor, TextNode written) {
        try {
            if (factor < 0) {
                throw new IllegalArgumentException("less than nothing cannot be left of a value");
            }
            return Amounts.times(base, factor);
        } catch (IllegalArgumentException | ArithmeticException e) {
            notes.report()
                    .add(
                            Code.RANGE,
                            written.site().place(),
                            written.shape() + " of the value below it must be a value, but " + e.getMessage(),
                            "");
            return null;
        }
    }

    private @Nullable Object knob(String name, TextNode use, Scalar<?> scalar, Spot spot) {
        Knobs knobs = notes.knobs();
        Node knob = knobs.find(name);
        if (knob == null) {
            notes.unknownKnob(name, use);
            return null;
        }
        knobs.use(name, spot.path());
        int before = notes.report().size();
        Spot own = new Spot(name, knob.site(), "knobs." + name);
        Object value = knob instanceof MapNode map
                ? withBasis(map, scalar, own, own.path())
                : knob instanceof TextNode text ? declared(text, scalar, own) : null;
        if (value == null && notes.report().size() == before) {
            notes.report()
                    .add(
                            Code.KNOB,
                            knob.site().place(),
                            "the knob '" + name + "' must be a " + scalar.name() + " such as " + scalar.firstExample()
                                    + ", but was " + knob.shape(),
                            "",
                            new Note("it is used here", use.site().place()));
        }
        return value;
    }

    private @Nullable Object declared(TextNode text, Scalar<?> scalar, Spot spot) {
        Object value = plain(text, scalar, spot.subject());
        if (value != null) {
            notes.knobs().add(new Knob(spot.path(), text.text(), null, null, null, "", null, List.of()));
        }
        return value;
    }

    private @Nullable Object withBasis(MapNode map, Scalar<?> scalar, Spot spot, String path) {
        AmountForm form = forms.read(map, spot);
        TextNode is = Knobs.valueOf(map);
        if (form == null || is == null) {
            return null;
        }
        Long samples = form.samples();
        if (samples != null && samples < 1) {
            notes.report()
                    .add(
                            Code.RANGE,
                            spot.site().place(),
                            "'samples' must be at least 1, but was " + samples,
                            "leave it out where nothing was counted");
            return null;
        }
        Object value = text(is, scalar, spot);
        Node range = map.value("range");
        String from = null;
        String to = null;
        if (value != null && range instanceof TextNode text && form.range() != null) {
            Matcher ends = RANGE.matcher(text.text());
            if (!ends.matches()) {
                notes.report()
                        .add(
                                Code.KNOB,
                                text.site().place(),
                                "a range must be from .. to, but was " + text.shape(),
                                "such as " + is.text() + " .. " + is.text());
                return null;
            }
            from = ends.group(1);
            to = ends.group(2);
            if (!contains(text, ends, value, is, scalar)) {
                return null;
            }
        }
        Basis basis = form.basis();
        if (value != null) {
            notes.knobs().add(new Knob(path, is.text(), from, to, basis, form.source(), form.samples(), List.of()));
        }
        return value;
    }

    private boolean contains(TextNode range, Matcher ends, Object value, TextNode is, Scalar<?> scalar) {
        Object low = plain(range.slice(ends.start(1), ends.end(1)), scalar, "range");
        Object high = plain(range.slice(ends.start(2), ends.end(2)), scalar, "range");
        if (low == null || high == null) {
            return false;
        }
        boolean holds = low.getClass() == high.getClass()
                && Amounts.size(low) <= Amounts.size(value)
                && Amounts.size(value) <= Amounts.size(high);
        if (!holds) {
            notes.report()
                    .add(
                            Code.KNOB,
                            range.site().place(),
                            "a range must hold the value it is about, " + is.text() + ", but was " + range.shape(),
                            Amounts.size(low) > Amounts.size(high)
                                    ? "write the smaller end first: " + ends.group(2) + " .. " + ends.group(1)
                                    : is.text() + " is "
                                            + (Amounts.size(value) < Amounts.size(low) ? "below " : "above ")
                                            + (Amounts.size(value) < Amounts.size(low)
                                                    ? ends.group(1)
                                                    : ends.group(2)));
        }
        return holds;
    }
}
