package org.supertransfer.phones;

import javax.sip.ClientTransaction;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/** Phones behind one SIP stack on an ephemeral loopback port. */
public final class PhoneNetwork implements SipReceiver, AutoCloseable {
    private final SipWire wire = SipWire.open("udp", this);

    private PhoneNetwork() {}

    /** Opens a network on UDP. */
    public static PhoneNetwork open() {
        return new PhoneNetwork();
    }

    /** The address at which a phone of this network takes calls. */
    public String uri(String user) {
        return "sip:" + user + "@" + SipWire.HOST + ":" + wire.port() + ";transport=" + wire.transport();
    }

    @Override
    public boolean ignores(Request request) {
        return true;
    }

    @Override
    public void onRequest(Request request, @Nullable ServerTransaction transaction) {}

    @Override
    public void onResponse(Response response, @Nullable ClientTransaction transaction) {}

    @Override
    public void onTimeout(ClientTransaction transaction) {}

    @Override
    public void close() {
        wire.close();
    }
}
