import org.jspecify.annotations.NullMarked;

/** Files in: the language, its diagnostics and schema, the library of systems and incidents. */
@NullMarked
module dev.foreshock.scenarios {
    requires com.fasterxml.jackson.databind;
    requires transitive dev.foreshock.engine;
    requires org.jspecify; // at run time too: the reader asks what may be null
    requires org.snakeyaml.engine.v2;

    exports dev.foreshock.scenarios;
    exports dev.foreshock.scenarios.internal.layer to
            dev.foreshock.engine; // which inspects the records in it
    exports dev.foreshock.scenarios.internal.read to
            dev.foreshock.engine;
    exports dev.foreshock.scenarios.internal.scalar to
            dev.foreshock.engine;
}
