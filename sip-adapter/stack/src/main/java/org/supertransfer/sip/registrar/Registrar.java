package org.supertransfer.sip.registrar;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.PhoneAccount;
import org.supertransfer.sip.transport.Answers;
import org.supertransfer.sip.transport.RegisterListener;

/** The phones' registrations (RFC 3261 section 10.3). May be used from any thread. */
public final class Registrar implements RegisterListener {
    /**
     * @param realm the digest realm, the domain of the agents' addresses
     * @param changes takes each change of an account's contacts
     */
    public Registrar(
            String realm,
            Clock clock,
            ScheduledExecutorService timer,
            Consumer<CallEvent.RegistrationChanged> changes) {}

    /** Replaces the accounts; registrations of accounts that are no longer there end. */
    public void accounts(Collection<PhoneAccount> accounts) {}

    /** Where an account's phones are now, the one registered last first; its fixed contact when it has one. */
    public List<RegisteredContact> contacts(String username) {
        return List.of();
    }

    @Override
    public void onRegister(Request register, ServerTransaction tx) {
        Answers.send(tx, Answers.of(503, register));
    }
}
