package dev.foreshock.engine.describe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The setting grows and shrinks with the size of the system: scaling a scenario multiplies it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT})
public @interface Scales {
    /** Tells whether it counts what serves at a time (workers, connections), rather than what may wait or come. */
    boolean serves() default false;
}
