import dev.foreshock.simulated.PostgresPair;
import dev.foreshock.simulated.Proxies;
import dev.foreshock.simulated.ScenarioSource;
import org.jspecify.annotations.NullMarked;

/** The twin of a modelled system: each component a process of its own, under real load, in real time. */
@NullMarked
module dev.foreshock.simulated {
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.databind;
    requires transitive dev.foreshock.engine;
    requires io.vertx.core;
    requires io.vertx.redis.client;
    requires java.net.http;
    requires java.sql;
    requires org.tukaani.xz;
    requires static io.vertx.codegen.api;
    requires static io.vertx.codegen.json;
    requires static transitive org.jspecify;

    exports dev.foreshock.simulated;

    uses PostgresPair.Source;
    uses Proxies.Source;
    uses ScenarioSource;
}
