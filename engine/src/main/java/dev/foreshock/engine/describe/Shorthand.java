package dev.foreshock.engine.describe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A file may write a single value in place of the whole record; it is taken for the setting named here. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface Shorthand {
    /** The Java name of the record component that the single value is for. */
    String value();
}
