package dev.foreshock.engine.targets;

import dev.foreshock.engine.describe.Default;
import dev.foreshock.engine.describe.Doc;
import org.jspecify.annotations.Nullable;

/**
 * Connections of the system that go through a proxy.
 *
 * @param on a component, for all calls to it, or a call as {@code component.call}: what faults say
 * @param server the server that has the proxy
 * @param proxy the proxy's name there
 * @param to what the proxy must lead to, so that no other is broken by mistake
 * @param allowed whether a run may break it
 * @param eachCallConnects whether each call has a connection of its own, so that a share of connections is one of calls
 * @param listen where the proxy listens, for a server that a run starts; else null
 */
@Doc("Connections of the system that go through a proxy.")
public record LinkTarget(
        @Doc("A component, for all calls to it, or one call as component.call: what a fault is on.")
        String on,

        @Doc("The server that has the proxy.") String server,
        @Doc("The proxy's name on the server.") String proxy,

        @Doc("The upstream that the proxy must have, as host:port, so that no other is broken by mistake.")
        String to,

        @Doc("Whether a run may break it. What is not allowed here is never touched.") @Default("no")
        boolean allowed,

        @Doc(
                "Whether each call opens a connection of its own: only then can a share of the calls be struck, as a toxic strikes connections.")
        @Default("no")
        boolean eachCallConnects,

        @Doc("Where the proxy listens, as host:port, for a server that a run starts: what the caller connects to.")
        @Nullable
        String listen) {}
