package dev.foreshock.scenarios.internal.compose;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What an image is for, as far as its name tells. */
enum Role {
    /** Keeps data. */
    DATABASE(
            "postgres",
            "postgis",
            "timescale",
            "mysql",
            "mariadb",
            "percona",
            "mongo",
            "cassandra",
            "scylla",
            "cockroach",
            "couchdb",
            "couchbase",
            "elasticsearch",
            "opensearch",
            "solr",
            "mssql",
            "clickhouse",
            "influxdb",
            "neo4j",
            "dynamodb",
            "arangodb",
            "rethinkdb",
            "tidb",
            "yugabyte",
            "sqlserver",
            "oracle",
            "db2"),
    /** Answers from memory. */
    CACHE("redis", "valkey", "memcached", "keydb", "dragonfly", "hazelcast", "varnish"),
    /** Keeps messages until somebody takes them. */
    QUEUE(
            "rabbitmq",
            "kafka",
            "redpanda",
            "nats",
            "activemq",
            "artemis",
            "pulsar",
            "mosquitto",
            "emqx",
            "elasticmq",
            "beanstalkd",
            "nsq"),
    /** Passes requests on. */
    EDGE("nginx", "haproxy", "traefik", "envoy", "caddy", "httpd", "kong", "openresty", "swag", "apisix"),
    /** Watches or administers, and takes no part in requests. */
    TOOL(
            "adminer",
            "phpmyadmin",
            "pgadmin",
            "grafana",
            "prometheus",
            "alertmanager",
            "exporter",
            "cadvisor",
            "jaeger",
            "zipkin",
            "kibana",
            "logstash",
            "filebeat",
            "fluentd",
            "fluent-bit",
            "loki",
            "promtail",
            "otel",
            "opentelemetry",
            "mailhog",
            "mailpit",
            "mailcatcher",
            "portainer",
            "watchtower",
            "mongo-express",
            "redis-commander",
            "redisinsight",
            "kafka-ui",
            "kafdrop",
            "akhq",
            "flower",
            "selenium",
            "certbot",
            "visualizer",
            "dozzle",
            "zookeeper",
            "locust",
            "k6",
            "busybox",
            "autoheal"),
    /** Everything else. */
    SERVER;

    private final String words;

    Role(String... words) {
        this.words = String.join(" ", words);
    }

    private Stream<String> words() {
        return words.isEmpty() ? Stream.empty() : Arrays.stream(words.split(" ", -1));
    }

    /** Returns the role of an image; that of a server where the name tells nothing. */
    static Role of(String image) {
        String name = image.toLowerCase(Locale.ROOT);
        int digest = name.indexOf('@');
        name = digest < 0 ? name : name.substring(0, digest);
        if (Arrays.stream(name.split("/", -1)).anyMatch(part -> TOOL.words().anyMatch(part::startsWith))) {
            return TOOL; // such as grafana/tempo
        }
        name = name.substring(name.lastIndexOf('/') + 1);
        int tag = name.indexOf(':');
        String bare = tag < 0 ? name : name.substring(0, tag);
        List<Role> toolsFirst = List.of(TOOL, DATABASE, CACHE, QUEUE, EDGE);
        return toolsFirst.stream()
                .filter(role -> role.words().anyMatch(word -> isIn(word, bare)))
                .findFirst()
                .orElse(SERVER);
    }

    /** A word counts at the start of a part of the name: mongo is in my-mongodb, but nats is not in coconats. */
    private static boolean isIn(String word, String name) {
        return name.startsWith(word)
                || Arrays.stream(new String[] {"-", "_", "."}).anyMatch(gap -> name.contains(gap + word));
    }
}
