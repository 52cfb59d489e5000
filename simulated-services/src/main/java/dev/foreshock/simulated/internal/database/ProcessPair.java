package dev.foreshock.simulated.internal.database;

import dev.foreshock.simulated.PostgresPair;
import dev.foreshock.simulated.Proxies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A pair that runs as processes of this machine.
 *
 * @param primary the server of the database
 * @param standby the server of its copy
 * @param proxies the proxies
 */
record ProcessPair(ProcessServer primary, ProcessServer standby, Proxies proxies) implements PostgresPair {
    private static final Set<PosixFilePermission> MINE = PosixFilePermissions.fromString("rwx------");

    /**
     * Makes an empty database, and a copy of it. It asks for a password, as whoever else is on this machine reaches its port, too, and may
     * run programs once logged in.
     *
     * @param directory where both lie, in a directory in it that nobody else can read
     */
    static ProcessPair make(Programs programs, Path directory, String password, Proxies proxies) throws IOException {
        Path place = Files.createDirectories(directory.resolve("data"), PosixFilePermissions.asFileAttribute(MINE));
        Path data = place.resolve("primary");
        Path file = Files.writeString(place.resolve("password"), password);
        List<String> arguments =
                new ArrayList<>(List.of("--pgdata=" + data, "--pwfile=" + file, "-c", Programs.SHARES));
        arguments.addAll(INITDB);
        programs.run("initdb", arguments, place.resolve("initdb.log"));
        Files.delete(file);
        Path passfile = Files.createFile(
                data.resolve(PASSFILE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passfile, PostgresPair.passfile(password), StandardOpenOption.APPEND);
        Path copy = copy(data, place.resolve("standby"));
        return new ProcessPair(new ProcessServer(programs, data), new ProcessServer(programs, copy), proxies);
    }

    /** Makes a copy of a database that has never run, to be its standby. */
    private static Path copy(Path data, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            for (Path from : all.toList()) {
                Files.copy(from, to.resolve(data.relativize(from)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Files.createFile(to.resolve("standby.signal"));
        return to;
    }

    @Override
    public void close() {
        primary.end();
        standby.end();
        proxies.close();
    }
}
