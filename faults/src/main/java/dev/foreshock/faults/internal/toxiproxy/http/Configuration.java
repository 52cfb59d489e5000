package dev.foreshock.faults.internal.toxiproxy.http;

import dev.foreshock.faults.internal.toxiproxy.proxy.Proxies;
import dev.foreshock.faults.internal.toxiproxy.proxy.Proxy;
import dev.foreshock.faults.internal.toxiproxy.proxy.Radius;

/** What a server starts with: proxies as {@code /populate} takes them, each of which may have a list of toxics. */
final class Configuration {
    private Configuration() {}

    /** Creates all of it; what is wrong with a toxic is found after its proxy was created. */
    static Reply apply(String json, Api api, Proxies proxies) {
        Reply populated = api.populate(json);
        if (populated.status() >= Exchange.BAD_REQUEST) {
            return populated;
        }
        for (Body each : Body.list(Body.first(json), "Proxy")) {
            Proxy proxy = proxies.get(each.text("name", ""));
            for (Body toxic : each.list("toxics", "ToxicWrapper")) {
                proxy.add(ToxicBodies.read(toxic, proxy, Radius.ALL));
            }
        }
        return populated;
    }
}
