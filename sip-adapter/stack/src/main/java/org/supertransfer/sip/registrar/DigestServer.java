package org.supertransfer.sip.registrar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javax.sip.address.SipURI;
import javax.sip.header.FromHeader;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.PhoneAccount;
import org.supertransfer.sip.transport.Answers;
import org.supertransfer.sip.transport.Clean;
import org.supertransfer.sip.transport.SipFactories;
import org.supertransfer.sip.transport.Source;

/**
 * Asks phones who they are (RFC 8760, RFC 7616) and judges their answers. An unknown user, a wrong password and a guesser
 * who has to wait get the same answer after the same work.
 */
final class DigestServer {
    /** What came of the credentials. */
    record Judgement(@Nullable PhoneAccount account, boolean stale) {}

    private final String realm;
    private final Nonces nonces;
    private final BackOff backOff;
    private final AskedAlgorithms asked = new AskedAlgorithms();
    private final String nobodysPassword = UUID.randomUUID().toString();

    DigestServer(String realm, Clock clock) {
        this.realm = realm;
        this.nonces = new Nonces(clock);
        this.backOff = new BackOff(clock);
    }

    /** Whose credentials these are; without an account when a challenge is due. */
    Judgement judge(Request request, Accounts accounts) {
        Optional<Credentials> found = Credentials.of(request, realm);
        if (found.isEmpty()) {
            return new Judgement(null, false);
        }
        String address = Source.of(request).host();
        asked.answered(claimedUser(request), address, found.get().terms().algorithm());
        return judge(found.get(), accounts, address);
    }

    private static String claimedUser(Request request) {
        FromHeader from = (FromHeader) request.getHeader(FromHeader.NAME);
        return from.getAddress().getURI() instanceof SipURI uri ? Clean.user(uri.getUser()) : "";
    }

    private Judgement judge(Credentials credentials, Accounts accounts, String address) {
        Optional<PhoneAccount> account = accounts.named(credentials.username());
        boolean waiting = backOff.isWaiting(credentials.username(), address);
        boolean right = matches(credentials, account);
        if (waiting) {
            return new Judgement(null, false);
        }
        if (!right) {
            backOff.failed(credentials.username(), address);
            return new Judgement(null, false);
        }
        DigestTerms terms = credentials.terms();
        if (!nonces.isFresh(terms.nonce()) || !nonces.count(terms.nonce(), terms.count())) {
            return new Judgement(null, true);
        }
        backOff.succeeded(credentials.username(), address);
        return new Judgement(account.orElseThrow(), false);
    }

    private boolean matches(Credentials credentials, Optional<PhoneAccount> account) {
        String password = account.map(PhoneAccount::password).orElse(null);
        String tried = password == null ? nobodysPassword : password;
        byte[] expected = bytes(credentials.terms().response(credentials.username(), tried));
        return MessageDigest.isEqual(expected, bytes(credentials.response())) && password != null;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A 401 with one challenge for each algorithm that is offered. */
    Response challenge(Request request, boolean stale) {
        Response response = Answers.of(Response.UNAUTHORIZED, request);
        for (String algorithm :
                asked.next(claimedUser(request), Source.of(request).host())) {
            response.addHeader(challenge(algorithm, stale));
        }
        return response;
    }

    private WWWAuthenticateHeader challenge(String algorithm, boolean stale) {
        try {
            WWWAuthenticateHeader challenge = SipFactories.get().header().createWWWAuthenticateHeader("Digest");
            challenge.setRealm(realm);
            challenge.setNonce(nonces.issue());
            challenge.setAlgorithm(algorithm);
            challenge.setQop("auth");
            challenge.setStale(stale);
            return challenge;
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
