package dev.foreshock.cli.internal.terminal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says in words of people what a disk refused. */
public final class DiskWords {
    private DiskWords() {}

    /** Returns why something could not be read or written, as what stands in brackets behind it. */
    public static String of(IOException e) {
        if (e instanceof FileAlreadyExistsException file) {
            return shortName(file) + " is a file";
        } else if (e instanceof NoSuchFileException file) {
            return "there is no " + shortName(file);
        } else if (e instanceof AccessDeniedException) {
            return "permission denied";
        } else if (e instanceof DirectoryNotEmptyException file) {
            return "something is still written to " + shortName(file);
        } else if (e instanceof NotDirectoryException file) {
            return shortName(file) + " is no directory";
        } else if (e instanceof CharacterCodingException) {
            return "it is not UTF-8";
        } else if (e instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        String said = e.getMessage();
        return said == null ? "the disk refused" : said;
    }

    private static String shortName(FileSystemException e) {
        Path file = e.getFile() == null ? null : Path.of(e.getFile()).getFileName();
        return file == null ? "it" : file.toString();
    }
}
