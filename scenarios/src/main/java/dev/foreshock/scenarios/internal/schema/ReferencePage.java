package dev.foreshock.scenarios.internal.schema;

import dev.foreshock.engine.catalog.Catalog;
import dev.foreshock.engine.catalog.Kind;
import dev.foreshock.engine.judge.Measure;
import dev.foreshock.engine.model.ComponentSpec;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.engine.people.Signal;
import dev.foreshock.engine.targets.TargetSpec;
import dev.foreshock.scenarios.internal.layer.ComponentSelf;
import dev.foreshock.scenarios.internal.layer.OverlayHead;
import dev.foreshock.scenarios.internal.layer.Reserved;
import dev.foreshock.scenarios.internal.layer.ScenarioHead;
import dev.foreshock.scenarios.internal.layer.SystemHead;
import dev.foreshock.scenarios.internal.read.AmountForm;
import dev.foreshock.scenarios.internal.read.Setting;
import dev.foreshock.scenarios.internal.read.Shape;
import dev.foreshock.scenarios.internal.scalar.Scalar;
import dev.foreshock.scenarios.internal.scalar.Scalars;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the reference of the language as Markdown. */
public final class ReferencePage {

    private static final List<Class<?>> ROOTS =
            List.of(ScenarioHead.class, Scenario.class, OverlayHead.class, AmountForm.class, TargetSpec.class);

    private final Catalog catalog;
    private final TypeText types;
    private final StringBuilder page = new StringBuilder();

    private ReferencePage(Catalog catalog) {
        this.catalog = catalog;
        this.types = new TypeText(catalog);
    }

    /** Returns the page. */
    public static String of(Catalog catalog) {
        return new ReferencePage(catalog).write();
    }

    private String write() {
        page.append(prose("start.md").replace("EXAMPLE", prose("example.yaml").stripTrailing()));
        documents();
        page.append(prose("layers.md"));
        table(Shape.of(ComponentSelf.class).doc(), Shape.of(ComponentSelf.class).settings());
        page.append(prose("numbers.md"));
        table(Shape.of(AmountForm.class).doc(), Shape.of(AmountForm.class).settings());
        families();
        for (Class<?> record : new Reach(catalog).records(ROOTS)) {
            section(
                    TypeText.title(record),
                    Shape.of(record).doc() + shorthand(record),
                    Shape.of(record).settings());
        }
        actions();
        values();
        reserved();
        return page.toString().stripTrailing() + "\n";
    }

    private void documents() {
        List<Setting> scenario = new ArrayList<>(Shape.of(ScenarioHead.class).settings());
        Shape.of(Scenario.class).settings().stream()
                .filter(setting -> !setting.key().equals("system"))
                .forEach(scenario::add);
        section("Scenario file", Shape.of(Scenario.class).doc(), scenario);
        for (Class<?> head : List.of(SystemHead.class, OverlayHead.class)) {
            String name = TypeText.title(head).replace(" head", "");
            section(name + " file", Shape.of(head).doc(), Shape.of(head).settings());
        }
        section("Target file", Shape.of(TargetSpec.class).doc(), SchemaWriter.targetSettings());
    }

