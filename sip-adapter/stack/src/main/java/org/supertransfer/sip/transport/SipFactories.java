package org.supertransfer.sip.transport;

import gov.nist.javax.sip.address.AddressFactoryImpl;
import gov.nist.javax.sip.header.HeaderFactoryImpl;
import gov.nist.javax.sip.message.MessageFactoryImpl;
import javax.sip.address.AddressFactory;
import javax.sip.header.HeaderFactory;
import javax.sip.message.MessageFactory;

/**
 * The makers of addresses, headers and messages. They hold no state and need no running stack. They let line feeds
 * through: text from outside passes {@link Clean} first.
 */
public record SipFactories(AddressFactory address, HeaderFactory header, MessageFactory message) {
    private static final SipFactories ONLY =
            new SipFactories(new AddressFactoryImpl(), new HeaderFactoryImpl(), new MessageFactoryImpl());

    /** Made directly, not by SipFactory: that is a singleton of the class loader which a redeploy would have to reset. */
    public static SipFactories get() {
        return ONLY;
    }
}
