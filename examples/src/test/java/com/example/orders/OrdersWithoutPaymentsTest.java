package com.example.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foreshock.engine.fault.CallEffect;
import dev.foreshock.engine.fault.Lost;
import dev.foreshock.engine.fault.Refused;
import dev.foreshock.engine.model.Scenario;
import dev.foreshock.junit.InjectedFault;
import dev.foreshock.junit.RealFaults;
import dev.foreshock.junit.ScenarioTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The real service, while the connections to the one it needs are really broken. */
class OrdersWithoutPaymentsTest {
    private static final int PAID = 201;
    private static final int ACCEPTED = 202;

    private static final StubPayments payments = StubPayments.start();

    @RegisterExtension
    static final RealFaults faults = RealFaults.embedded().proxy("payments", payments.address());

    private static Orders orders;

    @BeforeAll
    static void start() throws Exception {
        orders = Orders.start(faults.address("payments"));
    }

    @AfterAll
    static void stop() {
        orders.close();
        payments.close();
    }

    private static int order(String number) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + orders.address() + "/orders/" + number))
                .POST(BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    }

    @Test
    void anOrderIsAcceptedWhilePaymentsIsDownAndPaidOnceItIsBack() throws Exception {
        try (InjectedFault down = faults.inject(Refused.ALL, "payments")) {
            assertEquals(ACCEPTED, order("1"));
            assertFalse(payments.hasCharged("1"));
        }
        assertEquals(PAID, order("1"));
        assertTrue(payments.hasCharged("1"));
    }

    @Test
    void anOrderIsAcceptedWherePaymentsIsNeverHeardOf() throws Exception {
        faults.inject(Lost.ALL, "payments"); // the end of the test ends it
        assertEquals(ACCEPTED, order("2"));
    }

    /** The fault that the scenario has, for real: what the model says of it below, the service does here. */
    @ScenarioTest("slow-payments.yaml")
    void anOrderIsPaidWhilePaymentsIsAsLateAsInTheScenario(Scenario scenario) throws Exception {
        faults.inject((CallEffect) scenario.faults().get("late").does(), "payments");
        assertEquals(PAID, order("3"));
    }
}
