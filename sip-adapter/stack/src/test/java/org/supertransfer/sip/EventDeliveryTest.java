package org.supertransfer.sip;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.CallEventListener;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.LegId;

/** How events reach the bean. */
class EventDeliveryTest {
    private final EventDelivery delivery = new EventDelivery();
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();

    @AfterEach
    void close() {
        delivery.close();
    }

    /** A container whose bean notes what is done to it, and throws when it gets an event of a leg named "bad". */
    private MessageEndpointFactory container() {
        Class<?>[] faces = {MessageEndpoint.class, CallEventListener.class};
        Object endpoint = Proxy.newProxyInstance(getClass().getClassLoader(), faces, (proxy, method, arguments) -> {
            boolean event = method.getName().equals("onEvent");
            seen.add(event ? ((CallEvent.OfLeg) arguments[0]).leg().value() : method.getName());
            if (event && "bad".equals(((CallEvent.OfLeg) arguments[0]).leg().value())) {
                throw new IllegalStateException("on purpose");
            }
            return null;
        });
        return (MessageEndpointFactory) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {MessageEndpointFactory.class},
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "equals":
                            return proxy == arguments[0];
                        case "hashCode":
                            return 1;
                        default:
                            if (refusals.getAndDecrement() > 0) {
                                throw new UnavailableException("not yet");
                            }
                            return endpoint;
                    }
                });
    }

    private List<String> next(int count) throws InterruptedException {
        List<String> taken = new ArrayList<>();
        while (taken.size() < count) {
            String one = seen.poll(5, TimeUnit.SECONDS);
            if (one == null) {
                throw new AssertionError("only " + taken);
            }
            taken.add(one);
        }
        return taken;
    }

    private void report(String leg) {
        delivery.onEvent(new CallEvent.Ringing(new CallId("call"), new LegId(leg)));
    }

    @Test
    void event_isFramedByBeforeAndAfter() throws InterruptedException {
        delivery.add(container());
        report("a");
        assertThat(next(4)).containsExactly("beforeDelivery", "a", "afterDelivery", "release");
    }

    @Test
    void beanThrows_afterDeliveryAndTheNextEventStillCome() throws InterruptedException {
        delivery.add(container());
        report("bad");
        report("b");
        assertThat(next(8))
                .containsSubsequence("bad", "afterDelivery", "release", "beforeDelivery", "b", "afterDelivery");
    }

    @Test
    void eventsOfOneCall_comeInOrder() throws InterruptedException {
        delivery.add(container());
        for (int leg = 0; leg < 200; leg++) {
            report("leg" + leg);
        }
        List<String> legs =
                next(800).stream().filter(name -> name.startsWith("leg")).toList();
        assertThat(legs)
                .hasSize(200)
                .isSortedAccordingTo(java.util.Comparator.comparingInt(name -> Integer.parseInt(name.substring(3))));
    }

    /** The stack ends every thread of its group when it closes, and an event may be on its way then. */
    @Test
    void eventReportedByTheStack_isDeliveredByAThreadOfTheAdapters() throws InterruptedException {
        delivery.add(container());
        ThreadGroup stack = new ThreadGroup("stack");
        Thread reporter = new Thread(stack, () -> report("a"), "reporter");
        reporter.start();
        reporter.join();
        assertThat(next(1)).containsExactly("beforeDelivery");
        assertThat(stack.activeCount()).isZero();
    }

    @Test
    void endpointNotYetThere_triedAgain() throws InterruptedException {
        refusals.set(2);
        delivery.add(container());
        report("a");
        assertThat(next(2)).containsExactly("beforeDelivery", "a");
    }
}
