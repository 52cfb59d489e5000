package dev.foreshock.faults.internal.evidence;

import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.control.ProxyCounts;
import org.jspecify.annotations.Nullable;

/** A proxy that is turned off, on a server that counts: what it cut, or else whether anything came through it before, in the same run. */
final class CountedCut implements Watch {
    private final Place place;
    private final @Nullable ProxyCounts first;
    private @Nullable ProxyCounts before;

    /** Looks for the first time. */
    CountedCut(Place place) {
        this.place = place;
        this.first = counts();
    }

    private @Nullable ProxyCounts counts() {
        try {
            return place.control().counts(place.proxy().name()).orElse(null);
        } catch (ControlException e) {
            return null;
        }
    }

    @Override
    public void begin() {
        before = counts();
    }

    @Override
    public Finding end() {
        ProxyCounts now = counts();
        if (first == null || before == null || now == null) {
            return new Finding.Unknown(
                    "what went through " + place.text() + " could not be read; run it again while its server answers");
        }
        String proxy = "proxy '" + place.proxy().name() + "'";
        if (now.cut() > 0) {
            return new Finding.Touched(Findings.connections(now.cut()) + ", cut when " + proxy + " was turned off");
        }
        long earlier = before.accepted() - first.accepted();
        if (earlier > 0) {
            return new Finding.Touched("no open connection, but " + Findings.connections(earlier) + " came to " + proxy
                    + " earlier in this run");
        }
        return new Finding.Nothing("no connection was open when " + place.text()
                + " was turned off, and none came to it earlier in this run; " + place.wayOut());
    }
}
