package org.supertransfer.simulation;

import java.util.List;

/** A session description as a phone of one audio line reads and writes it. */
record Sdp(String text) {
    private static final List<String> DIRECTIONS = List.of("sendrecv", "sendonly", "recvonly", "inactive");

    static Sdp of(String host, int port, long version, String direction) {
        return new Sdp("v=0\r\no=phone 7 " + version + " IN IP4 " + host + "\r\ns=-\r\nc=IN IP4 " + host
                + "\r\nt=0 0\r\nm=audio " + port + " RTP/AVP 8 101\r\na=rtpmap:8 PCMA/8000\r\n"
                + "a=rtpmap:101 telephone-event/8000\r\na=" + direction + "\r\n");
    }

    /** Where the first media line wants its voice: {@code address:port}. */
    String target() {
        return line("c=IN IP4 ") + ":" + line("m=audio ").split(" ", 2)[0];
    }

    private String line(String start) {
        return text.lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElse("?");
    }

    String direction() {
        return text.lines()
                .filter(line -> line.startsWith("a=") && DIRECTIONS.contains(line.substring(2)))
                .map(line -> line.substring(2))
                .findFirst()
                .orElse("sendrecv");
    }

    /** What an answer to this may say at most, of what the phone would like. */
    String answering(String wish) {
        boolean hear = sends(direction()) && hears(wish);
        boolean speak = hears(direction()) && sends(wish);
        return DIRECTIONS.get((speak ? 0 : 2) + (hear ? 0 : 1));
    }

    private static boolean sends(String direction) {
        return direction.equals("sendrecv") || direction.equals("sendonly");
    }

    private static boolean hears(String direction) {
        return direction.equals("sendrecv") || direction.equals("recvonly");
    }

    /** Whether both say the same; line ends do not count. */
    boolean sameAs(String other) {
        return text.lines().toList().equals(other.lines().toList());
    }
}
