package dev.foreshock.cli.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a precision: {@code 2%}, or {@code 0.02}. */
final class PrecisionConverter implements ITypeConverter<Double> {
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)(%?)");
    private static final double FINEST = 1e-4;
    private static final double COARSEST = 0.5;

    @Override
    public Double convert(String text) {
        Matcher match = SHARE.matcher(text);
        double share = match.matches()
                ? Double.parseDouble(match.group(1)) / (match.group(2).isEmpty() ? 1 : 100)
                : Double.NaN;
        if (!(share >= FINEST && share <= COARSEST)) {
            throw new TypeConversionException(
                    "'" + text + "' must be a share between 0.01% and 50%, such as 2% or 0.02");
        }
        return share;
    }
}
