package dev.foreshock.cli.internal.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foreshock.cli.ExitCode;
import dev.foreshock.cli.Main;
import dev.foreshock.cli.internal.console.Console;
import dev.foreshock.cli.internal.rehearse.Moments.Blow;
import dev.foreshock.cli.internal.rehearse.Moments.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One rehearsal in a process of its own, with a state directory and a directory for temporary files of its own. */
final class KilledRehearsal {
    private static final long MOST_MINUTES = 3;

    /** Journals are kept: what happened is in them. */
    private static final String KEPT = ".journal";

    private final Path directory;
    private final List<String> rehearsal;
    private final Path state;
    private final Path temporary;
    private final Family family;
    private final Footprint before;
    private long lifeMillis = Long.MAX_VALUE;

    /**
     * Looks what is there before it.
     *
     * @param directory where it works
     * @param rehearsal the arguments of its command
     * @param state the name of its state directory in there
     */
    KilledRehearsal(Path directory, List<String> rehearsal, String state) throws IOException {
        this.directory = directory;
        this.rehearsal = rehearsal;
        this.state = directory.resolve(state);
        temporary = Files.createDirectories(directory.resolve("temporary"));
        family = new Family(UUID.randomUUID().toString(), this.state);
        before = Footprint.now();
    }

    /** Rehearses to the end, and returns how it ended. */
    int run() throws IOException, InterruptedException {
        return await(start(rehearsal, "said.txt"));
    }

    private static int await(Process process) throws InterruptedException {
        assertThat(process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    /** Returns what it has said. */
    String said() throws IOException {
        return Files.readString(directory.resolve("said.txt"));
    }

    /** In a group of its own, as a terminal gives it; and Ctrl-C is not ignored, as it may be by whoever runs this. */
    private Process start(List<String> arguments, String output) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Rehearsing.classPath(),
                Main.class.getName()));
        command.addAll(arguments);
        command.addAll(List.of("--state", state.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(output).toFile());
        family.mark(builder.environment());
        builder.environment().put("TMPDIR", temporary.toString());
        builder.environment().put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        return builder.start();
    }

    /**
     * Starts it, ends it at a moment, heals, and returns in a line what happened.
     *
     * @param wholeMillis how long it lives if it is not ended
     * @param troubles is told what there should not be
     */
    String ended(Moment moment, long wholeMillis, List<String> troubles) throws IOException, InterruptedException {
        long afterMillis = (long) (wholeMillis * moment.share());
        long beganNanos = System.nanoTime();
        Process conductor = start(rehearsal, "said.txt");
        String during = "after its end";
        if (conductor.waitFor(afterMillis, TimeUnit.MILLISECONDS)) {
            lifeMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos);
        } else {
            during = phase(said());
            strike(conductor, moment.blow());
        }
        int code = await(conductor);
        Set<String> left = left();
        int healed = await(start(List.of("heal"), "healed.txt"));
        Set<String> still = left();
        if (healed != ExitCode.PASSED.number() || !still.isEmpty()) {
            troubles.add("\n  heal ended with " + healed + ": "
                    + Files.readString(directory.resolve("healed.txt")).strip() + "\n  then there is: "
                    + String.join("\n    ", still));
        }
        Console again = new Console(directory);
        if (again.run("heal", "--state", state.toString()) != 0 || !again.out().contains("nothing to heal")) {
            troubles.add("\n  a second heal finds something to do: " + again.out() + again.err());
        }
        family.kill();
        clearTemporary();
        return moment.blow() + " after " + afterMillis + " of " + wholeMillis + " ms, " + during + ", exit " + code
                + "; left before heal: " + kinds(left) + "; after it: " + kinds(still);
    }

    /** Returns how long it lived if it ended by itself before its moment; else a very long time. */
    long lifeMillis() {
        return lifeMillis;
    }

    private void strike(Process conductor, Blow blow) throws IOException, InterruptedException {
        if (blow == Blow.KILL_ALL) {
            family.kill();
            return;
        }
        List<String> kill = blow == Blow.INT
                ? List.of("kill", "-INT", "--", "-" + conductor.pid())
                : List.of("kill", "-" + blow, String.valueOf(conductor.pid()));
        // One that has not made its group yet is not there to be told: then Ctrl-C has come before it.
        new ProcessBuilder(kill)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Returns what is there of it. */
    Set<String> left() throws IOException {
        Set<String> left = new TreeSet<>(Footprint.now().since(before));
        family.living().forEach(process -> left.add(Family.text(process)));
        try (Stream<Path> files = Files.walk(temporary)) {
            files.filter(file -> !file.equals(temporary)).forEach(file -> left.add("temporary " + file));
        }
        if (Files.isDirectory(state)) {
            try (Stream<Path> files = Files.walk(state)) {
                files.filter(Files::isRegularFile)
                        .map(file -> state.relativize(file).toString())
                        .filter(file -> !file.endsWith(KEPT) || file.contains("/"))
                        .forEach(file -> left.add("state " + file));
            }
        }
        return left;
    }

    /** Returns how far it was, by what it had said. */
    private static String phase(String said) {
        long begun = lines(said, "begins: ");
        long over = lines(said, "is over: ");
        if (lines(said, "report  ") > 0) {
            return "reporting";
        } else if (begun > 0) {
            return begun > over ? "injecting" : "between faults or after them";
        } else if (lines(said, "warm") > 0) {
            return "before the first fault";
        } else if (lines(said, "started ") > 0) {
            return "warming";
        }
        return lines(said, "predicted by ") > 0 ? "starting" : "predicting";
    }

    private static long lines(String said, String begin) {
        return said.lines().filter(line -> line.startsWith(begin)).count();
    }

    /** Returns what there is in few words: how many of each kind. */
    private static String kinds(Set<String> left) {
        Map<String, Integer> kinds = new TreeMap<>();
        for (String each : left) {
            kinds.merge(each.startsWith("/") ? "shared file" : each.substring(0, each.indexOf(' ')), 1, Integer::sum);
        }
        return kinds.isEmpty() ? "nothing" : kinds.toString();
    }

    private void clearTemporary() throws IOException {
        try (Stream<Path> files = Files.walk(temporary)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
