package dev.foreshock.cli.internal.files;

import dev.foreshock.cli.internal.terminal.DiskWords;
import dev.foreshock.cli.internal.terminal.Shell;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.cli.internal.terminal.UsageException;
import dev.foreshock.faults.heal.StatePlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the journals of runs on real systems are kept. */
public final class StateDirectory {
    /** As deep as what is put into it lies: a path that is just short enough by itself leaves no room for that. */
    private static final Path BELOW = Path.of("t".repeat(100), "t".repeat(100));

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "Where the journals of runs are. Default: $XDG_STATE_HOME/foreshock, else ~/.local/state/foreshock.")
    private @Nullable Path given;

    /** Created by picocli. */
    public StateDirectory() {}

    /**
     * Returns the directory, whatever is there.
     *
     * @throws UsageException if it was given without a name
     */
    public Path in(Surroundings here) {
        if (given == null) {
            return StatePlace.usual(here.environment());
        } else if (given.toString().isBlank()) {
            throw new UsageException("--state must name a directory, but was empty; leave it out for "
                    + StatePlace.usual(here.environment()));
        }
        return here.directory().resolve(given);
    }

    /**
     * Returns the directory, made where it was not, and proven to be one that can be written.
     *
     * @throws UsageException if it is not
     */
    public Path writable(Surroundings here) {
        Path directory = in(here);
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, ".foreshock-", ".tmp"));
            requireRoom(directory);
            return directory;
        } catch (IOException e) {
            throw refused(here, directory, "can be written", e);
        }
    }

    /** Returns why the directory cannot be written, as far as that shows without making it, as it is said of it; nothing if it can. */
    public Optional<String> unwritable(Surroundings here) {
        try {
            Path directory = in(here);
            try {
                OutputDirectory.requireWritable(directory);
                requireRoom(directory);
                return Optional.empty();
            } catch (IOException e) {
                throw refused(here, directory, "can be written", e);
            }
        } catch (UsageException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Returns the directory, which need not be there; if it is, it is proven to be one that can be read.
     *
     * @throws UsageException if it is not
     */
    public Path readable(Surroundings here) {
        Path directory = in(here);
        try {
            requireRoom(directory);
            BasicFileAttributes there = Files.readAttributes(directory, BasicFileAttributes.class);
            if (!there.isDirectory()) {
                throw new IOException("it is no directory");
            } else if (!Files.isReadable(directory) || !Files.isExecutable(directory)) {
                throw new IOException("permission denied");
            }
        } catch (NoSuchFileException e) {
            // Newer machines say the same of a path that leads through a file.
            if (fileOnTheWayTo(directory).isPresent()) {
                throw refused(here, directory, "can be read", e);
            }
        } catch (IOException e) {
            throw refused(here, directory, "can be read", e);
        }
        return directory;
    }

    /**
     * Returns what to say where the directory turns out not to do.
     *
     * @param rule what it must be, such as {@code can be read}
     */
    public UsageException refused(Surroundings here, Path directory, String rule, IOException why) {
        String subject = given == null ? "the state directory" : "--state";
        String way = given == null
                ? "name another with --state DIR"
                : "name another, or leave it out for " + StatePlace.usual(here.environment());
        return new UsageException(subject + " must be a directory that " + rule + ", but was "
                + (given == null ? directory : given) + " (" + reason(directory, why) + "); " + way);
    }

    /** What a disk says of a path that leads through a file does not say through which. */
    private static String reason(Path directory, IOException why) {
        return fileOnTheWayTo(directory)
                .map(file -> file.getFileName() + " is a file")
                .orElseGet(() -> DiskWords.of(why));
    }

    private static Optional<Path> fileOnTheWayTo(Path directory) {
        return Stream.iterate(directory, Objects::nonNull, Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .filter(there -> !Files.isDirectory(there));
    }

    private static void requireRoom(Path directory) throws IOException {
        try {
            Files.readAttributes(directory.resolve(BELOW), BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            // There is room, and nothing there, as there should be.
        }
    }

    /** Returns the option to repeat in a command that is to use the same directory; empty for the default. */
    public String again() {
        return given == null ? "" : " --state " + Shell.quoted(given.toString());
    }
}
