package dev.foreshock.faults.internal.evidence;

import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.control.ProxyCounts;
import java.util.List;
import java.util.Optional;

/**
 * Toxics of a fault on one proxy of a server that counts what they strike.
 *
 * @param place the proxy
 * @param toxics the names of the toxics
 * @param isBounded whether only so many connections may be struck
 */
record CountedToxics(Place place, List<String> toxics, boolean isBounded) implements Watch {
    CountedToxics {
        toxics = List.copyOf(toxics);
    }

    @Override
    public Finding end() {
        Optional<ProxyCounts> counts;
        try {
            counts = place.control().counts(place.proxy().name());
        } catch (ControlException e) {
            return new Finding.Unknown(
                    "what went through " + place.text() + " could not be read: " + e.getMessage() + "; run it again");
        }
        if (counts.isEmpty() || !counts.get().toxics().keySet().containsAll(toxics)) {
            return new Finding.Unknown("a toxic on " + place.text()
                    + " was gone before it was looked at; see who else changes that server, and run it again");
        }
        long connections = 0;
        long bytes = 0;
        for (String toxic : toxics) {
            ProxyCounts.Struck struck = counts.get().toxics().getOrDefault(toxic, new ProxyCounts.Struck(0, 0));
            // A connection that both directions struck is one, so the sum would be too many.
            connections = Math.max(connections, struck.connections());
            bytes += struck.bytes();
        }
        if (bytes == 0) {
            long idle = counts.get().open();
            return new Finding.Nothing("no bytes that it could strike came through " + place.text()
                    + " while it stood"
                    + (idle == 0 ? "" : " (" + Findings.connections(idle) + " open, and silent)") + "; "
                    + place.wayOut()
                    + (isBounded ? "; or earlier faults have used up the connections that the target allows" : ""));
        }
        return new Finding.Touched((toxics.size() > 1 ? "at least " : "") + Findings.connections(connections) + ", "
                + Findings.bytes(bytes) + " through proxy '" + place.proxy().name() + "'");
    }
}
