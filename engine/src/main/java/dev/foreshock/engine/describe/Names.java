package dev.foreshock.engine.describe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The setting names things declared elsewhere in the scenario; a name that is not declared is an error. Applies to the
 * value of a text, to the elements of a set, and to the keys of a map.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Names {
    /** What kind of thing is named. */
    Named value();
}
