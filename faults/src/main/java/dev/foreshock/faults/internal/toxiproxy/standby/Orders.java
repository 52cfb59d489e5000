package dev.foreshock.faults.internal.toxiproxy.standby;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/** What a standby hears of the server that it stands by for. */
final class Orders {
    private Orders() {}

    /** Reads until the end; returns the proxies as they were told last, or nothing where the server ended on purpose. */
    static Optional<String> untilDeath(BufferedReader in) {
        String proxies = "[]";
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals(Standby.BYE)) {
                    return Optional.empty();
                }
                // A line that the server died in is not whole.
                if (isWhole(line)) {
                    proxies = line;
                }
            }
        } catch (IOException e) {
            // as good as the end
        }
        return Optional.of(proxies);
    }

    private static boolean isWhole(String line) {
        try {
            return new ObjectMapper().readTree(line).isArray();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
