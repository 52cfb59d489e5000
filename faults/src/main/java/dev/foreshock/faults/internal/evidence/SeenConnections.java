package dev.foreshock.faults.internal.evidence;

import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.control.ServerAddress;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * A proxy of a server that does not count what its toxics strike: who is seen connected to it, where the server is on this machine, and
 * what the server measures of connections that ended, where it was started with {@code -proxy-metrics}.
 */
final class SeenConnections implements Watch {
    private final Place place;
    private final boolean isCut;
    private final Set<String> seen = new TreeSet<>();
    private final boolean isOfTheServer;
    private boolean isStanding;
    private boolean canSee;
    private long open;
    private OptionalLong received;

    /**
     * Looks for the first time.
     *
     * @param isCut whether the fault turns the proxy off; else it puts toxics on it
     */
    SeenConnections(Place place, boolean isCut) {
        this.place = place;
        this.isCut = isCut;
        this.received = received();
        // Looked at once, while the proxy is on: a listener of the right port alone could be anybody's.
        this.isOfTheServer = SocketOwners.areOfOneProcess(
                ServerAddress.parse(place.control().address()), place.proxy().listen());
        glance();
    }

    private OptionalLong received() {
        try {
            return place.control().received(place.proxy().name());
        } catch (ControlException e) {
            return OptionalLong.empty();
        }
    }

    /** Returns how many are connected now. */
    private long look() {
        if (!isOfTheServer) {
            return 0;
        }
        return KernelSockets.connectedTo(place.proxy().listen())
                .map(peers -> {
                    canSee = true;
                    seen.addAll(peers);
                    return peers.size();
                })
                .orElse(0);
    }

    @Override
    public void begin() {
        if (isCut) {
            open = look();
        } else {
            received = received();
        }
        isStanding = true;
    }

    @Override
    public void glance() {
        // What counts for a cut is what came before it, and for toxics what comes under them.
        if (isCut != isStanding) {
            look();
        }
    }

    @Override
    public Finding end() {
        glance();
        OptionalLong now = received();
        long ended = received.isPresent() && now.isPresent() ? now.getAsLong() - received.getAsLong() : 0;
        if (open > 0) {
            return new Finding.Touched(Findings.connections(open) + ", open when proxy '"
                    + place.proxy().name() + "' was turned off");
        } else if (!seen.isEmpty() || ended > 0) {
            return new Finding.Touched(text(ended));
        } else if (canSee) {
            return new Finding.Nothing("no connection to " + place.text() + " was seen "
                    + (isCut ? "before it was turned off" : "while it stood") + "; " + place.wayOut());
        }
        return new Finding.Unknown("the server of " + place.text()
                + " does not count what its toxics strike, and its connections cannot be seen from here; use foreshock toxiproxy, "
                + "which counts, or start it with -proxy-metrics and have connections end");
    }

    private String text(long ended) {
        // What is gone between two looks is seen by nobody, but measured when it ends.
        String connections = seen.isEmpty() ? "connections that nobody saw" : Findings.connections(seen.size());
        String bytes = ended > 0 ? Findings.bytes(ended) + " on those that ended" : "bytes not counted";
        return (isCut ? "no open connection, but " : "") + (seen.isEmpty() ? "" : "at least ") + connections
                + " through proxy '" + place.proxy().name() + "'" + (isCut ? " earlier in this run" : "") + ", "
                + bytes;
    }
}
