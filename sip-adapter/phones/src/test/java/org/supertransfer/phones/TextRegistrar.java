package org.supertransfer.phones;

import java.io.IOException;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Challenges every REGISTER with SHA-256 and MD5, and binds for as long as it was told to grant. */
final class TextRegistrar extends UdpPeer {
    final List<String> accepted = new CopyOnWriteArrayList<>();

    private final Credentials account;
    private final int grantedSeconds;

    TextRegistrar(Credentials account, int grantedSeconds) {
        this.account = account;
        this.grantedSeconds = grantedSeconds;
    }

    @Override
    void onMessage(String text, SocketAddress from) throws IOException {
        String proof = header(text, "Authorization").orElse("");
        if (proof.isEmpty()) {
            String rest = ", nonce=\"n" + accepted.size() + "\", qop=\"auth\", algorithm=";
            send(
                    answer("401 Unauthorized", text)
                            + "WWW-Authenticate: Digest realm=\"supertransfer.local\"" + rest + "SHA-256\r\n"
                            + "WWW-Authenticate: Digest realm=\"supertransfer.local\"" + rest + "MD5\r\n\r\n",
                    from);
        } else if (Digest.proves(Challenge.parse(proof).orElseThrow(), account, "REGISTER")) {
            accepted.add(text);
            String other = "<sip:anna@127.0.0.1:9>;expires=3000";
            String mine = header(text, "Contact").orElseThrow() + ";expires=" + grantedSeconds;
            send(answer("200 OK", text) + "Contact: " + other + "\r\nContact: " + mine + "\r\n\r\n", from);
        } else {
            send(answer("403 Forbidden", text) + "\r\n", from);
        }
    }

    private static String answer(String status, String request) {
        StringBuilder text = new StringBuilder("SIP/2.0 " + status + "\r\n");
        for (String name : List.of("Via", "From", "To", "Call-ID", "CSeq")) {
            String tag = name.equals("To") ? ";tag=r" : "";
            text.append(name)
                    .append(": ")
                    .append(header(request, name).orElseThrow())
                    .append(tag)
                    .append("\r\n");
        }
        return text.append("Content-Length: 0\r\n").toString();
    }
}
