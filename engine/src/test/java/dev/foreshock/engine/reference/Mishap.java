package dev.foreshock.engine.reference;

import dev.foreshock.engine.fault.CallEffect;
import dev.foreshock.engine.fault.ComponentEffect;
import dev.foreshock.engine.fault.Errors;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.unit.Spans;
import java.util.List;

/** One fault: begins at its time, ends after its length. */
final class Mishap {
    private final String name;
    private final FaultSpec spec;
    private final Interpreter world;
    private int entry;

    Mishap(String name, FaultSpec spec, Interpreter world) {
        this.name = name;
        this.spec = spec;
        this.world = world;
    }

    void plan() {
        long at = world.scenario.clock().nanosAt(spec.at());
        world.agenda.at(at, this::begins);
        if (spec.lasts() != null) {
            world.agenda.at(at + spec.lasts().toNanos(), this::ends);
        }
    }

    private String stream() {
        return "fault " + world.names.fault(name);
    }

    private void begins() {
        String length = spec.lasts() == null ? "" : " for " + Spans.text(spec.lasts());
        entry = world.diary.add(
                Event.FAULT_BEGAN, name, spec.on(), "fault " + name + ": " + spec.text() + length, Diary.NO_CAUSE);
        if (spec.does() instanceof ComponentEffect effect) {
            world.diary.trouble(spec.on(), entry);
            world.diary.faultBegan(spec.on(), entry);
            world.part(spec.on()).faultBegins(name, effect, spec.lasts() != null, entry);
            world.look(spec.on());
        } else if (spec.does() instanceof CallEffect effect) {
            for (Way way : ways()) {
                world.diary.trouble(way.to.name, entry);
                world.diary.faultBegan(way.to.name, entry);
                if (!(effect instanceof Errors && way.to instanceof PulsePart)) {
                    way.trouble.begins(stream(), effect);
                }
            }
        }
    }

    private void ends() {
        world.diary.faultOver(entry);
        int over = world.diary.add(Event.FAULT_OVER, name, spec.on(), "fault " + name + " is over", entry);
        if (spec.does() instanceof ComponentEffect effect) {
            world.part(spec.on()).faultEnds(name, effect, over);
            world.look(spec.on());
        } else {
            ways().forEach(way -> way.trouble.ends(stream(), world.exchange));
        }
    }

    /** Returns the ways to the component that is named, or those of one call. */
    private List<Way> ways() {
        return world.ways.entrySet().stream()
                .flatMap(each -> each.getValue().stream()
                        .filter(way ->
                                way.to.name.equals(spec.on()) || each.getKey().equals(spec.on())))
                .toList();
    }
}
