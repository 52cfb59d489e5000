package dev.foreshock.scenarios.internal.compose;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** The ports on which images listen where nobody says otherwise. */
final class UsualPort {
    private static final Map<String, Integer> PORTS = new LinkedHashMap<>();

    static {
        PORTS.put("postgres", 5432);
        PORTS.put("postgis", 5432);
        PORTS.put("timescale", 5432);
        PORTS.put("cockroach", 26257);
        PORTS.put("mysql", 3306);
        PORTS.put("mariadb", 3306);
        PORTS.put("percona", 3306);
        PORTS.put("mongo", 27017);
        PORTS.put("cassandra", 9042);
        PORTS.put("scylla", 9042);
        PORTS.put("elasticsearch", 9200);
        PORTS.put("opensearch", 9200);
        PORTS.put("clickhouse", 8123);
        PORTS.put("mssql", 1433);
        PORTS.put("redis", 6379);
        PORTS.put("valkey", 6379);
        PORTS.put("keydb", 6379);
        PORTS.put("memcached", 11211);
        PORTS.put("rabbitmq", 5672);
        PORTS.put("kafka", 9092);
        PORTS.put("redpanda", 9092);
        PORTS.put("nats", 4222);
        PORTS.put("nginx", 80);
        PORTS.put("httpd", 80);
        PORTS.put("caddy", 80);
        PORTS.put("traefik", 80);
    }

    private UsualPort() {}

    /** Returns that of an image, where its name tells. */
    static OptionalInt of(String image) {
        String name = image.toLowerCase(Locale.ROOT);
        name = name.substring(name.lastIndexOf('/') + 1);
        int end = name.indexOf(':');
        String bare = end < 0 ? name : name.substring(0, end);
        return PORTS.entrySet().stream()
                .filter(port -> bare.startsWith(port.getKey()))
                .mapToInt(Map.Entry::getValue)
                .findFirst();
    }
}
