package dev.foreshock.simulated.internal.database;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Unpacks a tape archive (POSIX {@code ustar}): directories, files and links to files beside them, which is all that the one read here has. */
final class Tar {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int MODE = 100;
    private static final int SIZE = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int TYPE = 156;
    private static final int LINK = 157;
    private static final int PREFIX = 345;
    private static final int PREFIX_LENGTH = 155;
    private static final int OCTAL = 8;
    private static final int EXECUTABLE = 0111;

    private Tar() {}

    /**
     * Unpacks an archive.
     *
     * @param into a directory; nothing is written beside it
     * @throws IOException if it cannot be read or written, or has something in it that is not expected
     */
    static void unpack(InputStream archive, Path into) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(archive, 1 << 16));
        byte[] header = new byte[BLOCK];
        for (in.readFully(header); header[0] != 0; in.readFully(header)) {
            String prefix = text(header, PREFIX, PREFIX_LENGTH);
            String name = (prefix.isEmpty() ? "" : prefix + "/") + text(header, 0, NAME);
            Path path = within(into, into.resolve(name));
            long size = octal(header, SIZE, SIZE_LENGTH);
            switch (header[TYPE]) {
                case '5' -> Files.createDirectories(path);
                case '0', 0 -> file(in, path, size, octal(header, MODE, OCTAL));
                case '2' -> link(into, path, text(header, LINK, NAME));
                default ->
                    throw new IOException("an entry must be a directory, a file or a link, but was of type "
                            + (char) header[TYPE] + ": " + name);
            }
        }
    }

    private static void file(DataInputStream in, Path path, long size, long mode) throws IOException {
        Files.createDirectories(path.getParent());
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(path)) {
            for (long left = size; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    throw new IOException("the archive ends within " + path);
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        if ((mode & EXECUTABLE) != 0) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void link(Path root, Path path, String to) throws IOException {
        Files.createDirectories(path.getParent());
        within(root, path.resolveSibling(to));
        Files.createSymbolicLink(path, Path.of(to));
    }

    private static Path within(Path root, Path path) throws IOException {
        if (!path.normalize().startsWith(root.normalize())) {
            throw new IOException("an archive must stay in its directory, but names " + path);
        }
        return path;
    }

    private static String text(byte[] header, int from, int most) {
        int length = 0;
        while (length < most && header[from + length] != 0) {
            length++;
        }
        return new String(header, from, length, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] header, int from, int length) throws IOException {
        String digits = text(header, from, length).strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, OCTAL);
        } catch (NumberFormatException e) {
            throw new IOException("a number in an archive must be octal, but was " + digits, e);
        }
    }
}
