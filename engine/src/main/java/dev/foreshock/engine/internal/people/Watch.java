package dev.foreshock.engine.internal.people;

import dev.foreshock.engine.internal.journal.JournalBook;
import dev.foreshock.engine.internal.kernel.Handler;
import dev.foreshock.engine.internal.kernel.Kernel;
import dev.foreshock.engine.people.MonitorSpec;
import dev.foreshock.engine.policy.Detector;
import dev.foreshock.engine.random.KeyedRandom;
import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.spi.Notes;
import java.util.Set;

/** One monitor at work. Scrapes can fail; a failed scrape is a sample that is missing. */
final class Watch implements Handler {
    private final String name;
    private final MonitorSpec spec;
    private final Set<String> suspects;
    private final Plant plant;
    private final Scraper scraper;
    private final Detector detector;
    private final Response response;
    private final JournalBook journal;
    private final Kernel kernel;
    private final long lossStream;
    private final int handler;
    private int scrapes;
    private boolean firing;
    private int entry = Notes.NO_CAUSE;

    Watch(
            String name,
            MonitorSpec spec,
            Set<String> suspects,
            Plant plant,
            Response response,
            JournalBook journal,
            Kernel kernel,
            long lossStream) {
        this.name = name;
        this.spec = spec;
        this.suspects = suspects;
        this.plant = plant;
        this.response = response;
        this.journal = journal;
        this.kernel = kernel;
        this.lossStream = lossStream;
        scraper = new Scraper(plant, spec.watches(), spec.signal());
        detector = spec.detector();
        handler = kernel.register(this);
    }

    void open() {
        kernel.after(spec.every().toNanos(), handler, 0, 0);
    }

    @Override
    public void on(int op, int arg, long now) {
        boolean lost = !scraper.isThere()
                || KeyedRandom.uniform(lossStream, scrapes) < spec.lost().share();
        scrapes++;
        boolean fires = lost
                ? detector.sample(now, Double.NaN, Detector.LOST, Detector.LOST)
                : detector.sample(now, sample(now), scraper.good(), scraper.over());
        if (fires && !firing) {
            entry = journal.add(
                    Event.FIRING,
                    name,
                    name,
                    name + " fires: " + spec.watches() + " " + spec.rule(),
                    journal.newestTrouble(suspects));
            spec.pages().forEach(responder -> response.page(responder, name, spec.tells(), entry));
        } else if (!fires && firing) {
            journal.add(Event.RESOLVED, name, name, name + " is resolved", entry);
        }
        firing = fires;
        kernel.after(spec.every().toNanos(), handler, 0, 0);
    }

    private double sample(long now) {
        double value = scraper.sample(now);
        if (!spec.timesUsual()) {
            return value;
        }
        double usual = plant.usual(spec.watches(), spec.signal(), now);
        return usual > 0 ? value / usual : Double.NaN;
    }

    boolean firing() {
        return firing;
    }
}
