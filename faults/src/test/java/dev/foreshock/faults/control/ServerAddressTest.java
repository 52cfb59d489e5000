package dev.foreshock.faults.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServerAddressTest {
    @Test
    void hostAndPortAreReadAndWrittenAlike() {
        for (String text : List.of("127.0.0.1:8474", "[::1]:1", "toxi.local:65535")) {
            assertThat(ServerAddress.parse(text)).hasToString(text);
        }
    }

    @Test
    void whatIsNotAnAddressIsRefused() {
        for (String text :
                List.of("", "8474", "localhost", "http://localhost:8474", "a:0", "a:65536", "a b:1", "::1:8474")) {
            assertThatThrownBy(() -> ServerAddress.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void loopbackIsKnownByItsAddress() {
        assertThat(List.of("127.0.0.1:1", "127.9.9.9:1", "[::1]:1", "localhost:1"))
                .allMatch(text -> ServerAddress.parse(text).isLoopback());
        assertThat(List.of("192.0.2.1:1", "[2001:db8::1]:1", "0.0.0.0:1"))
                .noneMatch(text -> ServerAddress.parse(text).isLoopback());
    }
}
