import org.jspecify.annotations.NullMarked;

/** Real faults: a Toxiproxy-compatible server, and the driver of any such server. */
@NullMarked
module dev.foreshock.faults {
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.databind;
    requires transitive dev.foreshock.engine;
    requires io.netty.buffer;
    requires io.netty.common;
    requires io.netty.transport;
    requires io.vertx.core;
    requires java.net.http;
    requires static io.vertx.codegen.api;
    requires static io.vertx.codegen.json;
    requires static transitive org.jspecify;

    exports dev.foreshock.faults;
    exports dev.foreshock.faults.control;
    exports dev.foreshock.faults.guard;
    exports dev.foreshock.faults.heal;
    exports dev.foreshock.faults.inject;
    exports dev.foreshock.faults.plan;
    exports dev.foreshock.faults.process;
    exports dev.foreshock.faults.undo;

    opens dev.foreshock.faults.internal.journal to
            com.fasterxml.jackson.databind;
}
