package org.supertransfer.phones;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.header.ProxyAuthenticateHeader;
import javax.sip.header.ViaHeader;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/** One request and its responses; a digest challenge on the way is answered once. Only on the lane. */
final class Exchange {
    private final SipWire wire;
    private final Owner owner;
    private @Nullable Credentials credentials;
    private LongSupplier nextCseq;
    private Request request;
    private @Nullable ClientTransaction transaction;
    private boolean authorized;
    private boolean provisional;

    Exchange(SipWire wire, Request request, Owner owner) {
        this.wire = wire;
        this.request = request;
        this.owner = owner;
        this.nextCseq = () -> Messages.cseq(this.request).getSeqNumber() + 1;
    }

    /** Answers a challenge with these, in a request of the next CSeq number. */
    Exchange proving(@Nullable Credentials proof, LongSupplier numbers) {
        credentials = proof;
        nextCseq = numbers;
        return this;
    }

    void begin() {
        owner.sent(request);
        transaction = wire.send(request, this);
    }

    Request request() {
        return request;
    }

    boolean heardProvisional() {
        return provisional;
    }

    /** The CANCEL of this INVITE, not before its first provisional response (RFC 3261 section 9.1). */
    void cancel() {
        if (transaction == null) {
            return;
        }
        try {
            Request cancel = transaction.createCancel();
            new Exchange(wire, cancel, Owner.listener(owner)).begin();
        } catch (SipException e) {
            throw new WireException("cannot cancel", e);
        }
    }

    void onResponse(Response response) {
        int status = response.getStatusCode();
        owner.received(response);
        if (status < 200) {
            provisional = true;
            owner.provisional(response);
        } else if (!answersChallenge(response)) {
            owner.last(response);
        }
    }

    /** No final response: as if 408 (RFC 3261 section 8.1.3.1). */
    void onTimeout() {
        owner.last(Messages.response(Response.REQUEST_TIMEOUT, request));
    }

    private boolean answersChallenge(Response response) {
        int status = response.getStatusCode();
        boolean proxy = status == Response.PROXY_AUTHENTICATION_REQUIRED;
        Credentials proof = credentials;
        if (proof == null || authorized || !(proxy || status == Response.UNAUTHORIZED)) {
            return false;
        }
        List<String> challenges =
                Messages.values(response, proxy ? ProxyAuthenticateHeader.NAME : WWWAuthenticateHeader.NAME);
        Optional<Challenge> challenge = Challenge.choose(challenges, proof);
        challenge.ifPresent(chosen -> again(chosen, proof, proxy));
        return challenge.isPresent();
    }

    private void again(Challenge challenge, Credentials proof, boolean proxy) {
        authorized = true;
        Request next = (Request) request.clone();
        String uri = next.getRequestURI().toString();
        String value = Digest.authorization(challenge, proof, next.getMethod(), uri);
        next.setHeader(Messages.header(proxy ? "Proxy-Authorization" : "Authorization", value));
        try {
            Messages.cseq(next).setSeqNumber(nextCseq.getAsLong());
            ((ViaHeader) next.getHeader(ViaHeader.NAME)).setBranch(Messages.branch());
        } catch (InvalidArgumentException | java.text.ParseException e) {
            throw new WireException("cannot send again", e);
        }
        request = next;
        begin();
    }

    /** Who sent the request. */
    interface Owner {
        void sent(Request request);

        void received(Response response);

        default void provisional(Response response) {}

        void last(Response response);

        /** One that only logs for another. */
        static Owner listener(Owner log) {
            return new Owner() {
                @Override
                public void sent(Request request) {
                    log.sent(request);
                }

                @Override
                public void received(Response response) {
                    log.received(response);
                }

                @Override
                public void last(Response response) {}
            };
        }
    }
}
