package dev.foreshock.faults.internal.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.foreshock.faults.control.Effect;
import dev.foreshock.faults.control.LeaseTerms;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ToxicState;
import java.time.Duration;

/** The paths and the JSON of leases, which the embedded server keeps. */
public final class LeaseJson {
    /** Where leases are. */
    public static final String LEASES = "/x/leases";

    private static final JsonMapper JSON = new JsonMapper();

    private LeaseJson() {}

    /** Returns where a change is sent. */
    public static String path(LeaseTerms terms) {
        return terms.opens() ? LEASES : path(terms.lease()) + "/changes";
    }

    /** Returns where a lease is. */
    public static String path(String lease) {
        return LEASES + '/' + Exchanges.encoded(lease);
    }

    /** Returns the body that makes a change. */
    public static String body(LeaseTerms terms, String change) {
        ObjectNode body = JSON.createObjectNode();
        if (terms.opens()) {
            body.put("id", terms.lease()).put("ttl_ms", millis(terms.lasts()));
            if (terms.connections() < LeaseTerms.ALL) {
                body.put("most_connections", terms.connections());
            }
        } else {
            body.put("most_ms", millis(terms.lasts()));
        }
        body.putArray("changes").addRawValue(new RawValue(change));
        return body.toString();
    }

    /** Returns the body that renews a lease. */
    public static String renewal(Duration ttl) {
        return JSON.createObjectNode().put("ttl_ms", millis(ttl)).toString();
    }

    /** Rounded down, as a lease may end too early and never too late; but there is none of no time. */
    private static long millis(Duration time) {
        return Math.max(1, time.toMillis());
    }

    /** Returns a toxic as a change. */
    public static String toxic(String proxy, ToxicState toxic) {
        return change().put("proxy", proxy)
                .putRawValue("toxic", new RawValue(ApiJson.of(toxic)))
                .toString();
    }

    /** Returns an effect as a change. */
    public static String effect(String proxy, String name, double toxicity, Effect effect) {
        ObjectNode change = change().put("proxy", proxy);
        ObjectNode json = change.putObject("effect").put("name", name).put("toxicity", toxicity);
        if (effect instanceof Effect.SharedBandwidth shared) {
            attributes("shared_bandwidth", json).put("rate", shared.kilobytesPerSecond());
            stream(shared.stream(), json);
        } else if (effect instanceof Effect.ConnectDelay late) {
            attributes("connect_delay", json).put("delay", late.delay().toMillis());
        } else if (effect instanceof Effect.CutAfter cut) {
            attributes("cut_after", json)
                    .put("bytes", cut.bytes().orElse(0))
                    .put("time", cut.time().map(Duration::toMillis).orElse(0L))
                    .put("reset", cut.reset() ? 1 : 0);
            stream(cut.stream(), json);
        }
        return change.toString();
    }

    private static ObjectNode attributes(String type, ObjectNode effect) {
        return effect.put("type", type).putObject("attributes");
    }

    private static void stream(Effect.Stream stream, ObjectNode effect) {
        effect.put("stream", stream == Effect.Stream.UPSTREAM ? "upstream" : "downstream");
    }

    /** Returns a proxy that takes no connections as a change. */
    public static String disabled(String proxy) {
        return change().put("proxy", proxy).put("enabled", false).toString();
    }

    /** Returns a new proxy as a change. */
    public static String created(ProxyState proxy) {
        return change().putRawValue("create", new RawValue(ApiJson.of(proxy))).toString();
    }

    private static ObjectNode change() {
        return JSON.createObjectNode();
    }

    /** Tells whether an answer is a list of leases: any server may answer anything to what it does not know. */
    public static boolean isList(String body) {
        try {
            JsonNode answer = JSON.readTree(body);
            return answer != null && answer.path("leases").isArray();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
