package dev.foreshock.simulated;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Two servers of PostgreSQL that have not run yet, a database and the copy of it that is to be its standby, with proxies that reach both.
 * All of it ends with this process, whatever ends that.
 */
public interface PostgresPair extends AutoCloseable {
    /** How the database is made ({@code initdb}), beside where, and with which password. */
    List<String> INITDB = List.of(
            "--username=postgres",
            "--auth=scram-sha-256",
            // It is no word that anybody could guess: there is nothing to make slow.
            "--set=scram_iterations=1",
            "--encoding=UTF8",
            "--no-locale",
            "--no-sync",
            "--no-instructions");

    /** The file beside the data of each by which it knows the password of the other: no command shows it. */
    String PASSFILE = "pgpass";

    /** Makes a pair that does not run as processes. Found as a service; where there is none, it does. */
    interface Source {
        /**
         * Makes a pair.
         *
         * @param directory a directory for it, in that of the twin
         * @param password what whoever comes to it has to know
         * @throws IOException if it cannot be made here; then nothing of it is left
         */
        PostgresPair make(Path directory, String password) throws IOException;
    }

    /** Returns what is to be in {@link #PASSFILE}. */
    static String passfile(String password) {
        return "*:*:*:postgres:" + password + "\n";
    }

    /** Returns the server of the database. */
    PostgresServer primary();

    /** Returns the server of its copy. */
    PostgresServer standby();

    /** Returns the proxies. */
    Proxies proxies();

    /** Ends both and the proxies, and removes what they need to run. */
    @Override
    void close();
}
