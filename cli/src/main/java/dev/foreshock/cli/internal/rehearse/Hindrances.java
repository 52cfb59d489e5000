package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Why a scenario cannot be rehearsed as it was asked for, as far as that can be known before anything is done: so all of it is said, and
 * before the prediction, which takes its time.
 *
 * @param misuses what is wrong with the command line itself, whatever the scenario
 * @param misfits what scenario and options rule out
 * @param lacks what is missing on this machine, or forbidden there
 */
public record Hindrances(List<String> misuses, List<String> misfits, List<String> lacks) {
    /** None. */
    public static final Hindrances NONE = new Hindrances(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Hindrances {
        misuses = List.copyOf(misuses);
        misfits = List.copyOf(misfits);
        lacks = List.copyOf(lacks);
    }

    /** Gathers them, where one does not keep others from being found. */
    public static final class Gathering {
        private Hindrances all = NONE;

        /** Creates one without any. */
        public Gathering() {}

        /** Adds some. */
        public void add(Hindrances more) {
            all = new Hindrances(
                    joined(all.misuses, more.misuses),
                    joined(all.misfits, more.misfits),
                    joined(all.lacks, more.lacks));
        }

        /** Adds a misuse, if there is one. */
        public void misuse(Optional<String> why) {
            why.ifPresent(each -> add(new Hindrances(List.of(each), List.of(), List.of())));
        }

        /** Returns what is supplied; nothing where an {@link IllegalArgumentException} says that it does not fit, which is added. */
        public <T> Optional<T> fitting(Supplier<T> supplied) {
            try {
                return Optional.of(supplied.get());
            } catch (IllegalArgumentException e) {
                add(new Hindrances(List.of(), List.of(String.valueOf(e.getMessage())), List.of()));
                return Optional.empty();
            }
        }

        /** Returns all of them. */
        public Hindrances all() {
            return all;
        }

        private static List<String> joined(List<String> some, List<String> more) {
            return Stream.concat(some.stream(), more.stream()).toList();
        }
    }

    public boolean isNone() {
        return misuses.isEmpty() && misfits.isEmpty() && lacks.isEmpty();
    }

    /**
     * Says all of it, and returns how the command ends. What is wrong with the command line counts first, as it is mended at once; and a machine
     * that has everything would not do, either, where something does not fit.
     *
     * @param what what cannot be done, such as {@code rehearsed}
     * @throws UsageException if all there is to say is one misuse
     */
    public ExitCode told(Surroundings here, String what) {
        List<String> all = new ArrayList<>(misuses);
        all.addAll(misfits);
        all.addAll(lacks);
        if (all.size() == 1 && !misuses.isEmpty()) {
            throw new UsageException(misuses.get(0));
        } else if (all.size() == 1) {
            here.err().println("foreshock: " + all.get(0));
        } else {
            here.err().println("foreshock: this cannot be " + what + ", for " + all.size() + " reasons:");
            all.forEach(each -> here.err().println("  - " + each));
        }
        here.err().flush();
        if (!misuses.isEmpty()) {
            return ExitCode.USAGE;
        }
        return misfits.isEmpty() ? ExitCode.ABORTED : ExitCode.INVALID;
    }
}
