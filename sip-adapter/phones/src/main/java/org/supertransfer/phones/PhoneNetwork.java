package org.supertransfer.phones;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Phones behind one SIP stack on an ephemeral loopback port. */
public final class PhoneNetwork implements AutoCloseable {
    /** An ended call still answers what crosses its end for the time a transaction can live (RFC 3261 section 17). */
    private static final Duration LINGER = Duration.ofSeconds(32);

    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final Switchboard switchboard = new Switchboard(this::fault);
    private final SipWire wire;

    private PhoneNetwork(String transport) {
        wire = SipWire.open(transport, switchboard);
        switchboard.connect(wire);
    }

    /** Opens a network on UDP. */
    public static PhoneNetwork open() {
        return new PhoneNetwork("udp");
    }

    /** Opens a network on TCP. */
    public static PhoneNetwork openTcp() {
        return new PhoneNetwork("tcp");
    }

    /** A new phone, at {@code sip:user@} this network. */
    public Phone phone(String user) {
        return phone(user, null);
    }

    /** A new phone that shows a name when it calls. */
    public Phone phone(String user, @Nullable String name) {
        Phone phone = new Phone(this, user, name);
        switchboard.add(phone);
        return phone;
    }

    /** A new phone that calls only; several may show the same number, and calls to that number do not reach it. */
    public Phone caller(String number, @Nullable String name) {
        return new Phone(this, number, name);
    }

    /** A new phone that takes every call that is for no other phone of this network. */
    public Phone everybodyElse(String user) {
        Phone phone = new Phone(this, user, null);
        switchboard.everybodyElse(phone);
        return phone;
    }

    /** The address at which a phone of this network takes calls. */
    public String uri(String user) {
        return "sip:" + user + (user.isEmpty() ? "" : "@") + SipWire.HOST + ":" + wire.port() + ";transport="
                + wire.transport();
    }

    /** The port of its stack. */
    public int port() {
        return wire.port();
    }

    /** What the other side did against the protocol, as far as phones notice: a test expects none. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** The same, and forgets them. */
    public List<String> takeFaults() {
        List<String> taken = faults();
        faults.removeAll(taken);
        return taken;
    }

    void fault(String what) {
        faults.add(what);
        Changes.happened();
    }

    SipWire wire() {
        return wire;
    }

    void remember(PhoneCall call) {
        switchboard.remember(call);
    }

    void forgetLater(String dialogKey) {
        after(LINGER, () -> switchboard.forget(dialogKey));
    }

    /** Does something on the lane; nothing any more once the network is closed. */
    void after(Duration delay, Runnable task) {
        try {
            var unused = wire.lane().schedule(wire.guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            System.getLogger(PhoneNetwork.class.getName()).log(System.Logger.Level.DEBUG, "closed");
        }
    }

    /** Stops the stack and frees the port; calls are left as they are. */
    @Override
    public void close() {
        wire.close();
    }
}