    private static String prose(String name) {
        try (InputStream in = Objects.requireNonNull(ReferencePage.class.getResourceAsStream("/reference/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void actions() {
        page.append("## Actions\n\nWhat a step of the runbook can `do`. An action takes effect at once.\n\n");
        page.append(
                "`end FAULT` ends a fault that is under way, whatever its `lasts`; one that has not begun comes all the same, and the journal says that nothing changed.\n");
        page.append(
                "A setting changes by a factor (`x2`) or to a value (`100`, `25%`, `50/s`, `4 GiB`), for all replicas and for what comes from now on: who is inside stays. `admit 25%` lets in\n");
        page.append(
                "a quarter of the sessions, among them all whom a smaller share let in; `admit 50/s` changes the rate of an `admit` that there is.\n\n");
        page.append("| component | actions |\n| --- | --- |\n");
        for (Kind<?> kind : catalog.of(ComponentSpec.class)) {
            List<String> actions = Actions.of(kind, "NAME", catalog);
            row("`" + kind.name() + "`", actions.isEmpty() ? "none" : "`" + String.join("`, `", actions) + "`");
        }
        page.append('\n');
    }

    private void reserved() {
        page.append(
                "\n## Reserved\n\nSections of scenarios that are kept for later versions. Nothing reads them yet.\n\n");
        page.append("| section | what it will be |\n| --- | --- |\n");
        Reserved.sections().forEach((name, about) -> row("`" + name + "`", about));
    }

    private void families() {
        Set<Class<?>> families = catalog.kinds().stream()
                .map(Kind::family)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        for (Class<?> family : families) {
            List<Kind<?>> kinds = catalog.of(family);
            page.append("## ").append(TypeText.title(family)).append("\n\n");
            page.append(
                    kinds.size() == 1
                            ? "Always of this kind; `is` may be left out.\n\n"
                            : "`is` says which of these kinds it is" + assumed(family) + ".\n\n");
            for (Kind<?> kind : kinds) {
                page.append("### `is: ").append(kind.name()).append("`\n\n");
                table(Shape.of(kind.type()).doc(), Shape.of(kind.type()).settings());
            }
        }
    }

    private String assumed(Class<?> family) {
        return catalog.assumed(family)
                .map(kind -> "; without it, `" + kind.name() + "`")
                .orElse("");
    }

    private static String shorthand(Class<?> record) {
        Setting shorthand = Shape.of(record).shorthand();
        return shorthand == null ? "" : " A single value is taken for `" + shorthand.key() + "`.";
    }

    private void section(String title, String doc, List<Setting> settings) {
        page.append("## ").append(title).append("\n\n");
        table(doc, settings);
    }

    private void table(String doc, List<Setting> settings) {
        page.append(doc).append("\n\n| setting | value | default | |\n| --- | --- | --- | --- |\n");
        for (Setting setting : settings) {
            String key = setting.isRequired() ? "**`" + setting.key() + "`**" : "`" + setting.key() + "`";
            row(key, types.of(setting.type()), fallback(setting), setting.doc());
        }
        page.append('\n');
    }

    private static String fallback(Setting setting) {
        String fallback = setting.fallback();
        return fallback == null || fallback.isEmpty() || fallback.equals("{}") ? "" : "`" + fallback + "`";
    }

    private void values() {
        page.append("## Values\n\nA number always has its unit.\n\n| value | written |\n| --- | --- |\n");
        for (Scalar<?> scalar : Scalars.all()) {
            if (scalar.type() != Long.class) {
                row(scalar.name(), "`" + scalar.examples().replace(" or ", "`, `") + "`");
            }
        }
        page.append(
                "\nWhere a probability law or a curve is needed, `kind(setting value, setting value)` is the same as a map:\n");
        page.append("`lognormal(mean 200ms, cv 1)` is `{ is: lognormal, mean: 200ms, cv: 1 }`.\n\n");
        page.append(
                "### Conditions\n\n`[component.]signal comparison limit [for duration]`, where the limit may be `x2 usual`.\n\n");
        page.append("| signal | a | |\n| --- | --- | --- |\n");
        Stream.of(Signal.values())
                .forEach(signal -> row("`" + signal.text() + "`", lower(signal.dimension()), signal.doc()));
        page.append(
                "\n### Claims\n\n`measure[(subject)] [span] comparison limit [+-tolerance] [in 90% of replications] [if observed]`, where a span is\n");
        page.append(
                "`during 11:17 .. 11:30`, `after 11:30`, `after restart`, `within 5m after restart` or `before 12:00`. A tolerance of a share is in points: `+-5pt`.\n\n");
        page.append(
                "Where there is nothing to observe, as the step `restart` did not run, say, a claim cannot be judged, which is an error. With `if observed` it holds then:\n");
        page.append(
                "for gates over what a measure may make unnecessary. Of the other replications it must hold as ever.\n\n");
        page.append(
                "A limit may be what an earlier run observed, whose `result.json` is the baseline: `<= baseline`, `<= baseline +10%`, `<= baseline x1.5`,\n");
        page.append(
                "`>= baseline -1pt` (points of a share), `<= baseline +2m` (a duration or a point in time), `<= baseline +3` (a number).\n\n");
        page.append("| measure | subject | takes a span | a | |\n| --- | --- | --- | --- | --- |\n");
        for (Measure measure : Measure.values()) {
            row(
                    "`" + measure.text() + "`",
                    subject(measure),
                    measure.takesSpan() ? "yes" : "",
                    lower(measure.dimension()),
                    measure.doc());
        }
    }

    private static String subject(Measure measure) {
        if (measure.subject() == null) {
            return "";
        }
        return measure.needsSubject() ? "a component" : "a class of requests, or none for all";
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private void row(String... cells) {
        page.append("| ");
        page.append(Stream.of(cells).map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ")));
        page.append(" |\n");
    }
}
