package dev.foreshock.containers.internal;

import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ProgressDetail;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells how much of an image is there, each time that it is a tenth more of what is known of. */
final class Pulling extends PullImageResultCallback {
    private static final long MEGABYTE = 1_000_000;
    private static final int TENTHS = 10;

    private final String image;
    private final Consumer<String> tells;
    private final Map<String, ProgressDetail> layers = new TreeMap<>();
    private long told;

    Pulling(String image, Consumer<String> tells) {
        this.image = image;
        this.tells = tells;
    }

    @Override
    public void onNext(PullResponseItem item) {
        super.onNext(item);
        ProgressDetail detail = item.getProgressDetail();
        String layer = item.getId();
        // A layer is unpacked once it is there, which is counted from 0 again.
        if (layer == null || detail == null || !"Downloading".equals(item.getStatus())) {
            return;
        }
        layers.put(layer, detail);
        long total = layers.values().stream()
                .mapToLong(each -> number(each.getTotal()))
                .sum();
        long fetched = layers.values().stream()
                .mapToLong(each -> number(each.getCurrent()))
                .sum();
        if (total > 0 && fetched * TENTHS / total > told) {
            told = fetched * TENTHS / total;
            tells.accept(image + ": " + fetched / MEGABYTE + " of " + total / MEGABYTE + " MB fetched");
        }
    }

    private static long number(@Nullable Long known) {
        return known == null ? 0 : known;
    }
}
