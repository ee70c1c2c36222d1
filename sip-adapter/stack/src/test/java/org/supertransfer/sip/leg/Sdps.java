package org.supertransfer.sip.leg;

import org.jspecify.annotations.NullMarked;

/** Session descriptions for scripts. */
@NullMarked
final class Sdps {
    private Sdps() {}

    /** One audio line at this port. */
    static String audio(int port) {
        return audio(port, "sendrecv");
    }

    static String audio(int port, String direction) {
        return "v=0\r\no=phone 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
                + "m=audio " + port + " RTP/AVP 8 101\r\na=rtpmap:8 PCMA/8000\r\n"
                + "a=rtpmap:101 telephone-event/8000\r\na=" + direction + "\r\n";
    }

    static String video(int port) {
        return "m=video " + port + " RTP/AVP 96\r\na=rtpmap:96 VP8/90000\r\n";
    }
}
