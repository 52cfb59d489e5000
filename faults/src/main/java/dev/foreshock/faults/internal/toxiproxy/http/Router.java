package dev.foreshock.faults.internal.toxiproxy.http;

import dev.foreshock.faults.internal.toxiproxy.proxy.Refusal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Finds what a request is for, by the rules of gorilla/mux: one segment per name, no trailing slash, no unclean path. */
final class Router {
    private static final Logger LOG = System.getLogger(Router.class.getName());
    private static final int FAILED = 500;

    static final Call NOWHERE = () -> Reply.PAGE_NOT_FOUND;
    static final Call NOT_ALLOWED = () -> Reply.METHOD_NOT_ALLOWED;
    /** What is answered by a stream. */
    static final Call EVENTS = () -> Reply.STREAM;

    private final Api api;
    private final LeaseApi leases;
    private final Counters counters;
    private final boolean metrics;

    /**
     * Creates a router.
     *
     * @param metrics whether there are metrics to ask for
     */
    Router(Api api, LeaseApi leases, Counters counters, boolean metrics) {
        this.api = api;
        this.leases = leases;
        this.counters = counters;
        this.metrics = metrics;
    }

    /** What a request asks for, not yet done. */
    interface Call {
        Reply carryOut();
    }

    /** One path, with a call per method. */
    private interface Resource {
        Call on(String method);
    }

    /** Returns what the request asks for; {@link #NOWHERE} and {@link #NOT_ALLOWED} where that is nothing. */
    Call find(String method, String path, String body) {
        return resource(segments(path), body).on(method);
    }

    /** Carries {@code call} out, and never throws. */
    static Reply carryOut(Call call) {
        try {
            return call.carryOut();
        } catch (Refusal e) {
            return Reply.error(Api.status(e), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a control call failed", e);
            return Reply.error(FAILED, String.valueOf(e));
        }
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    private Resource resource(List<String> path, String body) {
        String root = path.get(0);
        boolean hasEmpty = path.contains("");
        int size = hasEmpty ? 0 : path.size();
        if (root.equals("proxies")) {
            return switch (size) {
                case 1 -> method -> proxies(method, body);
                case 2 -> method -> proxy(method, path.get(1), body);
                case 3 -> path.get(2).equals("toxics") ? method -> toxics(method, path.get(1), body) : Router::nowhere;
                case 4 ->
                    path.get(2).equals("toxics")
                            ? method -> toxic(method, path.get(1), path.get(3), body)
                            : Router::nowhere;
                default -> Router::nowhere;
            };
        }
        // Beyond stock: a root of its own, on which stock answers that there is no such page.
        if (root.equals("x") && size >= 2) {
            return own(path, body);
        }
        return size == 1 ? single(root, body) : Router::nowhere;
    }

    private Resource own(List<String> path, String body) {
        String kind = path.get(1);
        if (kind.equals("events") && path.size() == 2) {
            return method -> method.equals("GET") ? EVENTS : NOT_ALLOWED;
        } else if (kind.equals("connections") && path.size() == 2) {
            return method -> method.equals("GET") ? counters::connections : NOT_ALLOWED;
        } else if (kind.equals("proxies") && path.size() == 3) {
            return method -> method.equals("GET") ? () -> counters.proxy(path.get(2)) : NOT_ALLOWED;
        } else if (!kind.equals("leases")) {
            return Router::nowhere;
        }
        return switch (path.size()) {
            case 2 -> method -> leases(method, body);
            case 3 -> method -> lease(method, path.get(2), body);
            case 4 -> path.get(3).equals("changes") ? method -> changes(method, path.get(2), body) : Router::nowhere;
            default -> Router::nowhere;
        };
    }

    private Resource single(String name, String body) {
        return switch (name) {
            case "version" -> method -> method.equals("GET") ? api::version : NOT_ALLOWED;
            case "reset" -> method -> method.equals("POST") ? api::reset : NOT_ALLOWED;
            case "populate" -> method -> method.equals("POST") ? () -> api.populate(body) : NOT_ALLOWED;
            case "metrics" -> method -> metrics ? api::metrics : NOWHERE;
            default -> Router::nowhere;
        };
    }

    private static Call nowhere(String method) {
        return NOWHERE;
    }

    private Call proxies(String method, String body) {
        return switch (method) {
            case "GET" -> api::list;
            case "POST" -> () -> api.create(body);
            default -> NOT_ALLOWED;
        };
    }

    private Call proxy(String method, String proxy, String body) {
        return switch (method) {
            case "GET" -> () -> api.show(proxy);
            case "POST", "PATCH" -> () -> api.update(proxy, body);
            case "DELETE" -> () -> api.delete(proxy);
            default -> NOT_ALLOWED;
        };
    }

    private Call toxics(String method, String proxy, String body) {
        return switch (method) {
            case "GET" -> () -> api.listToxics(proxy);
            case "POST" -> () -> api.addToxic(proxy, body);
            default -> NOT_ALLOWED;
        };
    }

    private Call toxic(String method, String proxy, String toxic, String body) {
        return switch (method) {
            case "GET" -> () -> api.showToxic(proxy, toxic);
            case "POST", "PATCH" -> () -> api.updateToxic(proxy, toxic, body);
            case "DELETE" -> () -> api.removeToxic(proxy, toxic);
            default -> NOT_ALLOWED;
        };
    }

    private Call leases(String method, String body) {
        return switch (method) {
            case "GET" -> leases::list;
            case "POST" -> () -> leases.open(body);
            default -> NOT_ALLOWED;
        };
    }

    private Call lease(String method, String id, String body) {
        return switch (method) {
            case "GET" -> () -> leases.show(id);
            case "POST" -> () -> leases.renew(id, body);
            case "DELETE" -> () -> leases.end(id);
            default -> NOT_ALLOWED;
        };
    }

    private Call changes(String method, String id, String body) {
        return method.equals("POST") ? () -> leases.extend(id, body) : NOT_ALLOWED;
    }

    /** Returns {@code path} without empty and dot segments, as Go's {@code path.Clean} does, a trailing slash kept. */
    static String clean(String path) {
        Deque<String> kept = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                kept.addLast(segment);
            }
        }
        String clean = "/" + String.join("/", kept);
        return path.endsWith("/") && !clean.equals("/") ? clean + "/" : clean;
    }
}
