package com.example.orders;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The payments service, as orders see it: a call that takes too long is given up, and made once more. */
final class Payments {
    /** How long one attempt may take. */
    static final Duration PATIENCE = Duration.ofMillis(500);

    static final int ATTEMPTS = 2;

    private static final int CREATED = 201;

    private final URI charges;
    private final HttpClient client = HttpClient.newHttpClient();

    Payments(String address) {
        charges = URI.create("http://" + address + "/charges/");
    }

    /** Has an order paid. Its number is in the request, so that whoever gets it twice charges once. */
    boolean charge(String order) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                HttpRequest request = HttpRequest.newBuilder(charges.resolve(order))
                        .timeout(PATIENCE)
                        .PUT(BodyPublishers.noBody())
                        .build();
                return client.send(request, BodyHandlers.discarding()).statusCode() == CREATED;
            } catch (IOException e) {
                // late, refused or cut: once more
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }
}
