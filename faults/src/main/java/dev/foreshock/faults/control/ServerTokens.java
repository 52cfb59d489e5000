package dev.foreshock.faults.control;

import dev.foreshock.faults.AccessToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that servers of this user demand, by their addresses: in files that only this user can read, so that whoever carries out, guards
 * or undoes a run finds them, and a command line or a journal has none. Thread-safe.
 */
public final class ServerTokens {
    /** Servers that demand none. */
    public static final ServerTokens NONE = new ServerTokens(null);

    private static final String FOLDER = "tokens";
    private static final int BYTES = 16;

    private final @Nullable Path folder;

    private ServerTokens(@Nullable Path folder) {
        this.folder = folder;
    }

    /**
     * Returns those in a state directory.
     *
     * @param state the directory, which need not exist
     */
    public static ServerTokens in(Path state) {
        return new ServerTokens(state.resolve(FOLDER));
    }

    /** Returns the token of a server; nothing if none was made for it, or its file cannot be read. */
    public Optional<AccessToken> of(ServerAddress server) {
        if (folder == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(AccessToken.of(Files.readString(file(folder, server), StandardCharsets.US_ASCII)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // the server says by itself that it demands one
        }
    }

    /** Makes a random one for a server that is about to start, in place of any before. */
    public AccessToken create(ServerAddress server) throws IOException {
        if (folder == null) {
            throw new IllegalStateException("tokens must have a directory, but these have none");
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        AccessToken token = AccessToken.of(HexFormat.of().formatHex(random));
        Files.createDirectories(folder);
        // A temporary file is its user's alone.
        Path beside = Files.createTempFile(folder, ".", ".tmp");
        Files.writeString(beside, token.text(), StandardCharsets.US_ASCII);
        Files.move(beside, file(folder, server), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return token;
    }

    /** Removes that of a server that has ended. */
    public void remove(ServerAddress server) throws IOException {
        if (folder != null) {
            Files.deleteIfExists(file(folder, server));
        }
    }

    /** Removes all, where no server of a run is left. */
    public void removeAll() throws IOException {
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Path file(Path folder, ServerAddress server) {
        return folder.resolve(server.host().replace(':', '_') + "_" + server.port());
    }
}
