package dev.foreshock.faults.internal.evidence;

import dev.foreshock.faults.control.LeaseTerms;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.plan.Plan;
import dev.foreshock.faults.plan.PlannedFault;
import dev.foreshock.faults.undo.Change;
import dev.foreshock.faults.undo.ProcessChange;
import dev.foreshock.faults.undo.Reach;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at all faults of a plan while they are injected. It changes nothing, and no run ends because of it. */
public final class Witness {
    private final Plan plan;
    private final Reach reach;
    private final Map<PlannedFault, List<Watch>> watches = new LinkedHashMap<>();

    /** Looks for the first time, before anything is done. */
    public Witness(Plan plan, Reach reach) {
        this.plan = plan;
        this.reach = reach;
        plan.faults().forEach(fault -> watches.put(fault, watches(fault)));
    }

    private List<Watch> watches(PlannedFault fault) {
        List<Watch> all = new ArrayList<>();
        Map<Place, List<String>> toxics = new LinkedHashMap<>();
        for (Change change : fault.changes()) {
            if (change instanceof ProcessChange process) {
                all.add(new StruckProcess(reach.processes(), process));
            } else if (change instanceof Change.AddToxic added) {
                toxics.computeIfAbsent(place(added), place -> new ArrayList<>())
                        .add(added.toxic().name());
            } else if (change instanceof Change.Disable disabled) {
                Place place = place(disabled);
                all.add(counts(place) ? new CountedCut(place) : new SeenConnections(place, true));
            }
        }
        toxics.forEach((place, names) -> all.add(
                counts(place)
                        ? new CountedToxics(place, names, plan.connections() < LeaseTerms.ALL)
                        : new SeenConnections(place, false)));
        return all;
    }

    private boolean counts(Place place) {
        return plan.leasing().contains(place.control().address());
    }

    private Place place(Change.OnServer change) {
        ProxyState proxy = plan.before().stream()
                .filter(before -> before.server().equals(change.server()))
                .flatMap(before -> before.proxies().stream())
                .filter(known -> known.name().equals(change.proxy()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a plan knows the proxies that it touches"));
        return new Place(reach.server(change.server()), proxy);
    }

    /** Called just before a fault is applied. */
    public void begin(PlannedFault fault) {
        watches.getOrDefault(fault, List.of()).forEach(Watch::begin);
    }

    /** Looks once more at what stands. */
    public void glance() {
        watches.values().forEach(all -> all.forEach(Watch::glance));
    }

    /** Returns what a fault touched that is about to be undone. */
    public Finding end(PlannedFault fault) {
        return Findings.of(
                watches.getOrDefault(fault, List.of()).stream().map(Watch::end).toList());
    }
}
