package org.supertransfer.sip;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.CallEventListener;

/**
 * Brings events to the message-driven bean: those of one call in order and one at a time, on threads of its own, so that no
 * leg ever waits for the container.
 */
final class EventDelivery implements CallEventListener {
    private static final System.Logger LOG = System.getLogger(EventDelivery.class.getName());
    private static final Method ON_EVENT = onEventMethod();
    private static final int LANES = 8;
    /** While the application is being deployed its endpoint is known but not yet there. */
    private static final int ATTEMPTS = 100;

    private static final long PAUSE_MILLIS = 100;

    private final List<MessageEndpointFactory> endpoints = new CopyOnWriteArrayList<>();
    private final List<ExecutorService> lanes = IntStream.range(0, LANES)
            .mapToObj(lane -> Executors.newSingleThreadExecutor(new AdapterThreads("sip-events-" + lane)))
            .toList();

    void add(MessageEndpointFactory endpoint) {
        endpoints.add(endpoint);
    }

    void remove(MessageEndpointFactory endpoint) {
        endpoints.remove(endpoint);
    }

    /** Whether anybody takes events. */
    boolean hasEndpoint() {
        return !endpoints.isEmpty();
    }

    @Override
    public void onEvent(CallEvent event) {
        try {
            lanes.get(Math.floorMod(owner(event).hashCode(), LANES)).execute(() -> deliver(event));
        } catch (RejectedExecutionException closed) {
            LOG.log(Level.DEBUG, "an event after the end: {0}", event.getClass().getSimpleName());
        }
    }

    private static String owner(CallEvent event) {
        return event instanceof CallEvent.OfLeg ofLeg ? ofLeg.call().value() : "registrations";
    }

    private void deliver(CallEvent event) {
        for (MessageEndpointFactory factory : endpoints) {
            try {
                deliver(event, endpointOf(factory));
            } catch (Exception e) {
                LOG.log(
                        Level.ERROR,
                        "an event was not delivered: " + event.getClass().getSimpleName(),
                        e);
            }
        }
    }

    private static void deliver(CallEvent event, MessageEndpoint endpoint)
            throws ResourceException, NoSuchMethodException {
        try {
            endpoint.beforeDelivery(ON_EVENT);
            try {
                ((CallEventListener) endpoint).onEvent(event);
            } finally {
                endpoint.afterDelivery();
            }
        } finally {
            endpoint.release();
        }
    }

    private MessageEndpoint endpointOf(MessageEndpointFactory factory)
            throws UnavailableException, InterruptedException {
        for (int attempt = 1; attempt < ATTEMPTS && endpoints.contains(factory); attempt++) {
            try {
                return factory.createEndpoint(null);
            } catch (UnavailableException notYet) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        return factory.createEndpoint(null);
    }

    void close() {
        endpoints.clear();
        lanes.forEach(ExecutorService::shutdownNow);
    }

    private static Method onEventMethod() {
        try {
            return CallEventListener.class.getMethod("onEvent", CallEvent.class);
        } catch (NoSuchMethodException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
