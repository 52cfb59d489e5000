package dev.foreshock.cli.internal.options;

import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads whole numbers, and says what they must be in words of people. */
public final class WholeNumbers {
    private WholeNumbers() {}

    /** Makes a command line, and all its commands, read whole numbers so. */
    public static CommandLine readBy(CommandLine command) {
        return command.registerConverter(Integer.class, WholeNumbers::small)
                .registerConverter(int.class, WholeNumbers::small)
                .registerConverter(Long.class, WholeNumbers::large)
                .registerConverter(long.class, WholeNumbers::large);
    }

    private static int small(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw wrong(text, "up to " + Integer.MAX_VALUE);
        }
    }

    private static long large(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw wrong(text, "of up to 18 digits");
        }
    }

    private static TypeConversionException wrong(String text, String most) {
        return new TypeConversionException("must be a whole number " + most + ", but was " + text);
    }
}
