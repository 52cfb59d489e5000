package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.faults.AccessToken;
import dev.foreshock.faults.EmbeddedToxiproxy;
import dev.foreshock.faults.ToxiproxyOptions;
import dev.foreshock.simulated.Proxies;
import dev.foreshock.simulated.ToxiproxyProxies;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Starts the embedded Toxiproxy as the proxies of a service of the twin, which alone knows what it demands to be told. */
public final class EmbeddedProxies implements Proxies.Source {
    private static final int TOKEN_BYTES = 16;

    /** Created as a service. */
    public EmbeddedProxies() {}

    @Override
    public Proxies start() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        EmbeddedToxiproxy server =
                EmbeddedToxiproxy.start(ToxiproxyOptions.seeded(0).onPort(0).withToken(AccessToken.of(token)));
        return new ToxiproxyProxies(server.port(), token, () -> "127.0.0.1:0", server::close);
    }
}
