package dev.foreshock.cli.internal;

import dev.foreshock.faults.EmbeddedToxiproxy;
import dev.foreshock.faults.ToxiproxyOptions;
import dev.foreshock.simulated.Proxies;
import dev.foreshock.simulated.ToxiproxyProxies;

/** Starts the embedded Toxiproxy as the proxies of a service of the twin. */
public final class EmbeddedProxies implements Proxies.Source {
    /** Created as a service. */
    public EmbeddedProxies() {}

    @Override
    public Proxies start() {
        EmbeddedToxiproxy server =
                EmbeddedToxiproxy.start(ToxiproxyOptions.seeded(0).onPort(0));
        return new ToxiproxyProxies(server.port(), () -> "127.0.0.1:0", server::close);
    }
}
