package org.supertransfer.sip.registrar;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sip.ServerTransaction;
import javax.sip.address.SipURI;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.PhoneAccount;
import org.supertransfer.callcontrol.RegisteredPhone;
import org.supertransfer.sip.registrar.DigestServer.Judgement;
import org.supertransfer.sip.transport.Answers;
import org.supertransfer.sip.transport.RegisterListener;
import org.supertransfer.sip.transport.Source;

/** The phones' registrations (RFC 3261 section 10.3). May be used from any thread. */
public final class Registrar implements RegisterListener {
    private static final long SWEEP_MILLIS = 500;

    private final Clock clock;
    private final DigestServer digest;
    private final Bindings bindings;
    private volatile Accounts accounts = new Accounts(List.of());

    /**
     * @param realm the digest realm, the domain of the agents' addresses
     * @param timer takes out what expires; the registrar ends with it
     * @param changes takes each change of an account's contacts; never blocks
     */
    public Registrar(
            String realm,
            Clock clock,
            ScheduledExecutorService timer,
            Consumer<CallEvent.RegistrationChanged> changes) {
        this.clock = clock;
        this.digest = new DigestServer(realm, clock);
        this.bindings = new Bindings(changes);
        timer.scheduleWithFixedDelay(this::expire, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Replaces the accounts; registrations of accounts that are no longer there, or
     * have another password now, end. */
    public void accounts(Collection<PhoneAccount> replacing) {
        Accounts replaced = new Accounts(replacing);
        Set<String> trusted = replaced.trusted(accounts);
        accounts = replaced;
        bindings.retain(trusted);
    }

    /** Where an account's phones are now, the one registered last first; its fixed contact when it has one. */
    public List<RegisteredContact> contacts(String username) {
        Optional<RegisteredContact> fixed = accounts.named(username)
                .filter(account -> account.username().equals(username))
                .map(PhoneAccount::contact)
                .map(FixedContact::of)
                .map(FixedContact::contact);
        return fixed.map(List::of).orElseGet(() -> bindings.of(username).stream()
                .filter(binding -> binding.expiresAt() > clock.millis())
                .map(Binding::contact)
                .toList());
    }

    @Override
    public void onRegister(Request register, ServerTransaction tx) {
        Judgement judgement = digest.judge(register, accounts);
        PhoneAccount account = judgement.account();
        if (account == null) {
            Answers.send(tx, digest.challenge(register, judgement.stale()));
        } else if (!isAddressOf(account, register)) {
            Answers.send(tx, Answers.of(Response.FORBIDDEN, register));
        } else {
            Answers.send(tx, new Registration(register, account.username(), bindings, clock.millis()).answer());
        }
    }

    /** Whether To names this account: nobody registers for somebody else. */
    private boolean isAddressOf(PhoneAccount account, Request register) {
        return ((ToHeader) register.getHeader(ToHeader.NAME)).getAddress().getURI() instanceof SipURI address
                && address.getUser() != null
                && accounts.named(address.getUser()).equals(Optional.of(account));
    }

    @Override
    public boolean reachesAt(Source source) {
        return bindings.reachAt(Binding.place(source.host(), source.port(), source.transport()));
    }

    private void expire() {
        long now = clock.millis();
        bindings.removeIf(binding -> binding.expiresAt() <= now);
    }

    /** Who is registered now, by username. */
    public List<RegisteredPhone> registrations() {
        return accounts.usernames().stream()
                .sorted()
                .flatMap(username -> bindings.of(username).stream()
                        .filter(binding -> binding.expiresAt() > clock.millis())
                        .map(binding -> phone(username, binding)))
                .toList();
    }

    private RegisteredPhone phone(String username, Binding binding) {
        return new RegisteredPhone(
                username,
                extension(username).orElse(""),
                binding.contact().uri(),
                Instant.ofEpochMilli(binding.expiresAt()));
    }

    /** The short number of this account; empty when there is no such account. */
    public Optional<String> extension(String username) {
        return known().named(username).map(PhoneAccount::extension);
    }

    Accounts known() {
        return accounts;
    }

    DigestServer digest() {
        return digest;
    }
}
