package dev.foreshock.containers.internal;

import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Where tests with an engine run: where variables name images of one, as nothing is fetched that nobody asked for. */
final class RequiresDocker {
    private RequiresDocker() {}

    /** Skips, visibly, where no images are named; fails there if everything is required. */
    static void assume() {
        boolean isNamed = List.of("FORESHOCK_POSTGRES_IMAGE", "FORESHOCK_TOXIPROXY_IMAGE").stream()
                .noneMatch(
                        variable -> System.getenv().getOrDefault(variable, "").isEmpty());
        List<String> missing =
                List.of(System.getenv().getOrDefault("FORESHOCK_MISSING", "").split(" ", -1));
        if (!isNamed && System.getenv("FORESHOCK_REQUIRE_ALL") != null && !missing.contains("docker")) {
            Assertions.fail(
                    "FORESHOCK_POSTGRES_IMAGE and FORESHOCK_TOXIPROXY_IMAGE must name images, as all is required");
        }
        Assumptions.assumeTrue(isNamed, "FORESHOCK_POSTGRES_IMAGE and FORESHOCK_TOXIPROXY_IMAGE name no images");
    }
}
