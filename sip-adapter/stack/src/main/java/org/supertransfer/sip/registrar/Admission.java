package org.supertransfer.sip.registrar;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sip.address.SipURI;
import javax.sip.header.FromHeader;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.PhoneAccount;
import org.supertransfer.sip.registrar.DigestServer.Judgement;
import org.supertransfer.sip.transport.Source;

/** Decides who may begin a call. May be used from any thread. */
public final class Admission {
    private final Registrar registrar;
    private final Set<String> trunkAllow;
    private final Set<String> ourHosts;
    private volatile Supplier<Set<String>> trunksByName = Set::of;

    /**
     * @param registrar knows the accounts and checks digests
     * @param trunkAllow the allowed peers, {@code host} or {@code host:port}
     * @param ourHosts what phones may write for our domain: the domain itself and our addresses
     */
    public Admission(Registrar registrar, Collection<String> trunkAllow, Collection<String> ourHosts) {
        this.registrar = registrar;
        this.trunkAllow = trunkAllow.stream().map(Admission::canonical).collect(Collectors.toSet());
        this.ourHosts =
                ourHosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /**
     * Judges an INVITE outside a dialog. A phone goes before a trunk, so that a trunk and phones may share an address: who
     * comes from a fixed contact, or claims to be one of our accounts, is not taken for a customer. Everybody who claims
     * our domain is challenged alike, known or not; all others get silence.
     */
    public Verdict admit(Request invite, Source source) {
        Optional<PhoneAccount> fixed = withContactAt(source);
        if (fixed.isPresent()) {
            return new Verdict.FromPhone(fixed.get().username());
        }
        boolean allowed = isTrunk(source);
        if (allowed && !claims(invite, this::isAccount)) {
            return new Verdict.FromTrunk(source.host());
        }
        return allowed || claims(invite, this::isOurs) ? byDigest(invite) : new Verdict.Silent();
    }

    /** The addresses of trunks that are allowed by their names, as they are just now; never blocks. */
    public void trunksByName(Supplier<Set<String>> addresses) {
        trunksByName = addresses;
    }

    /** Whether this address belongs to an allowed trunk; asked for requests inside a dialog too. */
    public boolean isTrunk(Source source) {
        return trunksByName.get().contains(source.host())
                || trunkAllow.contains(source.host())
                || trunkAllow.contains(source.host() + ":" + source.port());
    }

    /** IPv6 literals as sources are written. */
    private static String canonical(String peer) {
        int end = peer.lastIndexOf(']');
        return end < 0 ? peer : Source.numeric(peer.substring(0, end + 1)) + peer.substring(end + 1);
    }

    private Optional<PhoneAccount> withContactAt(Source source) {
        return registrar.known().all().stream()
                .filter(account -> isAt(account.contact(), source))
                .findFirst();
    }

    private static boolean isAt(@Nullable String contact, Source source) {
        FixedContact fixed = contact == null ? null : FixedContact.of(contact);
        return fixed != null && fixed.isSource(source);
    }

    private Verdict byDigest(Request invite) {
        Judgement judgement = registrar.digest().judge(invite, registrar.known());
        PhoneAccount account = judgement.account();
        return account == null
                ? new Verdict.Challenge(registrar.digest().challenge(invite, judgement.stale()))
                : new Verdict.FromPhone(account.username());
    }

    private static boolean claims(Request invite, Predicate<SipURI> who) {
        return ((FromHeader) invite.getHeader(FromHeader.NAME)).getAddress().getURI() instanceof SipURI uri
                && who.test(uri);
    }

    private boolean isAccount(SipURI from) {
        return isOurs(from)
                && from.getUser() != null
                && registrar.known().named(from.getUser()).isPresent();
    }

    private boolean isOurs(SipURI from) {
        return ourHosts.contains(from.getHost().toLowerCase(Locale.ROOT));
    }
}
