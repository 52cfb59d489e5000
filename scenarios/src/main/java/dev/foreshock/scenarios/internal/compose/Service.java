package dev.foreshock.scenarios.internal.compose;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a Compose file says about a service, as far as it matters here.
 *
 * @param name its name there
 * @param image its image; empty where it is built
 * @param role what it is for
 * @param replicas how many of it there are
 * @param cpus the limit of processors, or null
 * @param mebibytes the limit of memory, or null
 * @param starts what must be there first
 * @param links what it links to
 * @param hosts where it may name others: keys of the environment, or command, and the text
 * @param aliases other names it has
 * @param networks the networks it is in
 * @param isPublished whether it has published ports
 * @param ports its ports
 * @param restartDelay after what time it is restarted, or null where it is not
 * @param startPeriod how long its health check waits for it to start, or null
 * @param isConsumer whether it looks as if it took messages from a queue
 * @param isBehindTraefik whether labels make traefik pass requests on to it
 */
record Service(
        String name,
        String image,
        Role role,
        int replicas,
        @Nullable Double cpus,
        @Nullable Long mebibytes,
        List<String> starts,
        List<String> links,
        Map<String, String> hosts,
        Set<String> aliases,
        Set<String> networks,
        boolean isPublished,
        Ports ports,
        @Nullable String restartDelay,
        @Nullable String startPeriod,
        boolean isConsumer,
        boolean isBehindTraefik) {}
