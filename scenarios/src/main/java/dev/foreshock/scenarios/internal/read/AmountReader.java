package dev.foreshock.scenarios.internal.read;

import dev.foreshock.scenarios.Code;
import dev.foreshock.scenarios.Note;
import dev.foreshock.scenarios.internal.report.Report;
import dev.foreshock.scenarios.internal.scalar.Misreading;
import dev.foreshock.scenarios.internal.scalar.Phrase;
import dev.foreshock.scenarios.internal.scalar.Scalar;
import dev.foreshock.scenarios.internal.scalar.Texts;
import dev.foreshock.scenarios.internal.tree.MapNode;
import dev.foreshock.scenarios.internal.tree.Node;
import dev.foreshock.scenarios.internal.tree.ScaledNode;
import dev.foreshock.scenarios.internal.tree.Site;
import dev.foreshock.scenarios.internal.tree.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Reads an amount in whatever way it is given: plain, with a basis, as a knob, as a multiple of what a lower layer says.
 * Returns null after a mistake, which it reports.
 */
final class AmountReader {

    private final Notes notes;
    private final Report report;
    private final Shaped forms;

    /** Reads the settings of a number with a basis. */
    interface Shaped {
        @Nullable
        AmountForm read(MapNode map, Spot spot);
    }

    AmountReader(Notes notes, Shaped forms) {
        this.notes = notes;
        this.report = notes.report();
        this.forms = forms;
    }

    /**
     * What an amount is needed for.
     *
     * @param scalar its type
     * @param spot where it is
     * @param uses what messages about it point at besides: where a knob is used
     */
    private record Need(Scalar<?> scalar, Spot spot, List<Note> uses) {}

    /** Reads the amount of a setting, which is a knob of its own if it says more than a number. */
    @Nullable
    Amount read(Node node, Scalar<?> scalar, Spot spot) {
        Amount amount = amount(node, new Need(scalar, spot, List.of()));
        if (amount != null && amount.form() != null) {
            notes.knobs().add(amount.knob(Knobs.path(spot.path())));
        }
        return amount;
    }

    private @Nullable Amount amount(Node node, Need need) {
        if (node instanceof ScaledNode scaled) {
            Amount base = amount(scaled.base(), need);
            return base == null
                    ? null
                    : times(
                            base,
                            scaled.factor(),
                            scaled.written(),
                            scaled.base().site());
        } else if (node instanceof MapNode map) {
            return withBasis(map, need);
        }
        return text((TextNode) node, need);
    }

    private @Nullable Amount text(TextNode text, Need need) {
        Matcher reference = Knobs.REFERENCE.matcher(text.text());
        if (text.text().length() <= Phrase.LONGEST && reference.matches()) {
            Amount value = knob(reference.group(1), text, need.scalar(), need.spot());
            Double factor = reference.group(2) == null ? null : Factor.of(reference.group(2));
            return value == null || factor == null ? value : times(value, factor, text, null);
        } else if (text.text().indexOf('$') >= 0) {
            report.add(
                    Code.KNOB,
                    text.site().place(),
                    need.spot().quoted() + " must be one knob with one factor at most, but was " + text.shape(),
                    "such as $peak, $peak x2 or $peak +40%; nothing else is reckoned: where another number is "
                            + "needed, make it the knob");
            return null;
        }
        Object value = plain(text, need, need.spot().subject());
        return value == null ? null : Amount.plain(value, text.text());
    }

    private @Nullable Object plain(TextNode text, Need need, String subject) {
        if (text.text().length() > Phrase.LONGEST) {
            report.add(
                    Code.SHAPE,
                    text.site().place(),
                    "'" + subject + "' must be at most " + Phrase.LONGEST + " characters long, but was " + text.shape(),
                    "");
            return null;
        }
        try {
            return need.scalar().reading().read(Phrase.of(text, subject, notes));
        } catch (Misreading e) {
            String help = e.code() == Code.RANGE ? e.help() : help(e, text, subject);
            String limits = need.spot().limits();
            String message = e.isBeyond() && !limits.isEmpty()
                    ? "'" + subject + "' must be " + limits + ", but was " + text.shape()
                    : e.text();
            report.add(e.code(), e.site().place(), message, help, need.uses());
        } catch (IllegalArgumentException e) {
            Refusal.add(report, text, new Spot(subject, text.site(), ""), need.scalar(), e);
        }
        return null;
    }

    private static String help(Misreading e, TextNode text, String subject) {
        boolean isRange =
                e.code() == Code.VALUE && Knobs.RANGE.matcher(text.text()).matches();
        return isRange
                ? "a range belongs to a knob: knobs: { NAME: { is: ..., range: " + text.text() + " } }, and here "
                        + subject + ": $NAME"
                : Factor.help(text.text(), e.help());
    }

    /** Returns a multiple of {@code base}, which stands at {@code below}: null where a message need not point there. */
    private @Nullable Amount times(Amount base, double factor, TextNode written, @Nullable Site below) {
        boolean isOurs = below == null || Texts.isNowhere(below);
        List<Note> seen =
                isOurs || below == null ? List.of() : List.of(new Note("the value below it is here", below.place()));
        try {
            if (factor < 0) {
                throw new IllegalArgumentException("less than nothing cannot be left of a value");
            }
            Amount amount = base.times(factor);
            Span span = amount.span();
            if (span == null || below == null) {
                return amount;
            }
            Span here = new Span(span.from(), span.to(), written.site(), written.text(), span.notes())
                    .with(new Note("the range below it is here", span.site().place()));
            return new Amount(amount.value(), amount.written(), here, amount.form());
        } catch (IllegalArgumentException e) {
            Span span = base.span();
            String all = span == null ? "the value" : "the value and the range";
            String what = below == null ? "" : " of " + all + " below it";
            report.add(
                    Code.RANGE,
                    written.site().place(),
                    written.shape() + what + " must come to a value, but " + e.getMessage(),
                    "",
                    span == null || below != null
                            ? seen
                            : List.of(new Note("the knob is here", span.site().place())));
            return null;
        }
    }

