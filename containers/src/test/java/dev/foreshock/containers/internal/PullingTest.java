package dev.foreshock.containers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.PullResponseItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PullingTest {
    private final List<String> told = new ArrayList<>();
    private final Pulling pulling = new Pulling("postgres:18", told::add);

    private void says(String status, String layer, long current, long total) throws IOException {
        String item = "{\"status\": \"" + status + "\", \"id\": \"" + layer + "\", \"progressDetail\": {\"current\": "
                + current + ", \"total\": " + total + "}}";
        pulling.onNext(new ObjectMapper().readValue(item, PullResponseItem.class));
    }

    @Test
    void tellsOfEachTenthOnceHoweverOftenTheEngineDoes() throws IOException {
        says("Downloading", "a", 4_000_000, 100_000_000);
        says("Downloading", "a", 14_000_000, 100_000_000);
        says("Downloading", "a", 15_000_000, 100_000_000);
        says("Extracting", "a", 99_000_000, 100_000_000);
        says("Downloading", "a", 100_000_000, 100_000_000);
        assertThat(told).containsExactly("postgres:18: 14 of 100 MB fetched", "postgres:18: 100 of 100 MB fetched");
    }

    @Test
    void aLayerThatIsHeardOfLaterTakesNothingBack() throws IOException {
        says("Downloading", "a", 50_000_000, 100_000_000);
        says("Downloading", "b", 1_000_000, 100_000_000);
        says("Downloading", "b", 20_000_000, 100_000_000);
        assertThat(told).containsExactly("postgres:18: 50 of 100 MB fetched");
    }
}
