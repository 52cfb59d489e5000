package dev.foreshock.cli.internal.options;

import dev.foreshock.engine.unit.Percent;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a share such as {@code 5%}, more than nothing and at most everything. */
public final class PrecisionConverter implements ITypeConverter<Percent> {
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)%");
    private static final double MOST = 100;

    @Override
    public Percent convert(String text) {
        Matcher match = SHARE.matcher(text);
        double percent = match.matches() ? Double.parseDouble(match.group(1)) : 0;
        if (!(percent > 0 && percent <= MOST)) {
            throw new TypeConversionException("must be a share above 0% and up to 100%, such as 5%, but was " + text);
        }
        return Percent.of(percent);
    }
}
