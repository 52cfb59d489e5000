package dev.foreshock.scenarios.internal.compose;

import dev.foreshock.engine.describe.Semantics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the scenario, each line with what it rests on. */
final class ScenarioText {

    private static final int COMMENT_COLUMN = 48;
    private static final int PAGES = 5;

    private final Draft draft;
    private final List<String> lines = new ArrayList<>();

    private ScenarioText(Draft draft) {
        this.draft = draft;
    }

    /**
     * Returns the text.
     *
     * @param name the name of the scenario
     * @param head what stands at the top, as comments
     */
    static String of(Draft draft, String name, String file, List<String> head) {
        ScenarioText text = new ScenarioText(draft);
        head.forEach(line -> text.lines.add(line.isEmpty() ? "#" : "# " + Text.line(line)));
        text.header(name, file);
        text.components();
        text.users();
        text.people();
        return String.join("\n", text.lines) + "\n";
    }

    private void header(String name, String file) {
        add("");
        add("foreshock: 1");
        add("semantics: " + Semantics.LATEST.text());
        add("scenario: " + name);
        add("about: \"Started from " + file.replace("\\", "/").replace("\"", "'")
                + ": what it says, and stand-ins for the rest.\"");
        add("clock: 2026-03-14T08:00Z .. 08:30", "chosen: half an hour of any day");
        add("");
    }

    private void components() {
        add("components:");
        draft.services().values().forEach(service -> {
            String image = service.image().isEmpty() ? "built from source" : "image " + Text.safe(service.image());
            add(
                    "  " + draft.name(service.name()) + ":",
                    image + (draft.isReached(service.name()) ? "" : "; unknown: who calls it, so nothing does"));
            if (draft.isBalancer(service.name())) {
                balancer(service);
            } else if (draft.isQueue(service)) {
                queue(service);
            } else if (draft.isDatabase(service)) {
                database(service);
            } else {
                server(service);
            }
        });
    }

    private void balancer(Service service) {
        add("    is: balancer", "in front of several services of one image");
        List<Edge> calls = draft.callsOf(service.name());
        add("    weights:", "unknown: shares; even ones are a stand-in");
        int each = 100 / calls.size();
        for (int i = 0; i < calls.size(); i++) {
            int share = i == 0 ? 100 - each * (calls.size() - 1) : each;
            add(
                    "      " + draft.name(calls.get(i).to()) + ": " + share + "%",
                    "from " + Text.safe(calls.get(i).reason()));
        }
    }

    private void queue(Service service) {
        add("    is: queue");
        add("    consumers: " + Draft.CONSUMERS, "unknown: messages worked on at a time");
        work(service, "work", "unknown: a consumer's own work on a message");
        calls(service);
    }

    private void database(Service service) {
        add("    is: database");
        add("    pool: " + Draft.POOL, "unknown: connections, each running one query at a time");
        work(service, "query", "unknown: the time of a query");
    }

    private void server(Service service) {
        add("    is: server");
        if (service.replicas() != 1) {
            add("    replicas: " + service.replicas());
        }
        Double cpus = service.cpus();
        add(
                "    workers: " + Draft.workers(service),
                cpus == null
                        ? "unknown: requests at a time" + (service.replicas() == 1 ? "" : ", of each replica")
                        : "chosen: " + Draft.WORKERS_PER_CPU + " for each CPU; its limit is " + number(cpus));
        work(service, "work", "unknown: its own work for a request");
        Long mebibytes = service.mebibytes();
        if (mebibytes != null) {
            String perRequest = mebibytes < 64 ? "100 KiB" : "1 MiB";
            add(
                    "    memory: { heap: " + mebibytes + " MiB, per-request: " + perRequest + " }",
                    "its limit; unknown: what a request holds");
        }
        restart(service.restartDelay(), service.startPeriod());
        calls(service);
    }

    private void work(Service service, String key, String comment) {
        add("    " + key + ": lognormal(mean " + draft.workMillis(service) + "ms, cv 1)", comment);
    }

    private void restart(@Nullable String delay, @Nullable String startPeriod) {
        String takes = startPeriod == null ? "30s" : startPeriod;
        String from =
                startPeriod == null ? "unknown: how long a start takes" : "takes: start_period of its healthcheck";
        if (delay != null) {
            add("    restart: { automatic: " + delay + ", takes: " + takes + " }", from);
        } else if (startPeriod != null) {
            add("    restart: { takes: " + takes + " }", from);
        }
    }

    private void calls(Service service) {
        List<Edge> calls = draft.callsOf(service.name());
        if (!calls.isEmpty()) {
            add("    calls:");
            calls.forEach(edge -> add(
                    "      " + draft.name(edge.to()) + ": { timeout: 2s }",
                    "from " + Text.safe(edge.reason()) + "; unknown: timeout"));
        }
    }

    private void users() {
        add("");
        add("users:");
        draft.entries().forEach(entry -> {
            add("  " + userClass(entry) + ":");
            add(
                    "    enters: " + draft.name(entry),
                    draft.isPublished(entry) ? "publishes ports" : "unknown: where users enter");
            add("    visit: { pages: " + PAGES + ", think: exponential(mean 20s) }", "unknown: what users do");
            add("    patience: 10s", "unknown: how long they wait for a page");
        });
        add("");
        add("traffic:");
        draft.entries().forEach(entry -> {
            add("  " + userClass(entry) + ":");
            add("    usual: " + rate(), "unknown: new users; this keeps every component below a quarter busy");
            add(
                    "    peak: { is: hold, from: \"08:10\", until: \"08:20\", rate: x1 }",
                    "chosen: ten minutes of twice the traffic");
        });
    }

    private void people() {
        String entry = draft.name(draft.entries().get(0));
        add("");
        add("monitors:");
        add("  failing: { watches: " + entry + ", alert: success < 95% for 2m, pages: [on-call] }", "unknown");
        add("");
        add("responders:");
        add("  on-call: { reached-in: 5m }", "unknown");
        add("");
        add("gates:");
        add("  served: success >= 99%", "unknown: what you promise");
        add("  fast: response-time.p99 <= 2s", "unknown: what you promise");
    }

    private String userClass(String entry) {
        return draft.entries().size() == 1 ? "visitor" : "visitor-of-" + draft.name(entry);
    }

    /** Returns the rate of new users of each class, rounded down to one digit. */
    private String rate() {
        double perSecond = draft.pagesPerSecond() / PAGES;
        return perSecond >= 1
                ? (int) perSecond + "/s"
                : perSecond * 60 >= 1
                        ? oneDigit(perSecond * 60) + "/min"
                        : Math.max(1, oneDigit(perSecond * 3600)) + "/h";
    }

    private static int oneDigit(double number) {
        return (int) number >= 10 ? (int) number / 10 * 10 : (int) number;
    }

    private static String number(double number) {
        return number == Math.rint(number)
                ? String.valueOf((long) number)
                : String.format(Locale.ROOT, "%.3f", number).replaceAll("0+$", "");
    }

    private void add(String line) {
        lines.add(line);
    }

    private void add(String line, String comment) {
        lines.add(line + " ".repeat(Math.max(2, COMMENT_COLUMN - line.length())) + "# " + Text.line(comment));
    }
}
