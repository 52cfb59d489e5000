package dev.foreshock.junit.internal.faults;

import dev.foreshock.faults.heal.Healed;
import dev.foreshock.faults.heal.Healing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Heals a server of runs whose processes are dead; those of other servers are not its affair.
 *
 * @param state where journals are
 * @param server the server's {@code host:port}
 */
record Aftercare(Path state, String server) {
    /** Heals what can be healed. Where something is left, the tests will find it broken. */
    void heal(BiConsumer<String, String> tells) {
        Healing healing = Healing.in(state, Site.PATIENCE);
        try {
            for (String run : healing.unfinishedOn(server)) {
                Optional<Healed> healed = healing.heal(run);
                healed.ifPresent(done -> tells.accept("healed", text(done)));
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the journals in " + state + " must be readable, but: " + e.getMessage(), e);
        }
    }

    private static String text(Healed healed) {
        return "run " + healed.run() + ", which died: "
                + (healed.isClean() ? "clean, undone: " + healed.undone() : "left: " + healed.residues());
    }
}
