package dev.foreshock.scenarios.internal.read;

import dev.foreshock.engine.compare.Uncertain;
import dev.foreshock.engine.unit.Bytes;
import dev.foreshock.engine.unit.Multiple;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.engine.unit.Rate;
import dev.foreshock.scenarios.Basis;
import dev.foreshock.scenarios.Knob;
import dev.foreshock.scenarios.internal.scalar.Desk;
import dev.foreshock.scenarios.internal.scalar.Misreading;
import dev.foreshock.scenarios.internal.scalar.Phrase;
import dev.foreshock.scenarios.internal.scalar.Scalar;
import dev.foreshock.scenarios.internal.scalar.Scalars;
import dev.foreshock.scenarios.internal.scalar.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The range of a knob. Whole numbers are as likely as one another; all others are rounded to about a thousandth of the range,
 * so that a value can be told.
 */
public final class Between implements Uncertain {

    private static final List<Class<?>> TYPES = List.of(
            Duration.class, Rate.class, Percent.class, Bytes.class, Multiple.class, Integer.class, Double.class);

    private static final double PARTS = 1_000;

    private final String path;
    private final Object low;
    private final Object high;
    private final double written;
    private final Knob knob;

    /** How many of the unit of a rate as written make one a second; 1 for all else. */
    private final int perUnit;

    private Between(Knob knob, Object low, Object high, Object is) {
        perUnit = low instanceof Rate ? Amounts.secondsOf(knob.is()) : 1;
        this.knob = knob;
        this.path = knob.path();
        this.low = low;
        this.high = high;
        this.written = place(is);
    }

    /** Returns the range of {@code knob}, or null if it has none or always is the same. */
    public static @Nullable Between of(Knob knob) {
        String from = knob.from();
        String to = knob.to();
        if (from == null || to == null) {
            return null;
        }
        for (Class<?> type : TYPES) {
            Object low = read(from, type);
            Object high = read(to, type);
            Object is = read(knob.is(), type);
            if (low != null && high != null && is != null) {
                return Amounts.size(low) < Amounts.size(high) ? new Between(knob, low, high, is) : null;
            }
        }
        return null;
    }

    private static @Nullable Object read(String text, Class<?> type) {
        Scalar<?> scalar = Scalars.find(type);
        try {
            return scalar == null ? null : scalar.reading().read(Phrase.of(Texts.node(text), "knob", Desk.blank()));
        } catch (Misreading e) {
            return null;
        }
    }

    private boolean isWhole() {
        return low instanceof Integer;
    }

    private double place(Object is) {
        double from = Amounts.size(low);
        double to = Amounts.size(high);
        double place =
                isWhole() ? (Amounts.size(is) - from + 0.5) / (to - from + 1) : (Amounts.size(is) - from) / (to - from);
        return Math.max(0, Math.min(1, place));
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public double written() {
        return written;
    }

    @Override
    public String asWritten() {
        return knob.is();
    }

    @Override
    public String range() {
        return knob.from() + " .. " + knob.to();
    }

    @Override
    public String basis() {
        Basis basis = knob.basis();
        return basis == null ? "" : basis.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String source() {
        return knob.source() + (knob.samples() == null ? "" : " (" + knob.samples() + " samples)");
    }

    @Override
    public String at(double place) {
        double from = Amounts.size(low) * perUnit;
        double to = Amounts.size(high) * perUnit;
        if (isWhole()) {
            return Long.toString((long) Math.min(to, Math.floor(from + place * (to - from + 1))));
        }
        double step = StrictMath.pow(10, Math.floor(StrictMath.log10((to - from) / PARTS)));
        double rounded = Math.rint((from + place * (to - from)) / step) * step;
        return text(Math.max(from, Math.min(to, rounded)));
    }

    private String text(double size) {
        if (low instanceof Duration) {
            return Amounts.text(Duration.ofNanos(Math.round(size)));
        } else if (low instanceof Rate) {
            return Amounts.rate(size, perUnit);
        } else if (low instanceof Percent) {
            return Amounts.text(new Percent(size));
        } else if (low instanceof Bytes) {
            return Amounts.text(new Bytes(Math.round(size)));
        }
        return Amounts.text(low instanceof Multiple ? Multiple.x(size) : (Object) size);
    }
}
