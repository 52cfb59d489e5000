package dev.foreshock.scenarios;

import dev.foreshock.engine.compare.Price;
import dev.foreshock.engine.compare.SettingChange;
import java.util.List;

/**
 * A change to a scenario that its file declares.
 *
 * @param name its name
 * @param about one sentence about it; empty if the file has none
 * @param members the variants that it stands for together; empty if it is a change of its own
 * @param price what it takes
 * @param reliesOn what must be true for it to be possible
 * @param changes the settings that it changes; empty for a group, and where only the file was read
 */
public record Variant(
        String name,
        String about,
        List<String> members,
        Price price,
        List<String> reliesOn,
        List<SettingChange> changes) {

    /** Copies the lists. */
    public Variant {
        members = List.copyOf(members);
        reliesOn = List.copyOf(reliesOn);
        changes = List.copyOf(changes);
    }

    /** Returns the same variant with the settings that it changes. */
    public Variant changing(List<SettingChange> settings) {
        return new Variant(name, about, members, price, reliesOn, settings);
    }

    /** Tells whether it stands for other variants together. */
    public boolean isGroup() {
        return !members.isEmpty();
    }
}
