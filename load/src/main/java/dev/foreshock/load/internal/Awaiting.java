package dev.foreshock.load.internal;

import com.typesafe.scalalogging.Logger;
import dev.foreshock.engine.load.LoadOrder;
import io.gatling.core.action.Action;
import io.gatling.core.action.builder.ActionBuilder;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import org.slf4j.LoggerFactory;

/** Has a virtual user wait for the next order, without a thread and without a time. */
final class Awaiting implements Action {
    /** Puts it into a scenario. */
    static final class Builder implements ActionBuilder {
        @Override
        public Action build(ScenarioContext context, Action next) {
            return new Awaiting(next);
        }
    }

    private static final Logger LOGGER = Logger.apply(LoggerFactory.getLogger(Awaiting.class));

    private final Action next;

    Awaiting(Action next) {
        this.next = next;
    }

    @Override
    public String name() {
        return "awaiting";
    }

    @Override
    public void execute(Session session) {
        Visitor visitor = (Visitor) session.attributes().apply(Keys.VISITOR);
        // Gatling brings a session back to the thread that it belongs to.
        visitor.await(order -> next.$bang(with(session, order)));
    }

    private static Session with(Session session, LoadOrder order) {
        if (order instanceof LoadOrder.Send send) {
            return session.set(Keys.ORDER, send).set(Keys.GOES_ON, true);
        }
        boolean stops = order instanceof LoadOrder.End end && end.atOnce();
        return session.set(Keys.GOES_ON, false).set(Keys.STOPS, stops);
    }

    @Override
    public Logger logger() {
        return LOGGER;
    }

    @Override
    public void com$typesafe$scalalogging$StrictLogging$_setter_$logger_$eq(Logger logger) {
        // It has its own.
    }
}
