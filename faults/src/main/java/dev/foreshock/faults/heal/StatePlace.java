package dev.foreshock.faults.heal;

import java.nio.file.Path;
import java.util.Map;

/** Where the journals of runs are when nobody says otherwise: whoever injects and whoever heals must look at the same place. */
public final class StatePlace {
    private StatePlace() {}

    /**
     * Returns {@code $XDG_STATE_HOME/foreshock}, else {@code ~/.local/state/foreshock}.
     *
     * @param environment the variables of the process
     */
    public static Path usual(Map<String, String> environment) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        // A relative one is to be ignored, says the specification of those directories.
        return Path.of(state).isAbsolute()
                ? Path.of(state, "foreshock")
                : Path.of(System.getProperty("user.home"), ".local", "state", "foreshock");
    }
}
