package dev.foreshock.faults.conformance;

import dev.foreshock.faults.EmbeddedToxiproxy;
import dev.foreshock.faults.ToxiproxyOptions;

/** An embedded server in a process of its own: says its port, and ends with its input. */
public final class EmbeddedMain {
    private EmbeddedMain() {}

    public static void main(String[] args) throws Exception {
        try (EmbeddedToxiproxy server =
                EmbeddedToxiproxy.start(ToxiproxyOptions.seeded(1).onPort(0))) {
            System.out.println(server.port());
            System.in.transferTo(System.out);
        }
    }
}
