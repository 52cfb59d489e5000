package dev.foreshock.engine.reference;

import dev.foreshock.engine.call.CallSpec;
import dev.foreshock.engine.model.FormerNames;
import dev.foreshock.engine.result.Outcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The calls that a component makes for each of its requests. Those that wait for no other start together, in the order of
 * their names; the others when theirs have ended well, or need not. The first failure that matters ends them all.
 */
final class Errands {
    private final Part part;
    private final Map<String, CallSpec> calls;
    private final Map<String, Way> ways = new LinkedHashMap<>();
    private final Map<String, String> shareStreams = new HashMap<>();

    Errands(Part part, Map<String, CallSpec> calls, Interpreter world) {
        this.part = part;
        this.calls = FormerNames.inOrder(calls, name -> world.names.call(part.name, name, calls.get(name)));
        this.calls.forEach((name, call) -> {
            String called = world.names.call(part.name, name, call);
            shareStreams.put(name, part.stream(called + " share"));
            ways.put(
                    name,
                    world.way(part.name + "." + name, part.stream(called), call, call.to() == null ? name : call.to()));
        });
    }

    boolean none() {
        return calls.isEmpty();
    }

    /** Makes them for {@code request}, and says at the end how they ended. */
    void start(Request request, Consumer<Outcome> whenOver) {
        Run run = new Run(request, whenOver);
        request.errands = run;
        for (Map.Entry<String, CallSpec> call : calls.entrySet()) {
            if (call.getValue().after().isEmpty() && run.goesOn()) {
                run.begin(call.getKey());
            }
        }
    }

    /** The calls for one request. */
    final class Run {
        private final Request request;
        private final Consumer<Outcome> whenOver;
        private final Map<String, Integer> ended = new HashMap<>();
        private final Set<String> done = new HashSet<>();

        private Run(Request request, Consumer<Outcome> whenOver) {
            this.request = request;
            this.whenOver = whenOver;
        }

        private boolean goesOn() {
            return request.errands == this;
        }

        private void begin(String name) {
            CallSpec call = calls.get(name);
            if (!isMade(name, call)) {
                callDone(name);
                return;
            }
            int together = call.together() ? call.count() : 1;
            for (int repetition = 0; repetition < together && goesOn(); repetition++) {
                make(name, repetition);
            }
        }

        private boolean isMade(String name, CallSpec call) {
            boolean ofClass = call.forRequests().isEmpty() || call.forRequests().contains(request.kind);
            double share = call.share().share();
            return ofClass && (share >= 1 || part.draw.uniform(shareStreams.get(name), request.key) < share);
        }

        private void make(String name, int repetition) {
            part.exchange.call(ways.get(name), request, repetition, outcome -> returned(name, outcome));
        }

        private void returned(String name, Outcome outcome) {
            CallSpec call = calls.get(name);
            if (outcome != Outcome.OK && !call.optional()) {
                part.exchange.forgetCallsFor(request);
                whenOver.accept(Outcome.ERROR);
                return;
            }
            int so = ended.merge(name, 1, Integer::sum);
            if (so == call.count()) {
                callDone(name);
            } else if (!call.together()) {
                make(name, so);
            }
        }

        private void callDone(String name) {
            done.add(name);
            if (done.size() == calls.size()) {
                request.errands = null;
                whenOver.accept(Outcome.OK);
                return;
            }
            for (Map.Entry<String, CallSpec> next : calls.entrySet()) {
                boolean waited = next.getValue().after().contains(name);
                if (waited && done.containsAll(next.getValue().after()) && goesOn()) {
                    begin(next.getKey());
                }
            }
        }
    }
}
