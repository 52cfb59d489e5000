package dev.foreshock.cli.internal.files;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the files of a run: all are complete before the first is put in place, so nobody ever sees half of one. */
public final class OutputDirectory {
    private final Path directory;

    private OutputDirectory(Path directory) {
        this.directory = directory;
    }

    /** Returns the directory, created and proven to be writable. */
    public static OutputDirectory at(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.delete(Files.createTempFile(directory, ".foreshock-", ".tmp"));
        return new OutputDirectory(directory);
    }

    /**
     * Looks whether a directory can be made and written, as far as that shows without making it.
     *
     * @throws IOException if it cannot
     */
    public static void requireWritable(Path directory) throws IOException {
        for (Path place = directory.toAbsolutePath(); place != null; place = place.getParent()) {
            if (Files.isDirectory(place)) {
                Files.delete(Files.createTempFile(place, ".foreshock-", ".tmp"));
                return;
            } else if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(place.toString());
            }
        }
    }

    /** Writes or replaces these files. */
    public void write(Map<String, String> texts) throws IOException {
        Map<Path, Path> moves = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Path temporary = Files.createTempFile(directory, ".foreshock-", ".tmp");
                moves.put(temporary, directory.resolve(text.getKey()));
                Files.writeString(temporary, text.getValue());
                readable(temporary);
            }
            for (Map.Entry<Path, Path> move : moves.entrySet()) {
                replace(move.getKey(), move.getValue());
            }
        } finally {
            for (Path temporary : moves.keySet()) {
                Files.deleteIfExists(temporary);
            }
        }
    }

    /**
     * Writes or replaces these files, and takes away what else an earlier result left: a directory never has those of two, lest one is taken for
     * a part of the other. All else in it stays.
     */
    public void writeResult(Map<String, String> texts) throws IOException {
        write(texts);
        for (String name : ResultFiles.names()) {
            if (!texts.containsKey(name)) {
                Files.deleteIfExists(directory.resolve(name));
            }
        }
    }

    public Path file(String name) {
        return directory.resolve(name);
    }

    /** A temporary file is for its owner alone; a report is for whoever may read the directory. */
    private static void readable(Path file) {
        if (!file.toFile().setReadable(true, false)) {
            return; // not every file system has permissions
        }
    }

    private static void replace(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
