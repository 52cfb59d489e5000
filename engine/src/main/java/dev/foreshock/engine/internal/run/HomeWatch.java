package dev.foreshock.engine.internal.run;

import dev.foreshock.engine.result.Interval;
import dev.foreshock.engine.spi.Component;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Follows whether all traffic goes where it belongs. Looked at after every action, since only actions move it. */
final class HomeWatch {
    private final Collection<Component> components;
    private final List<Interval> away = new ArrayList<>();
    private long awaySince = -1;

    HomeWatch(Collection<Component> components) {
        this.components = components;
    }

    void look(long now) {
        boolean home = components.stream().allMatch(Component::trafficAtHome);
        if (!home && awaySince < 0) {
            awaySince = now;
        } else if (home && awaySince >= 0) {
            away.add(new Interval(awaySince, now, false));
            awaySince = -1;
        }
    }

    List<Interval> close(long end) {
        if (awaySince >= 0) {
            away.add(new Interval(awaySince, end, true));
        }
        return List.copyOf(away);
    }
}