    // --- knobs

    /** Returns what the knob {@code name} is where {@code scalar} is needed. */
    @Nullable
    Amount knob(String name, TextNode use, Scalar<?> scalar, Spot spot) {
        Knobs knobs = notes.knobs();
        Node knob = knobs.find(name);
        if (knob == null) {
            notes.unknownKnob(name, use);
            return null;
        }
        knobs.use(name, spot.path());
        Note here = new Note("it is used here", use.site().place());
        Node innermost = Knobs.innermost(knob);
        TextNode is = Knobs.valueOf(innermost);
        if (is == null && !(innermost instanceof MapNode)) {
            report.add(
                    Code.KNOB,
                    knob.site().place(),
                    "the knob '" + name + "' must be " + scalar.wanted() + ", but was " + knob.shape(),
                    "",
                    here);
            return null;
        } else if (is != null && is.text().indexOf('$') >= 0) {
            report.add(
                    Code.KNOB,
                    is.site().place(),
                    "the knob '" + name + "' must be a number of its own, but was " + is.shape(),
                    "write " + is.text().strip() + " where its value is needed, in place of $" + name,
                    here);
            return null;
        }
        Spot own = new Spot(name, knob.site(), "knobs." + name);
        Amount amount = amount(knob, new Need(scalar, own, List.of(here)));
        if (amount == null) {
            return null;
        }
        knobs.add(amount.knob(own.path()));
        Span span = amount.span();
        return new Amount(amount.value(), amount.written(), span == null ? null : span.with(here), null);
    }

    // --- numbers with a basis

    private @Nullable Amount withBasis(MapNode map, Need need) {
        Node given = map.value("is");
        if (given != null && !(given instanceof TextNode)) {
            report.add(
                    Code.SHAPE,
                    given.site().place(),
                    "'is' must be a single number, but was " + given.shape(),
                    "such as is: " + need.scalar().firstExample() + "; its range and basis stand beside it");
            return null;
        }
        AmountForm form = forms.read(map, need.spot());
        if (form == null || !(given instanceof TextNode is)) {
            return null;
        }
        if (Factor.isRelative(is.text(), need.scalar().type())) {
            report.add(
                    Code.KNOB,
                    is.site().place(),
                    "'is' must be a number of its own beside a range or basis, but was " + is.shape(),
                    "write the factor alone, " + need.spot().subject() + ": " + is.text()
                            + "; the range of the value below grows with it, its basis stays",
                    need.uses());
            return null;
        }
        Long samples = form.samples();
        if (samples != null && samples < 1) {
            report.add(
                    Code.RANGE,
                    need.spot().site().place(),
                    "'samples' must be at least 1, but was " + samples,
                    "leave it out where nothing was counted");
            return null;
        }
        Amount value = text(is, need);
        if (value == null || form.range() == null || !(map.value("range") instanceof TextNode range)) {
            return value == null ? null : new Amount(value.value(), is.text(), value.span(), form);
        }
        Span span = span(range, value.value(), is, need);
        return span == null ? null : new Amount(value.value(), is.text(), span, form);
    }

    private @Nullable Span span(TextNode range, Object value, TextNode is, Need need) {
        Matcher ends = Knobs.RANGE.matcher(range.text());
        if (!ends.matches()) {
            return refuse(range, "be from .. to", "such as " + is.text() + " .. " + is.text());
        } else if (range.text().indexOf('$') >= 0) {
            return refuse(
                    range, "be of plain numbers", "write out what the knob is: ranges are drawn from independently");
        }
        Object low = plain(range.slice(ends.start(1), ends.end(1)), need, "range");
        Object high = plain(range.slice(ends.start(2), ends.end(2)), need, "range");
        if (low == null || high == null) {
            return null;
        }
        boolean isOneUnit = low.getClass() == high.getClass() && low.getClass() == value.getClass();
        if (isOneUnit && Amounts.size(low) > Amounts.size(high)) {
            return refuse(
                    range, "go from the smaller end to the larger", "write " + ends.group(2) + " .. " + ends.group(1));
        }
        boolean holds =
                isOneUnit && Amounts.size(low) <= Amounts.size(value) && Amounts.size(value) <= Amounts.size(high);
        return holds
                ? new Span(
                        new Span.End(low, ends.group(1)),
                        new Span.End(high, ends.group(2)),
                        range.site(),
                        range.text(),
                        new ArrayList<>())
                : refuse(
                        range,
                        "hold the value it is about, " + is.text(),
                        isOneUnit ? outside(value, low, ends, is) : "write all three in the same unit");
    }

    private static String outside(Object value, Object low, Matcher ends, TextNode is) {
        boolean isBelow = Amounts.size(value) < Amounts.size(low);
        return is.text() + " is " + (isBelow ? "below " + ends.group(1) : "above " + ends.group(2))
                + ": make the range wider, or change the value";
    }

    private @Nullable Span refuse(TextNode range, String rule, String help) {
        report.add(Code.KNOB, range.site().place(), "a range must " + rule + ", but was " + range.shape(), help);
        return null;
    }
}
