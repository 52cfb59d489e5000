package dev.foreshock.faults.internal.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A run's journal, held by one process at a time. What {@link #append} returned from is on disk. Not thread-safe.
 */
public final class Journal implements AutoCloseable {
    private static final String SUFFIX = ".journal";

    private final String run;
    private final FileChannel file;
    private final Path lockFile;
    private final FileChannel lock;
    private final Chain found;
    private String sum;
    private boolean isClosed;

    private Journal(String run, FileChannel file, Path lockFile, FileChannel lock, Chain found) {
        this.run = run;
        this.file = file;
        this.lockFile = lockFile;
        this.lock = lock;
        this.isClosed = found.entries().stream().anyMatch(Entry.Closed.class::isInstance);
        this.found = found;
        this.sum = found.sum();
    }

    /** Returns the runs that have a journal in {@code directory} that is not closed, by name. */
    public static List<String> unfinished(Path directory) throws IOException {
        return unfinished(directory, entries -> true);
    }

    /** Returns those of them whose entries are as asked for. */
    public static List<String> unfinished(Path directory, Predicate<List<Entry>> wanted) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            List<Path> journals = files.filter(path -> path.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
            List<String> runs = new ArrayList<>();
            for (Path journal : journals) {
                List<Entry> entries = Chain.read(Files.readAllBytes(journal)).entries();
                if (entries.stream().noneMatch(Entry.Closed.class::isInstance) && wanted.test(entries)) {
                    String name = journal.getFileName().toString();
                    runs.add(name.substring(0, name.length() - SUFFIX.length()));
                }
            }
            return runs;
        }
    }

    /** Removes the locks of journals that are closed, which stay of whoever is killed in the moment after. */
    public static void removeLocksOfFinished(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        List<String> runs = new ArrayList<>();
        try (var files = Files.list(directory)) {
            files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .forEach(name -> runs.add(name.substring(0, name.length() - SUFFIX.length())));
        }
        // Only now, as one may begin meanwhile.
        runs.removeAll(unfinished(directory));
        for (String run : runs) {
            Files.deleteIfExists(lockFile(directory, run));
        }
    }

    /** Creates the journal of a new run, which begins with {@code begun}. */
    public static Journal create(Path directory, Entry.Begun begun) throws IOException {
        Files.createDirectories(directory);
        Path lockFile = lockFile(directory, begun.run());
        FileChannel lock = locked(lockFile)
                .orElseThrow(() -> new IOException("the run " + begun.run() + " must be new, but somebody has it"));
        FileChannel file = FileChannel.open(
                directory.resolve(begun.run() + SUFFIX), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Journal journal = new Journal(begun.run(), file, lockFile, lock, Chain.EMPTY);
        journal.append(begun);
        forceDirectory(directory);
        return journal;
    }

    /**
     * Opens what is left of a run, and cuts off a line that was not written whole.
     *
     * @return the journal, or nothing if a process has it: the run is alive, or somebody else heals it
     */
    public static Optional<Journal> open(Path directory, String run) throws IOException {
        Path path = directory.resolve(run + SUFFIX);
        if (!Files.exists(path)) {
            throw new IOException(
                    "there must be a journal of the run " + run + " in " + directory + ", but there is none");
        }
        Path lockFile = lockFile(directory, run);
        Optional<FileChannel> lock = locked(lockFile);
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        Chain found = Chain.read(Files.readAllBytes(path));
        FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE);
        file.truncate(found.length());
        file.position(found.length());
        return Optional.of(new Journal(run, file, lockFile, lock.get(), found));
    }

    private static Path lockFile(Path directory, String run) {
        return directory.resolve(run + ".lock");
    }

    /** Locks a file that nothing else is done with: closing any other channel of a locked file would free it. */
    private static Optional<FileChannel> locked(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException e) {
            // this process has it
        }
        channel.close();
        return Optional.empty();
    }

    /** On systems where a directory can be opened, its new file is then there after a crash too. */
    private static void forceDirectory(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // not such a system
        }
    }

    /** Returns the name of the run. */
    public String run() {
        return run;
    }

    /** Returns what was in it when it was opened. */
    public List<Entry> found() {
        return found.entries();
    }

    /** Tells whether a line in its midst could not be trusted. */
    public boolean isDamaged() {
        return found.isDamaged();
    }

    /**
     * Writes an entry and returns when it is on disk.
     *
     * @throws IOException if it may not be there
     */
    public void append(Entry entry) throws IOException {
        String json = EntryJson.write(entry);
        String next = Chain.sum(sum, json);
        ByteBuffer line = ByteBuffer.wrap((next + ' ' + json + '\n').getBytes(StandardCharsets.UTF_8));
        long from = file.position();
        try {
            while (line.hasRemaining()) {
                file.write(line);
            }
            file.force(true);
        } catch (IOException e) {
            // Half a line must not stand before whole ones.
            file.truncate(from);
            file.position(from);
            throw e;
        }
        sum = next;
        isClosed |= entry instanceof Entry.Closed;
    }

    /**
     * Lets go of it. Its file stays; that of its lock stays unless the run is finished: who deletes a lock may delete one that another has just
     * taken, who finds nothing more to do in a journal that is closed.
     */
    @Override
    public void close() throws IOException {
        file.close();
        if (isClosed) {
            removeLock();
        }
        lock.close();
    }

    private void removeLock() {
        try {
            Files.deleteIfExists(lockFile);
        } catch (IOException e) {
            // a system that deletes no file that is open; it is empty, and in nobody's way
        }
    }
}
