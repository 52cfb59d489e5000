package dev.foreshock.simulated.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream archive = new ByteArrayOutputStream();

    private void entry(String name, char type, String mode, String link, String content) throws IOException {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 100, mode);
        put(header, 124, String.format("%011o", content.length()));
        header[156] = (byte) type;
        put(header, 157, link);
        archive.write(header);
        archive.write(Arrays.copyOf(content.getBytes(StandardCharsets.UTF_8), (content.length() + 511) / 512 * 512));
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private void unpack() throws IOException {
        archive.write(new byte[1024]);
        Tar.unpack(new ByteArrayInputStream(archive.toByteArray()), directory.resolve("out"));
    }

    @Test
    void directoriesFilesAndLinksComeOutAsTheyWentIn() throws IOException {
        entry("bin/", '5', "0000755", "", "");
        entry("bin/run", '0', "0000755", "", "x".repeat(700));
        entry("lib/one.so", '0', "0000644", "", "one");
        entry("lib/two.so", '2', "0000777", "one.so", "");
        unpack();
        Path out = directory.resolve("out");
        assertThat(out.resolve("bin/run")).hasContent("x".repeat(700)).isExecutable();
        assertThat(out.resolve("lib/two.so")).hasContent("one");
        assertThat(Files.isSymbolicLink(out.resolve("lib/two.so"))).isTrue();
    }

    @Test
    void nothingIsWrittenBesideTheDirectory() throws IOException {
        entry("../evil", '0', "0000644", "", "x");
        assertThatThrownBy(this::unpack)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("an archive must stay in its directory");
        assertThat(directory.resolve("evil")).doesNotExist();
    }

    @Test
    void aLinkThatLeadsOutOfItIsRefused() throws IOException {
        entry("lib/evil", '2', "0000777", "../../evil", "");
        assertThatThrownBy(this::unpack).hasMessageContaining("an archive must stay in its directory");
    }

    @Test
    void anArchiveThatEndsTooSoonSaysSo() throws IOException {
        entry("file", '0', "0000644", "", "x".repeat(500));
        byte[] cut = Arrays.copyOf(archive.toByteArray(), 600);
        assertThatThrownBy(() -> Tar.unpack(new ByteArrayInputStream(cut), directory.resolve("out")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the archive ends within");
    }

    @Test
    void whatIsNotExpectedIsRefused() throws IOException {
        entry("device", '3', "0000644", "", "");
        assertThatThrownBy(this::unpack).hasMessageContaining("must be a directory, a file or a link");
    }
}
