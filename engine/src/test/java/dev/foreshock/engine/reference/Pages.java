package dev.foreshock.engine.reference;

import dev.foreshock.engine.model.PageCacheSpec;
import java.util.HashMap;
import java.util.Map;

/** The pages that a replica has in its cache, and until when they are fresh. */
final class Pages {
    private final PageCacheSpec spec;
    private final Map<Integer, Long> freshUntil = new HashMap<>();

    Pages(PageCacheSpec spec) {
        this.spec = spec;
    }

    /** Returns the page that a number in [0, 1) asks for, by Zipf's law; -1 for one that cannot be cached. */
    int page(double uniform) {
        if (uniform >= spec.cacheable().share()) {
            return -1;
        }
        double within = uniform / spec.cacheable().share();
        double whole = 0;
        for (int page = 0; page < spec.pages(); page++) {
            whole += StrictMath.pow(page + 1.0, -spec.popularity());
        }
        double sum = 0;
        for (int page = 0; page < spec.pages() - 1; page++) {
            sum += StrictMath.pow(page + 1.0, -spec.popularity());
            if (within < sum / whole) {
                return page;
            }
        }
        return spec.pages() - 1;
    }

    boolean fresh(int page, long now) {
        return page >= 0 && now < freshUntil.getOrDefault(page, Long.MIN_VALUE);
    }

    void store(int page, long now) {
        if (page >= 0) {
            freshUntil.put(page, now + spec.ttl().toNanos());
        }
    }

    void clear() {
        freshUntil.clear();
    }
}
