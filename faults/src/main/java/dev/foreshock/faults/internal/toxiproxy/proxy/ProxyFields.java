package dev.foreshock.faults.internal.toxiproxy.proxy;

/**
 * What a client says of a proxy.
 *
 * @param name what the API calls it
 * @param listen where clients connect
 * @param upstream where they are led
 * @param enabled whether the port is open
 */
public record ProxyFields(String name, String listen, String upstream, boolean enabled) {}
