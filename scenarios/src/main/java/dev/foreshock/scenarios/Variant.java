package dev.foreshock.scenarios;

import dev.foreshock.engine.compare.Price;
import java.util.List;

/**
 * A change to a scenario that its file declares.
 *
 * @param name its name
 * @param about one sentence about it; empty if the file has none
 * @param members the variants that it stands for together; empty if it is a change of its own
 * @param price what it takes
 * @param reliesOn what must be true for it to be possible
 */
public record Variant(String name, String about, List<String> members, Price price, List<String> reliesOn) {

    /** Copies the lists. */
    public Variant {
        members = List.copyOf(members);
        reliesOn = List.copyOf(reliesOn);
    }

    /** Tells whether it stands for other variants together. */
    public boolean isGroup() {
        return !members.isEmpty();
    }
}
