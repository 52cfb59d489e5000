package dev.foreshock.scenarios.internal.document;

import dev.foreshock.engine.compare.Contender;
import dev.foreshock.engine.compare.Field;
import dev.foreshock.engine.describe.InvalidScenarioException;
import dev.foreshock.engine.describe.Problem;
import dev.foreshock.engine.describe.Problem.Flaw;
import dev.foreshock.engine.judge.Figure;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.scenarios.Diagnostic;
import dev.foreshock.scenarios.Knob;
import dev.foreshock.scenarios.Severity;
import dev.foreshock.scenarios.internal.read.Between;
import dev.foreshock.scenarios.internal.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The scenarios that one file can become, by its variants and by draws of its knobs. Thread-safe: it holds nothing that changes. */
final class FileField implements Field {

    /** Puts a scenario together from what was read already. */
    interface Maker {
        @Nullable
        Scenario make(List<String> variants, List<String> sets, Report report, List<Knob> knobs);
    }

    private final List<Contender> contenders;
    private final Map<String, Figure> figures;
    private final Maker maker;
    private final Map<String, List<Between>> uncertain = new TreeMap<>();
    private final Map<String, String> impossible = new TreeMap<>();

    /**
     * Makes a field.
     *
     * @param figures what is shown of each contender beside its gates
     * @param conflict why variants cannot be taken together; null where they can
     */
    FileField(
            List<Contender> contenders,
            Map<String, Figure> figures,
            Maker maker,
            Function<List<String>, @Nullable String> conflict) {
        this.maker = maker;
        this.figures = figures;
        List<Contender> possible = new ArrayList<>();
        for (Contender contender : contenders) {
            String reason = contender.variants().size() < 2 ? null : conflict.apply(contender.variants());
            if (reason != null) {
                impossible.put(contender.name(), reason);
                continue;
            }
            List<Knob> knobs = new ArrayList<>();
            try {
                make(contender, List.of(), knobs);
            } catch (InvalidScenarioException e) {
                if (contender.variants().size() < 2) {
                    throw e;
                }
                impossible.put(contender.name(), e.problems().get(0).message());
                continue;
            }
            possible.add(contender);
            uncertain.put(
                    contender.name(),
                    knobs.stream().map(Between::of).filter(Objects::nonNull).toList());
        }
        this.contenders = List.copyOf(possible);
    }

    /** Returns sets of variants that cannot be applied together, each with the reason. */
    Map<String, String> impossible() {
        return impossible;
    }

    @Override
    public List<Contender> contenders() {
        return contenders;
    }

    @Override
    public Map<String, Figure> figures() {
        return figures;
    }

    @Override
    public List<Between> uncertain(Contender contender) {
        return uncertain.getOrDefault(contender.name(), List.of());
    }

    @Override
    public Scenario scenario(Contender contender, Map<String, Double> places) {
        List<String> sets = uncertain(contender).stream()
                .filter(knob -> places.containsKey(knob.path()))
                .map(knob -> knob.path() + "=" + knob.at(places.getOrDefault(knob.path(), knob.written())))
                .toList();
        return make(contender, sets, new ArrayList<>());
    }

    private Scenario make(Contender contender, List<String> sets, List<Knob> knobs) {
        Report report = new Report();
        Scenario scenario = maker.make(contender.variants(), sets, report, knobs);
        if (scenario == null || report.hasErrors()) {
            List<Diagnostic> found = report.sorted().stream()
                    .filter(each -> each.severity() == Severity.ERROR)
                    .toList();
            throw new InvalidScenarioException(found.stream()
                    .map(each -> new Problem(
                            Flaw.CONFLICT,
                            contender.name() + (sets.isEmpty() ? "" : " with " + String.join(", ", sets)),
                            each.message(),
                            each.help()))
                    .toList());
        }
        return scenario;
    }
}
