package dev.foreshock.engine.reference;

import dev.foreshock.engine.result.JournalEntry.Event;
import dev.foreshock.engine.unit.Quantity;
import dev.foreshock.engine.unit.Rate;

/** Notes, every ten seconds, that the traffic of a class passes two, four, eight times the usual, and that it is below twice again. */
final class Surge {
    private final Visitors visitors;
    private final Diary diary;
    private long passed = 1;
    private int entry = Diary.NO_CAUSE;

    Surge(Visitors visitors, Diary diary) {
        this.visitors = visitors;
        this.diary = diary;
    }

    void look(long now) {
        double usual = visitors.forecast.usualPerSecond(now);
        double present = visitors.forecast.perSecond(now);
        if (usual <= 0) {
            return;
        }
        long times = 1;
        while (present / usual >= times * 2 && times < 1L << 40) {
            times *= 2;
        }
        String name = visitors.name;
        if (times > passed) {
            passed = times;
            String text = name + " traffic passes " + Quantity.number((double) times) + " times the usual: "
                    + new Rate(Math.round(present * 10) / 10.0) + " new users";
            entry = diary.add(Event.TRAFFIC, name, name, text, entry);
            diary.surge = entry;
        } else if (passed > 1 && times == 1) {
            passed = 1;
            diary.add(Event.TRAFFIC, name, name, name + " traffic is below twice the usual again", entry);
            diary.surge = Diary.NO_CAUSE;
        }
    }
}
