package dev.foreshock.faults.internal.process;

import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.process.OwnedProcess;
import dev.foreshock.faults.process.ProcessControl.Claim;
import dev.foreshock.faults.process.ProcessIdentity;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files by which runs keep each other from a process: whoever has the lock of one has the process. Who deletes a lock may delete one that
 * another has just taken, so that is done for processes alone that have ended, and that nobody is given any more.
 */
final class ClaimFiles {
    private static final Pattern NAME = Pattern.compile("foreshock-process-(\\d+)-(.+)\\.lock");

    private ClaimFiles() {}

    private static Path directory() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** Claims a process, unless another run has it. */
    static Claim claim(OwnedProcess process) throws ControlException {
        ProcessIdentity identity = process.identity();
        Path file = directory().resolve("foreshock-process-" + identity.pid() + "-" + identity.started() + ".lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return () -> release(channel, file, identity);
            }
            close(channel);
        } catch (OverlappingFileLockException e) {
            // a run in this virtual machine has it
        } catch (IOException e) {
            throw ControlException.refused(process.text() + " cannot be kept from other runs: " + e.getMessage());
        }
        throw ControlException.refused("another run has " + process.text());
    }

    private static void release(FileChannel channel, Path file, ProcessIdentity identity) {
        close(channel);
        removeIfEnded(file, identity);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // the lock ends with this process at the latest
        }
    }

    /** Removes those of processes that have ended. */
    static void removeEnded() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory(), "foreshock-process-*.lock")) {
            for (Path file : files) {
                identity(file).ifPresent(identity -> removeIfEnded(file, identity));
            }
        } catch (IOException e) {
            // they are empty, and in nobody's way
        }
    }

    private static Optional<ProcessIdentity> identity(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                ? Optional.of(new ProcessIdentity(Long.parseLong(name.group(1)), name.group(2)))
                : Optional.empty();
    }

    private static void removeIfEnded(Path file, ProcessIdentity identity) {
        if (LinuxProcesses.LOCAL.find(identity).isEmpty()) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // another user's
            }
        }
    }
}
