package dev.foreshock.engine.reference;

import dev.foreshock.engine.fault.CallEffect;
import dev.foreshock.engine.fault.ComponentEffect;
import dev.foreshock.engine.fault.Errors;
import dev.foreshock.engine.fault.FaultSpec;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.unit.Spans;
import java.util.List;

/** One fault: begins at its time, ends after its length or when somebody ends it. */
final class Mishap {
    private final String name;
    private final FaultSpec spec;
    private final Interpreter world;
    private int entry;
    private boolean begun;
    private boolean over;

    Mishap(String name, FaultSpec spec, Interpreter world) {
        this.name = name;
        this.spec = spec;
        this.world = world;
    }

    void plan() {
        long at = world.scenario.clock().nanosAt(spec.at());
        world.agenda.at(at, this::begins);
        if (spec.lasts() != null) {
            world.agenda.at(at + spec.lasts().toNanos(), this::endsByItself);
        }
    }

    private String stream() {
        return "fault " + world.names.fault(name);
    }

    private void begins() {
        begun = true;
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

    private void endsByItself() {
        if (!over) {
            ends(entry);
        }
    }

    /** Somebody ends it, which the entry {@code cause} explains: nothing comes of that unless it is under way. */
    void end(int cause) {
        String what = "end " + name;
        if (!begun) {
            note(Event.NOTED, what + " changes nothing: it has not begun", cause);
        } else if (over) {
            note(Event.NOTED, what + " changes nothing: it is over already", cause);
        } else {
            ends(note(Event.ACTED, what, cause));
        }
    }

    /** Somebody wants to end a fault that is not there. */
    static void endNothing(String name, FaultSpec spec, Interpreter world, int cause) {
        new Mishap(name, spec, world).note(Event.NOTED, "end " + name + " changes nothing: it is not injected", cause);
    }

    private int note(Event event, String text, int cause) {
        return world.diary.add(event, spec.on(), spec.on(), text, cause);
    }

    private void ends(int cause) {
        over = true;
        world.diary.faultOver(entry);
        int ending = world.diary.add(Event.FAULT_OVER, name, spec.on(), "fault " + name + " is over", cause);
        if (spec.does() instanceof ComponentEffect effect) {
            world.part(spec.on()).faultEnds(name, effect, ending);
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
