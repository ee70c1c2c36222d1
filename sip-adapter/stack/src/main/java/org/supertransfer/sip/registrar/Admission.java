package org.supertransfer.sip.registrar;

import java.util.Collection;
import javax.sip.message.Request;
import org.supertransfer.sip.transport.Source;

/** Decides who may begin a call. May be used from any thread. */
public final class Admission {
    /**
     * @param registrar knows the accounts and checks digests
     * @param trunkAllow the allowed peers, {@code host} or {@code host:port}
     */
    public Admission(Registrar registrar, Collection<String> trunkAllow) {}

    /** Judges an INVITE outside a dialog by where it came from and by its credentials. */
    public Verdict admit(Request invite, Source source) {
        return new Verdict.Silent();
    }
}
