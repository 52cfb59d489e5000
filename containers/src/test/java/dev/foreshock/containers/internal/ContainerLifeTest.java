package dev.foreshock.containers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foreshock.containers.internal.SaidEngine.Said;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Held against what engines say: that of Docker kills what is paused, that of Podman answers 409, as for one that has ended. */
class ContainerLifeTest {
    private static final Said DONE = new Said(204, "");
    private static final Said CONFLICT = new Said(409, "{\"message\": \"container state improper\"}");
    private static final Said UNKNOWN = new Said(404, "{\"message\": \"no such container\"}");

    private boolean isRunning = true;
    private boolean isPaused;
    private boolean isImmortal;

    private Said says(String word) {
        return switch (word) {
            case "kill" -> killed();
            case "unpause" -> unpaused();
            case "json" ->
                new Said(
                        200,
                        "{\"Id\": \"c\", \"State\": {\"Running\": " + (isRunning && !isPaused) + ", \"Paused\": "
                                + isPaused + "}}");
            default -> throw new IllegalArgumentException(word);
        };
    }

    private Said killed() {
        if (!isRunning || isPaused || isImmortal) {
            return CONFLICT;
        }
        isRunning = false;
        return DONE;
    }

    private Said unpaused() {
        if (!isPaused) {
            return CONFLICT;
        }
        isPaused = false;
        return DONE;
    }

    private static ContainerLife life(SaidEngine engine) {
        return new ContainerLife(engine.client(), "c");
    }

    @Test
    void oneThatIsNotKilledAsItIsPausedGoesOnAndIsKilled() throws IOException {
        isPaused = true;
        try (SaidEngine engine = new SaidEngine(this::says)) {
            assertThat(life(engine).isAlive()).isTrue();
            life(engine).kill();
            assertThat(isRunning).isFalse();
            assertThat(life(engine).isAlive()).isFalse();
            assertThat(engine.asked()).containsExactly("json", "kill", "json", "unpause", "kill", "json");
        }
    }

    @Test
    void oneThatLivesOnIsNotTakenForGone() throws IOException {
        isImmortal = true;
        try (SaidEngine engine = new SaidEngine(this::says)) {
            assertThatThrownBy(() -> life(engine).kill())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("container state improper")
                    .hasMessageContaining("it lives")
                    .hasMessageContaining("docker rm -f c");
        }
    }

    @Test
    void oneThatHasEndedIsGoneWhateverTheEngineCallsIt() throws IOException {
        isRunning = false;
        try (SaidEngine engine = new SaidEngine(this::says)) {
            life(engine).kill();
            assertThat(engine.asked()).containsExactly("kill", "json");
        }
        try (SaidEngine engine = new SaidEngine(word -> UNKNOWN)) {
            life(engine).kill();
            assertThat(engine.asked()).containsExactly("kill");
        }
    }

    @Test
    void oneThatRunsIsKilledAtOnce() throws IOException {
        try (SaidEngine engine = new SaidEngine(this::says)) {
            life(engine).kill();
            assertThat(isRunning).isFalse();
            assertThat(engine.asked()).containsExactly("kill");
        }
    }
}
