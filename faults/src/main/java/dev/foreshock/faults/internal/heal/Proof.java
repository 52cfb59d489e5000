package dev.foreshock.faults.internal.heal;

import dev.foreshock.faults.control.ControlException;
import dev.foreshock.faults.control.ProxyState;
import dev.foreshock.faults.control.ToxicState;
import dev.foreshock.faults.heal.Residue;
import dev.foreshock.faults.internal.control.ApiJson;
import dev.foreshock.faults.internal.control.Exchanges;
import dev.foreshock.faults.undo.Before;
import dev.foreshock.faults.undo.Change;
import dev.foreshock.faults.undo.Inverse;
import dev.foreshock.faults.undo.Reach;
import java.util.ArrayList;
import java.util.List;

/** Whether a server is as it was before a run: toxics and enabled flags of what the run may touch, and nothing of the run anywhere. */
final class Proof implements Look {
    private final String run;
    private final Before before;
    private final Reach reach;

    Proof(String run, Before before, Reach reach) {
        this.run = run;
        this.before = before;
        this.reach = reach;
    }

    @Override
    public String byHand() {
        return "curl http://" + before.server() + "/proxies";
    }

    /** Returns what takes away the toxics on any proxy that carry the name of the run, and its fence. */
    @Override
    public List<Inverse> strays() throws ControlException {
        List<Inverse> strays = new ArrayList<>();
        for (ProxyState proxy : reach.server(before.server()).proxies().values()) {
            proxy.toxics().stream()
                    .filter(toxic -> Change.isOf(run, toxic.name()))
                    .map(toxic -> new Inverse.RemoveToxic(before.server(), proxy.name(), toxic.name()))
                    .forEach(strays::add);
            if (Change.Fence.isOf(run, proxy)) {
                strays.add(new Inverse.DropFence(before.server(), run));
            }
        }
        return strays;
    }

    /** Returns what is not as it was. */
    @Override
    public List<Residue> differences() throws ControlException {
        List<Residue> differences = new ArrayList<>();
        var now = reach.server(before.server()).proxies();
        for (ProxyState then : before.proxies()) {
            ProxyState proxy = now.get(then.name());
            if (proxy == null) {
                differences.add(new Residue(
                        "proxy '" + then.name() + "' is gone from " + before.server() + ": callers of " + then.listen()
                                + " are refused (was the server restarted?)",
                        curl("-d '" + ApiJson.of(then).replace("'", "'\\''") + "' ", "/proxies")));
            } else {
                compare(then, proxy, differences);
            }
        }
        return differences;
    }

    private void compare(ProxyState then, ProxyState now, List<Residue> differences) {
        String path = "/proxies/" + Exchanges.encoded(now.name());
        if (now.enabled() != then.enabled()) {
            differences.add(new Residue(
                    "proxy '" + now.name() + "' of " + before.server() + " is "
                            + (now.enabled() ? "enabled" : "disabled") + ", but was not before",
                    curl("-d '{\"enabled\":" + then.enabled() + "}' ", path)));
        }
        for (ToxicState toxic : now.toxics()) {
            if (!then.toxics().contains(toxic)) {
                boolean isOurs = Change.isOf(run, toxic.name());
                differences.add(new Residue(
                        "toxic '" + toxic.name() + "' is on proxy '" + now.name() + "' of " + before.server()
                                + ", but was not before" + (isOurs ? "" : "; this run did not add it"),
                        // What somebody else put there is for them to take away.
                        isOurs ? curl("-X DELETE ", path + "/toxics/" + Exchanges.encoded(toxic.name())) : ""));
            }
        }
        for (ToxicState toxic : then.toxics()) {
            if (!now.toxics().contains(toxic)) {
                differences.add(new Residue(
                        "toxic '" + toxic.name() + "' was on proxy '" + now.name() + "' of " + before.server()
                                + ", but is no more; this run did not remove it",
                        ""));
            }
        }
    }

    private String curl(String what, String path) {
        return "curl " + what + "http://" + before.server() + path;
    }
}
