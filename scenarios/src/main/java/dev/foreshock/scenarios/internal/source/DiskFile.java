package dev.foreshock.scenarios.internal.source;

import dev.foreshock.scenarios.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A file on disk.
 *
 * @param path where
 */
public record DiskFile(Path path) implements Location {

    @Override
    public String shown() {
        return path.toString();
    }

    @Override
    public byte[] bytes(int most) throws Unavailable {
        if (!Files.exists(path)) {
            throw new Unavailable(Code.FILE, "the file must exist, but there is no " + path, "");
        } else if (Files.isDirectory(path)) {
            throw new Unavailable(Code.FILE, "a file is needed here, but " + path + " is a directory", "");
        } else if (!Files.isRegularFile(path)) {
            throw new Unavailable(Code.FILE, "a plain file is needed here, but " + path + " is something else", "");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] read = in.readNBytes(most + 1);
            if (read.length > most) {
                throw new Unavailable(
                        Code.FILE_SIZE,
                        "the file must not be larger than " + (most >> 20) + " MiB, but was " + (Files.size(path) >> 10)
                                + " KiB",
                        "");
            }
            return read;
        } catch (IOException e) {
            throw new Unavailable(
                    Code.FILE,
                    "the file must be readable, but was not: " + e.getClass().getSimpleName(),
                    "");
        }
    }

    @Override
    public boolean exists() {
        return Files.exists(path);
    }

    @Override
    public Location sibling(String relative) throws Unavailable {
        if (relative.startsWith(LIBRARY)) {
            return libraryFile(relative.substring(LIBRARY.length()));
        }
        try {
            Path other = path.resolveSibling(relative).normalize();
            return new DiskFile(other.toString().isEmpty() ? Path.of(".") : other);
        } catch (InvalidPathException e) {
            throw new Unavailable(Code.FILE, "a path is needed here, but was '" + relative + "'", "");
        }
    }
}
