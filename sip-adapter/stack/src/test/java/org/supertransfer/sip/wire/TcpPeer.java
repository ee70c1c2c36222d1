package org.supertransfer.sip.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A SIP peer on a TCP connection of its own. */
public final class TcpPeer implements AutoCloseable {
    private final Socket socket;

    public TcpPeer(int nodePort) {
        this(connected(nodePort));
    }

    /** From another address of this machine, with room for a few kilobytes that nobody has read. */
    public static TcpPeer from(String address, int nodePort) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(4_096);
            socket.bind(new InetSocketAddress(address, 0));
            socket.connect(new InetSocketAddress("127.0.0.1", nodePort), 5_000);
            return new TcpPeer(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On a connection that is there already, whatever lies under it. */
    public TcpPeer(Socket socket) {
        this.socket = socket;
        try {
            socket.setSoTimeout(5_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Socket connected(int nodePort) {
        try {
            return new Socket(InetAddress.getByName("127.0.0.1"), nodePort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sound request with a Via for TCP. */
    public static Text request(String method, int myPort) {
        return request(method, myPort, "TCP");
    }

    /** A sound request with a Via for TCP or TLS. */
    public static Text request(String method, int myPort, String transport) {
        Text text = new Text(method, myPort);
        return text.header("Via", text.value("Via").replace("/UDP", "/" + transport))
                .header("Contact", "<sip:bob@127.0.0.1:" + myPort + ";transport=" + transport + ">");
    }

    public int port() {
        return socket.getLocalPort();
    }

    public void send(String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String ask(Text message) {
        send(message.toString());
        return receive();
    }

    /** The next message, without a body. */
    public String receive() {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            while (!read.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    throw new AssertionError("closed after: " + read.toString(StandardCharsets.UTF_8));
                }
                read.write(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    /** So many bytes, whatever they are. */
    public String receiveBytes(int count) {
        try {
            return new String(socket.getInputStream().readNBytes(count), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads on until the other side closes, whatever it says before. */
    public boolean endsWithinPatience() throws IOException {
        try {
            socket.getInputStream().readAllBytes();
            return true;
        } catch (SocketException reset) {
            return true;
        }
    }

    /** The next message, without a body; empty when the other side closes or says nothing in time. */
    public Optional<String> receiveWithin(Duration patience) {
        try {
            socket.setSoTimeout((int) patience.toMillis());
            return Optional.of(receive());
        } catch (UncheckedIOException | AssertionError | SocketException silent) {
            return Optional.empty();
        }
    }

    /** Waits for the other side to close. */
    public boolean isClosedByPeer() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
