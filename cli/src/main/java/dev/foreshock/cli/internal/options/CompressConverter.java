package dev.foreshock.cli.internal.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads by how much shorter a story is to be: {@code 60}. */
final class CompressConverter implements ITypeConverter<Double> {
    /** A year in half a minute. */
    private static final int MOST = 1_000_000;

    @Override
    public Double convert(String text) {
        double factor = parse(text);
        if (!(factor >= 1 && factor <= MOST)) {
            throw new TypeConversionException(
                    "must be a number from 1 to " + MOST + ", such as 60 for a minute of an hour, but was " + text);
        }
        return factor;
    }

    private static double parse(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
