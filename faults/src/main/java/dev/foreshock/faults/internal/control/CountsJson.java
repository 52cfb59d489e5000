package dev.foreshock.faults.internal.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foreshock.faults.control.ProxyCounts;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The JSON of what the embedded server counts, and the text of what a stock one measures. */
public final class CountsJson {
    /** Where counts of proxies are. */
    public static final String PROXIES = "/x/proxies/";

    private static final String RECEIVED = "toxiproxy_proxy_received_bytes_total{";

    private static final JsonMapper JSON = new JsonMapper();

    private CountsJson() {}

    /** Returns what an answer says, or nothing if it says no such thing. */
    public static Optional<ProxyCounts> read(String body) {
        try {
            JsonNode answer = JSON.readTree(body);
            if (!isCount(answer, "open") || !isCount(answer, "accepted") || !isCount(answer, "cut")) {
                return Optional.empty();
            }
            Map<String, ProxyCounts.Struck> toxics = new TreeMap<>();
            Map<String, ProxyCounts.Struck> effects = new TreeMap<>();
            if (!isRead(answer.path("toxics"), toxics) || !isRead(answer.path("effects"), effects)) {
                return Optional.empty();
            }
            return Optional.of(new ProxyCounts(
                    answer.path("open").longValue(),
                    answer.path("accepted").longValue(),
                    answer.path("cut").longValue(),
                    toxics,
                    effects));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Reads a list, which may be missing, and tells whether each of it has its figures. */
    private static boolean isRead(JsonNode list, Map<String, ProxyCounts.Struck> into) {
        for (JsonNode toxic : list) {
            if (!isCount(toxic, "connections") || !isCount(toxic, "bytes")) {
                return false;
            }
            into.put(
                    toxic.path("name").asText(),
                    new ProxyCounts.Struck(
                            toxic.path("connections").longValue(),
                            toxic.path("bytes").longValue()));
        }
        return true;
    }

    private static boolean isCount(JsonNode of, String field) {
        return of.path(field).isIntegralNumber();
    }

    /** Returns how many bytes a proxy has received, both ways, by the text that a server measures in. */
    public static long received(String metrics, String proxy) {
        String label = "proxy=\"" + proxy.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        return metrics.lines()
                .filter(line -> line.startsWith(RECEIVED) && line.contains(label))
                .mapToLong(line -> number(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Prometheus may write 1e+06. */
    private static long number(String text) {
        try {
            return (long) Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
