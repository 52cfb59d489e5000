package dev.foreshock.cli.internal.rehearse;

import dev.foreshock.cli.internal.files.Digest;
import dev.foreshock.cli.internal.options.Changes;
import dev.foreshock.cli.internal.options.Target;
import dev.foreshock.cli.internal.terminal.Shell;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.engine.describe.Printable;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.reports.Calibrated;
import dev.foreshock.scenarios.Diagnostic;
import dev.foreshock.scenarios.DiagnosticPrinter;
import dev.foreshock.scenarios.DocumentKind;
import dev.foreshock.scenarios.LoadResult;
import dev.foreshock.scenarios.LoadedOverlay;
import dev.foreshock.scenarios.MeasuredOn;
import dev.foreshock.scenarios.ScenarioLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code foreshock calibrate} measured, to predict a rehearsal with.
 *
 * @param named the file, as it was named
 * @param file where it is
 * @param measured when, of what and on what it was measured
 * @param sha256 by which it is known again
 */
record Calibration(Path named, Path file, MeasuredOn measured, String sha256) {
    private static final String USUAL = "calibrated.yaml";

    /** Older than that, much may have changed about a machine that nobody wrote down. */
    private static final Duration OLD = Duration.ofDays(7);

    /**
     * Reads one.
     *
     * @param scenario the name of the scenario that is rehearsed
     * @param measuring the command that measures one for it
     * @throws IllegalArgumentException if it is none, or was measured of another scenario
     */
    static Calibration read(Surroundings here, Path named, String scenario, String measuring) {
        if (named.toString().isBlank()) {
            throw new IllegalArgumentException(
                    "--calibrated must name a file, but was empty; write one with: " + measuring);
        }
        Path file = here.directory().resolve(named);
        LoadedOverlay loaded = ScenarioLoader.standard().overlay(file);
        DocumentKind kind = loaded.kind();
        if (kind == null) {
            throw refused(named, "which cannot be read as one", measuring, loaded.diagnostics());
        } else if (kind != DocumentKind.OVERLAY) {
            String what = kind.name().toLowerCase(Locale.ROOT);
            throw refused(named, "which is a " + what, measuring, List.of());
        } else if (!loaded.diagnostics().isEmpty()) {
            throw refused(named, "which is broken", measuring, loaded.diagnostics());
        }
        MeasuredOn measured = loaded.measured();
        if (measured == null) {
            throw refused(
                    named,
                    "which does not say what it was measured on (an overlay of your own goes with --overlay; one of an older version is measured anew)",
                    measuring,
                    List.of());
        } else if (!measured.scenario().equals(scenario)) {
            throw new IllegalArgumentException("--calibrated must be measured of " + scenario + ", but " + named
                    + " was measured of " + Printable.of(measured.scenario()) + "; write one with: " + measuring);
        }
        try {
            return new Calibration(named, file, measured, Digest.of(file));
        } catch (IOException e) {
            throw refused(named, "which cannot be read any more", measuring, List.of());
        }
    }

    private static IllegalArgumentException refused(Path named, String what, String measuring, List<Diagnostic> found) {
        String details = found.isEmpty()
                ? ""
                : "\n" + DiagnosticPrinter.print(found, false).stripTrailing();
        return new IllegalArgumentException("--calibrated must be an overlay that foreshock calibrate wrote, but was "
                + named + ", " + what + "; write one with: " + measuring + details);
    }

    /** Returns the command that measures a scenario in the parts in which it is rehearsed. */
    static String measuring(Surroundings here, Target target, PartsChoice parts) {
        StringBuilder command = new StringBuilder(here.command() + " calibrate " + Shell.quoted(target.scenario));
        target.appendTo(command);
        parts.appendSystemTo(command);
        return command.toString();
    }

    /** Returns the command that writes this file anew. */
    private String anew(String measuring) {
        return named.equals(Path.of(USUAL)) ? measuring : measuring + " --out " + Shell.quoted(named.toString());
    }

    /**
     * Returns a scenario with what was measured.
     *
     * @param target which, and what is changed about it
     * @param measuring the command that measures the scenario
     * @throws IllegalArgumentException if it is not of this scenario as it is now
     */
    Scenario over(Target target, String measuring) {
        Target with = new Target();
        with.scenario = target.scenario;
        with.overlays = new ArrayList<>(target.overlays);
        with.overlays.add(file);
        with.variants = target.variants;
        with.sets = target.sets;
        LoadResult loaded = with.load();
        Scenario scenario = loaded.scenario();
        if (scenario == null) {
            throw new IllegalArgumentException("--calibrated must fit the scenario as it is now, but " + named
                    + " does not; measure it anew with: " + anew(measuring) + "\n"
                    + DiagnosticPrinter.print(loaded.errors(), false).stripTrailing());
        }
        return scenario;
    }

    /**
     * Returns why it may not say what hops cost here and now, a line each.
     *
     * @param target what is rehearsed
     * @param parts what of it is no part of Foreshock
     * @param measuring the command that measures the scenario
     */
    List<String> doubts(Machine machine, Instant now, Target target, Map<String, String> parts, String measuring) {
        List<String> doubts = new ArrayList<>();
        Machine then = new Machine(measured.processors(), measured.jdk(), measured.os());
        if (!then.equals(machine)) {
            doubts.add("note: " + named + " was measured on " + then + ", and this is " + machine
                    + ", where hops may cost something else");
        }
        Duration age = Duration.between(Instant.parse(measured.at()), now);
        if (age.compareTo(OLD) >= 0) {
            doubts.add("note: " + named + " was measured " + age.toDays() + " days ago");
        }
        String changed = changes(changesThen());
        if (!changed.equals(changes(target))) {
            doubts.add("note: " + named + " was measured " + changed + ", and this is rehearsed " + changes(target));
        }
        if (!measured.parts().equals(parts)) {
            doubts.add("note: " + named + " was measured with " + RealParts.text(measured.parts())
                    + ", and this is rehearsed with " + RealParts.text(parts));
        }
        if (!doubts.isEmpty()) {
            doubts.add("note: measure it anew with: " + anew(measuring));
        }
        return doubts.stream().map(Printable::of).toList();
    }

    private Changes changesThen() {
        Changes then = new Changes();
        then.overlays = measured.overlays().stream().map(Path::of).toList();
        then.variants = measured.variants();
        then.sets = measured.sets();
        return then;
    }

    private static String changes(Changes changes) {
        StringBuilder options = new StringBuilder();
        changes.appendTo(options);
        return options.isEmpty() ? "as its file has it" : "with" + options;
    }

    /** Returns what a report says of it. */
    Calibrated told() {
        return new Calibrated(
                named.toString(),
                measured.at(),
                measured.processors(),
                measured.jdk(),
                measured.os(),
                measured.parts(),
                sha256);
    }
}
