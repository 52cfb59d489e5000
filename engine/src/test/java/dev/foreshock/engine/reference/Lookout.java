package dev.foreshock.engine.reference;

import dev.foreshock.engine.people.MonitorSpec;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.result.JournalEntry.Event;

/** A monitor at work. */
final class Lookout {
    private final String name;
    private final MonitorSpec spec;
    private final Interpreter world;
    private final Gauge gauge;
    private final Part part;
    private final Rule rule;
    private int scrapes;
    private int entry;
    boolean firing;

    Lookout(String name, MonitorSpec spec, Interpreter world) {
        this.name = name;
        this.spec = spec;
        this.world = world;
        part = world.part(spec.watches());
        gauge = new Gauge(world, spec.watches(), spec.signal());
        rule = new Rule(spec);
    }

    void open() {
        world.agenda.after(spec.every().toNanos(), this::look);
    }

    private void look() {
        long now = world.agenda.now();
        String stream = world.names.monitor(name) + " scrape loss";
        boolean lost = world.draw.uniform(stream, scrapes++) < spec.lost().share();
        boolean fires = lost ? rule.lost(now) : rule.scraped(now, value(), part.tally.good, part.tally.over);
        if (fires && !firing) {
            int trouble = world.diary.newestTrouble(world.scenario.system().reachableFrom(part.name));
            String text = name + " fires: " + spec.watches() + " " + spec.rule();
            entry = world.diary.add(Event.FIRING, name, name, text, trouble);
            spec.pages().forEach(who -> world.staff.page(who, name, spec.tells(), entry));
        } else if (!fires && firing) {
            world.diary.add(Event.RESOLVED, name, name, name + " is resolved", entry);
        }
        firing = fires;
        open();
    }

    private double value() {
        double value = gauge.read();
        if (!spec.timesUsual()) {
            return value;
        }
        double usual = world.usual(part.name, spec.signal() != Signal.VISITORS);
        return usual > 0 ? value / usual : Double.NaN;
    }
}
