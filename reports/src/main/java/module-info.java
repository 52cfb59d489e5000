import org.jspecify.annotations.NullMarked;

/** Results out: one small renderer per format. */
@NullMarked
module dev.foreshock.reports {
    requires com.fasterxml.jackson.databind;
    requires transitive dev.foreshock.engine;
    requires static org.jspecify;

    exports dev.foreshock.reports;
}
