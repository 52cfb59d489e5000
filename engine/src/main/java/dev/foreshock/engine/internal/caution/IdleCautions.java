package dev.foreshock.engine.internal.caution;

import dev.foreshock.engine.describe.Caution;
import dev.foreshock.engine.describe.Caution.Kind;
import java.util.List;

/** Finds settings of components that have no effect beside the others. */
public final class IdleCautions {
    private IdleCautions() {}

    /** Adds what it finds. */
    public static void find(View view, List<Caution> found) {
        view.scenario
                .system()
                .components()
                .forEach((name, component) -> component
                        .idle()
                        .forEach(idle -> found.add(new Caution(
                                Kind.SETTING_WITHOUT_EFFECT,
                                View.COMPONENTS + name + "." + idle.setting(),
                                "'" + lastOf(idle.setting()) + "' of '" + name + "' has no effect: " + idle.why(),
                                idle.help()))));
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
