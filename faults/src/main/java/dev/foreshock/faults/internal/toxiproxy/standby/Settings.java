package dev.foreshock.faults.internal.toxiproxy.standby;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foreshock.faults.AccessToken;
import dev.foreshock.faults.ToxiproxyOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the process of a server is told first, as a line of JSON.
 *
 * @param host the interface of the control port
 * @param port the control port
 * @param seed what is drawn from
 * @param metrics whether bytes can be asked for
 * @param token what clients must know
 * @param owner the port at which the process that the server is for listens to it; 0 where it is for nobody in particular
 * @param key what its owner knows it by
 * @param mark an argument by which others find the process; empty for none
 */
record Settings(
        String host,
        int port,
        long seed,
        boolean metrics,
        Optional<AccessToken> token,
        int owner,
        String key,
        String mark) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Settings of(ToxiproxyOptions options, int owner, String key) {
        return new Settings(
                options.host(),
                options.port(),
                options.seed(),
                options.metrics(),
                options.token(),
                owner,
                key,
                options.mark());
    }

    Settings onPort(int newPort) {
        return new Settings(host, newPort, seed, metrics, token, owner, key, mark);
    }

    /** Returns the settings of the virtual machine of a process of such a server. */
    List<String> machine() {
        List<String> machine = new ArrayList<>();
        if (!mark.isEmpty()) {
            // First, as some systems tell only the beginning of a command.
            machine.add(mark);
        }
        machine.add("-Xmx512m");
        return machine;
    }

    String line() {
        return JSON.createObjectNode()
                .put("host", host)
                .put("port", port)
                .put("seed", seed)
                .put("metrics", metrics)
                .put("token", token.map(AccessToken::text).orElse(null))
                .put("owner", owner)
                .put("key", key)
                .put("mark", mark)
                .toString();
    }

    static Optional<Settings> read(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            return Optional.of(new Settings(
                    json.required("host").asText(),
                    json.required("port").asInt(),
                    json.required("seed").asLong(),
                    json.required("metrics").asBoolean(),
                    Optional.ofNullable(json.required("token").textValue()).map(AccessToken::of),
                    json.required("owner").asInt(),
                    json.required("key").asText(),
                    json.required("mark").asText()));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
