package dev.foreshock.engine.describe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Limits of a number, both included, in its base unit: seconds, per second, share, bytes, or plain. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT})
public @interface Range {
    /** The smallest legal value. */
    double min() default 0;

    /** The largest legal value. */
    double max() default Double.POSITIVE_INFINITY;
}
