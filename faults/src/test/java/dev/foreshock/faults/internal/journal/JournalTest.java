package dev.foreshock.faults.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.faults.control.ToxicState;
import dev.foreshock.faults.undo.Before;
import dev.foreshock.faults.undo.Change;
import dev.foreshock.faults.undo.MemoryServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Entry.Begun BEGUN = new Entry.Begun(
            "r1", "staging", "hash", List.of(new Before("h:1", List.of(MemoryServer.proxy("db", toxic("old"))))));

    @TempDir
    private Path state;

    private static ToxicState toxic(String name) {
        return new ToxicState(name, "latency", "downstream", 0.5, "{\"latency\":\"ä\\n\"}");
    }

    private static List<Entry> entries() {
        Change toxic = new Change.AddToxic("h:1", "db", toxic("foreshock-r1-0"));
        Change off = new Change.Disable("h:1", "db");
        Change fence = new Change.Fence("h:1", "r1");
        return List.of(
                new Entry.Intended(2, fence, fence.inverse()),
                new Entry.Refused(2),
                new Entry.Intended(0, toxic, toxic.inverse()),
                new Entry.Applied(0),
                new Entry.Intended(1, off, off.inverse()),
                new Entry.Undone(0),
                new Entry.Closed("a \"reason\"\nin two lines"));
    }

    private Path file() {
        return state.resolve("r1.journal");
    }

    private void write() throws IOException {
        try (Journal journal = Journal.create(state, BEGUN)) {
            for (Entry entry : entries()) {
                journal.append(entry);
            }
        }
    }

    private List<Entry> found() throws IOException {
        try (Journal journal = Journal.open(state, "r1").orElseThrow()) {
            return journal.found();
        }
    }

    @Test
    void whatIsWrittenIsFound() throws IOException {
        write();
        assertThat(found().get(0)).isEqualTo(BEGUN);
        assertThat(found().subList(1, 8)).isEqualTo(entries());
    }

    @Test
    void whereverItIsCutOffAllWholeLinesAreFoundAndMoreCanBeWritten() throws IOException {
        write();
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length <= whole.length; length += isNearAnEnd(whole, length) ? 1 : 37) {
            byte[] part = Arrays.copyOf(whole, length);
            Files.write(file(), part);
            long lines = new String(part, java.nio.charset.StandardCharsets.UTF_8)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            try (Journal journal = Journal.open(state, "r1").orElseThrow()) {
                assertThat(journal.found()).as("%s bytes", length).hasSize((int) lines);
                assertThat(journal.isDamaged()).isFalse();
                journal.append(new Entry.Undone(77));
            }
            assertThat(found()).hasSize((int) lines + 1).last().isEqualTo(new Entry.Undone(77));
        }
    }

    private static boolean isNearAnEnd(byte[] file, int at) {
        for (int i = Math.max(0, at - 2); i < Math.min(file.length, at + 38); i++) {
            if (file[i] == '\n') {
                return i < at + 3 || at + 37 > file.length;
            }
        }
        return false;
    }

    @Test
    void aLineThatIsNotAsItWasWrittenIsNotBelievedAndTheOthersAre() throws IOException {
        write();
        byte[] whole = Files.readAllBytes(file());
        String text = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1);
        int second = text.indexOf('\n') + 1;
        for (int at = second; at < text.indexOf('\n', second); at += 11) {
            byte[] bad = whole.clone();
            bad[at] ^= 1;
            Files.write(file(), bad);
            try (Journal journal = Journal.open(state, "r1").orElseThrow()) {
                assertThat(journal.isDamaged()).as("byte %s", at).isTrue();
                assertThat(journal.found())
                        .hasSizeGreaterThanOrEqualTo(entries().size() - 1);
                assertThat(journal.found()).doesNotContain(entries().get(0));
            }
        }
    }

    @Test
    void linesThatChangedPlacesAreNoticed() throws IOException {
        write();
        List<String> lines = Files.readAllLines(file());
        java.util.Collections.swap(lines, 3, 4);
        Files.writeString(file(), String.join("\n", lines) + "\n");
        try (Journal journal = Journal.open(state, "r1").orElseThrow()) {
            assertThat(journal.isDamaged()).isTrue();
        }
    }

    @Test
    void aJournalIsOneProcesss() throws IOException {
        try (Journal journal = Journal.create(state, BEGUN)) {
            assertThat(Journal.open(state, journal.run())).isEmpty();
        }
        assertThat(found()).containsExactly(BEGUN);
    }

    @Test
    void aRunIsNotBegunTwice() throws IOException {
        Journal.create(state, BEGUN).close();
        assertThatThrownBy(() -> Journal.create(state, BEGUN)).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsClosedIsFinished() throws IOException {
        assertThat(Journal.unfinished(state.resolve("none"))).isEmpty();
        Journal.create(state, BEGUN).close();
        assertThat(Journal.unfinished(state)).containsExactly("r1");
        try (Journal journal = Journal.open(state, "r1").orElseThrow()) {
            journal.append(new Entry.Closed(""));
        }
        assertThat(Journal.unfinished(state)).isEmpty();
    }

    @Test
    void theLockOfARunThatIsFinishedGoes() throws IOException {
        Path lock = state.resolve("r1.lock");
        Journal.create(state, BEGUN).close();
        Journal.removeLocksOfFinished(state);
        assertThat(lock).as("of one that is not").exists();
        try (Journal journal = Journal.open(state, "r1").orElseThrow()) {
            journal.append(new Entry.Closed(""));
            assertThat(lock).as("as long as it is held").exists();
        }
        assertThat(lock).doesNotExist();
        Files.createFile(lock);
        Journal.removeLocksOfFinished(state);
        assertThat(lock).as("of somebody who was killed in the moment after").doesNotExist();
        Journal.removeLocksOfFinished(state.resolve("none"));
    }

    @Test
    void aRunWithoutAJournalIsSaidToHaveNone() {
        assertThatThrownBy(() -> Journal.open(state, "r2"))
                .hasMessageContaining("there must be a journal of the run r2");
    }
}
