package dev.foreshock.cli.internal.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a scale: {@code 0.1}, or a fraction {@code 1/10}. */
final class ScaleConverter implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
        double scale = parse(text);
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new TypeConversionException("must be a positive number such as 0.1 or 1/10, but was " + text);
        }
        return scale;
    }

    private static double parse(String text) {
        int slash = text.indexOf('/');
        try {
            return slash < 0
                    ? Double.parseDouble(text)
                    : Double.parseDouble(text.substring(0, slash)) / Double.parseDouble(text.substring(slash + 1));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
