package dev.foreshock.scenarios.internal.read;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds what Foreshock calls a thing that other tools call by another name. Closeness of letters does not tell. */
public final class Synonyms {

    private static final Map<String, List<String>> MEANT = Map.ofEntries(
            Map.entry("instances", List.of("replicas")),
            Map.entry("instance", List.of("replicas")),
            Map.entry("count", List.of("replicas")),
            Map.entry("scale", List.of("replicas")),
            Map.entry("nodes", List.of("replicas")),
            Map.entry("pods", List.of("replicas")),
            Map.entry("threads", List.of("workers", "pool", "consumers")),
            Map.entry("thread-pool", List.of("workers", "pool")),
            Map.entry("concurrency", List.of("workers", "consumers", "pool")),
            Map.entry("connections", List.of("pool")),
            Map.entry("capacity", List.of("workers", "pool")),
            Map.entry("retry", List.of("retries")),
            Map.entry("attempts", List.of("retries")),
            Map.entry("backlog", List.of("queue")),
            Map.entry("queue-size", List.of("queue")),
            Map.entry("buffer", List.of("queue")),
            Map.entry("latency", List.of("work", "query", "link")),
            Map.entry("service-time", List.of("work", "query")),
            Map.entry("duration", List.of("work", "query", "takes")),
            Map.entry("depends-on", List.of("calls", "after")),
            Map.entry("dependencies", List.of("calls")),
            Map.entry("probability", List.of("share")),
            Map.entry("weight", List.of("weights", "share")),
            Map.entry("route", List.of("weights")),
            Map.entry("routes", List.of("weights")),
            Map.entry("target", List.of("to")),
            Map.entry("likely", List.of("is")),
            Map.entry("value", List.of("is")),
            Map.entry("min", List.of("range")),
            Map.entry("max", List.of("range")),
            Map.entry("responder", List.of("responders", "by")),
            Map.entry("type", List.of("is")),
            Map.entry("kind", List.of("is")),
            Map.entry("service", List.of("server")),
            Map.entry("microservice", List.of("server")),
            Map.entry("gateway", List.of("server")),
            Map.entry("loadbalancer", List.of("balancer")),
            Map.entry("load-balancer", List.of("balancer")),
            Map.entry("lb", List.of("balancer")),
            Map.entry("dns", List.of("balancer")),
            Map.entry("db", List.of("database")),
            Map.entry("store", List.of("database")),
            Map.entry("broker", List.of("queue")),
            Map.entry("topic", List.of("queue")),
            Map.entry("external", List.of("opaque")),
            Map.entry("third-party", List.of("opaque")));

    private static final String CACHE =
            "a cache is told by its misses: give the call to what is behind it a share, such as share: 20%";

    private Synonyms() {}

    /** Returns what is meant by {@code written}, if it is among {@code known}, as the start of a hint; empty if not. */
    public static String of(String written, Collection<String> known) {
        String word = written.toLowerCase(Locale.ROOT).replace('_', '-');
        if (word.matches("cache|redis|memcached|hits|hit-rate|misses")) {
            return CACHE;
        }
        return MEANT.getOrDefault(word, List.of()).stream()
                .filter(known::contains)
                .findFirst()
                .map(name -> "'" + name + "' exists")
                .orElse("");
    }
}
