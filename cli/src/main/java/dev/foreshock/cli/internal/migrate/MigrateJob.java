package dev.foreshock.cli.internal.migrate;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.internal.files.AtomicFile;
import dev.foreshock.cli.internal.terminal.Surroundings;
import dev.foreshock.engine.StoppedException;
import dev.foreshock.scenarios.DiagnosticPrinter;
import dev.foreshock.scenarios.FileMigration;
import dev.foreshock.scenarios.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Carries out {@code foreshock migrate}: reads all files, shows what moves, and only then writes. */
final class MigrateJob {
    private final Surroundings here;
    private final List<FileMigration> migrations = new ArrayList<>();
    private final Map<Path, Path> alsoNeeded = new LinkedHashMap<>();

    MigrateJob(Surroundings here, List<Path> files, boolean follow) {
        this.here = here;
        Deque<Path> left = new ArrayDeque<>();
        files.forEach(file -> left.add(here.directory().resolve(file)));
        Set<Path> seen = new HashSet<>();
        while (!left.isEmpty()) {
            Path file = left.remove();
            if (seen.add(identity(file))) {
                FileMigration migration = FileMigration.of(file);
                migrations.add(migration);
                if (follow) {
                    left.addAll(migration.others());
                }
            }
        }
        for (FileMigration migration : migrations) {
            for (Path other : migration.others()) {
                if (!seen.contains(identity(other)) && FileMigration.of(other).isChange()) {
                    alsoNeeded.putIfAbsent(other, migration.file());
                }
            }
        }
    }

    /** Says what would change. */
    ExitCode check() {
        boolean isChange = false;
        for (FileMigration migration : migrations) {
            if (migration.isReadable()) {
                here.out()
                        .println(migration.file() + ": "
                                + (migration.isChange() ? "would change: " + versions(migration) : "up to date"));
                isChange |= migration.isChange();
            }
        }
        here.out().flush();
        ExitCode code = sayWhatElseAndWhatNot();
        return isChange ? code.or(ExitCode.DEVIATED) : code;
    }

    /**
     * Changes the files.
     *
     * @param review shows which verdicts move first, or null
     * @param dry whether to print the changes instead
     */
    ExitCode migrate(@Nullable VerdictReview review, boolean dry) {
        ExitCode code = ExitCode.PASSED;
        try {
            for (FileMigration migration : migrations) {
                if (dry) {
                    here.out().print(migration.diff());
                }
                if (review != null && migration.isChange() && migration.isScenario()) {
                    boolean ran = review.file(Source.file(migration.file()));
                    code = ran ? code : code.or(ExitCode.INVALID);
                }
            }
            if (here.interrupts().isWanted()) {
                throw new StoppedException();
            }
        } catch (StoppedException e) {
            here.err().println("foreshock: interrupted; nothing was written");
            return ExitCode.INTERRUPTED;
        }
        for (FileMigration migration : migrations) {
            code = code.or(finish(migration, dry));
        }
        migrations.stream()
                .flatMap(migration -> migration.steps().stream())
                .distinct()
                .forEach(step -> here.out().println("what " + step.to() + " changes: " + step.what()));
        here.out().flush();
        return code.or(sayWhatElseAndWhatNot());
    }

    private ExitCode finish(FileMigration migration, boolean dry) {
        if (!migration.isReadable()) {
            return ExitCode.INVALID;
        }
        if (!migration.isChange()) {
            here.out().println(migration.file() + ": up to date");
            return ExitCode.PASSED;
        }
        if (!dry) {
            try {
                AtomicFile.replace(migration.file(), migration.after());
            } catch (IOException e) {
                here.err().println("foreshock: " + migration.file() + " could not be rewritten: " + e.getMessage());
                return ExitCode.USAGE;
            }
        }
        here.out()
                .println(
                        migration.file() + ": " + (dry ? "would be rewritten: " : "rewritten: ") + versions(migration));
        return ExitCode.PASSED;
    }

    private ExitCode sayWhatElseAndWhatNot() {
        ExitCode code = ExitCode.PASSED;
        for (FileMigration migration : migrations) {
            if (!migration.isReadable()) {
                here.err().print(DiagnosticPrinter.print(migration.diagnostics()));
                if (Files.isRegularFile(migration.file())) {
                    here.err().println("foreshock: " + migration.file() + " was left as it is");
                }
                code = ExitCode.INVALID;
            }
        }
        alsoNeeded.forEach((other, by) ->
                here.err().println("note: " + other + " needs the same, as " + by + " names it; --all rewrites both"));
        return code;
    }

    private static String versions(FileMigration migration) {
        return migration.steps().stream()
                .collect(Collectors.groupingBy(FileMigration.Step::key, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(axis -> axis.getKey() + " " + axis.getValue().get(0).from() + " -> "
                        + axis.getValue().get(axis.getValue().size() - 1).to())
                .collect(Collectors.joining(", "));
    }

    private static Path identity(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
