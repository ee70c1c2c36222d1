package org.supertransfer.phones;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sip.header.ProxyAuthorizationHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Asks callers for a digest proof, as trunks do. On the lane. */
final class Guard {
    private static final String REALM = "trunk.example";

    private final Credentials wanted;
    private final Set<String> nonces = new HashSet<>();

    Guard(Credentials wanted) {
        this.wanted = wanted;
    }

    boolean admits(Request request) {
        List<String> proofs = Messages.values(request, ProxyAuthorizationHeader.NAME);
        return proofs.stream().anyMatch(proof -> Challenge.parse(proof)
                .filter(answer -> nonces.contains(answer.get("nonce")))
                .filter(answer -> Digest.proves(answer, wanted, request.getMethod()))
                .isPresent());
    }

    Response challenge(Request request) {
        String nonce = Messages.random();
        nonces.add(nonce);
        Response response = Messages.response(Response.PROXY_AUTHENTICATION_REQUIRED, request);
        response.setHeader(Messages.header(
                "Proxy-Authenticate",
                "Digest realm=\"" + REALM + "\", nonce=\"" + nonce + "\", algorithm=" + wanted.algorithm()
                        + ", qop=\"auth\""));
        return response;
    }
}
