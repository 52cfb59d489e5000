package dev.foreshock.engine.describe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The setting can be a cause of an impact: this says what it is where that cause is taken away. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT})
public @interface Relief {
    /** What the setting becomes. */
    To to();

    /** How the setting can bring an impact about. */
    Influence by();

    /** One sentence about the system without it. */
    String without();

    /** For {@link To#CONSTANT}: the constant, in file spelling. */
    String constant() default "";

    /** Whether the cause goes by the name of the description that the setting belongs to, as its other settings do nothing then. */
    boolean whole() default false;

    /** What a setting becomes without its effect. */
    enum To {
        /** As if it were left out: null, or an empty list or map. */
        NOTHING,
        /** The smallest value of its {@link Range}; no, where it is yes or no. */
        LEAST,
        /** The largest value of its {@link Range}. */
        MOST,
        /** One of its constants. */
        CONSTANT
    }
}
