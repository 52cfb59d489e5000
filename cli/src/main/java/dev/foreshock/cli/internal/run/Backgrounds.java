package dev.foreshock.cli.internal.run;

import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.options.Without;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.engine.compare.SettingChange;
import dev.foreshock.reports.Background;
import dev.foreshock.reports.Given;
import dev.foreshock.reports.Origin;
import dev.foreshock.scenarios.Knob;
import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.scenarios.Variant;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Takes from a loaded file what reports say of it beside the results. */
public final class Backgrounds {
    private Backgrounds() {}

    public static Background of(LoadResult loaded, List<Variant> variants) {
        Map<String, String> measures = new LinkedHashMap<>();
        Map<String, List<SettingChange>> changes = new LinkedHashMap<>();
        variants.forEach(variant -> {
            measures.put(variant.name(), variant.about());
            changes.put(variant.name(), variant.changes());
        });
        return new Background(loaded.knobs().stream().map(Backgrounds::given).toList(), measures, changes);
    }

    /** Returns where a scenario came from, so that it can be run again. */
    public static Origin origin(Surroundings here, Target target, Without without) {
        return new Origin(
                target.scenario,
                here.directory().toAbsolutePath().normalize().toString(),
                target.overlays.stream().map(Path::toString).toList(),
                target.variants,
                target.sets,
                without.causes);
    }

    private static Given given(Knob knob) {
        return new Given(
                knob.path(),
                knob.is(),
                knob.from() == null ? "" : knob.from() + " .. " + knob.to(),
                knob.basis() == null ? "" : knob.basis().name().toLowerCase(Locale.ROOT),
                knob.source() + (knob.samples() == null ? "" : " (" + knob.samples() + " samples)"));
    }
}
