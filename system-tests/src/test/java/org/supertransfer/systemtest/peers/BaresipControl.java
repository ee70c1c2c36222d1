package org.supertransfer.systemtest.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.supertransfer.systemtest.Until;

/** baresip's remote control, its module ctrl_tcp: commands, answers and events as JSON in netstrings. */
final class BaresipControl implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Socket socket;
    private final List<JsonNode> messages = new ArrayList<>();
    private int commands;
    private int read;

    private BaresipControl(Socket socket) {
        this.socket = socket;
        Thread reader = new Thread(this::read, "baresip-control");
        reader.setDaemon(true);
        reader.start();
    }

    /** Waits until baresip listens at the port. */
    static BaresipControl connect(int port) {
        return new BaresipControl(Until.present("baresip's control", () -> socket(port)));
    }

    /** Gives a command and waits for its answer; returns what it printed. */
    String command(String name, String parameters) {
        ObjectNode command = JSON.createObjectNode().put("command", name).put("token", Integer.toString(++commands));
        send(parameters.isEmpty() ? command : command.put("params", parameters));
        String token = Integer.toString(commands);
        JsonNode answer = await(
                "answer to " + name,
                0,
                message -> message.path("response").asBoolean()
                        && message.path("token").asText().equals(token));
        if (!answer.path("ok").asBoolean()) {
            throw new AssertionError("baresip refused " + name + ": " + answer);
        }
        return answer.path("data").asText();
    }

    /** The next event of one of these types, come since the last one asked for or to come. */
    synchronized JsonNode event(String... types) {
        List<String> wanted = List.of(types);
        JsonNode event = await(
                "event " + wanted,
                read,
                message -> wanted.contains(message.path("type").asText()));
        read = messages.indexOf(event) + 1;
        return event;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized JsonNode await(String what, int from, Predicate<JsonNode> fits) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int i = from; ; i++) {
            while (i >= messages.size()) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError("baresip gave no " + what + "; it gave " + messages);
                }
                pause(left);
            }
            if (fits.test(messages.get(i))) {
                return messages.get(i);
            }
        }
    }

    private void pause(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void send(JsonNode command) {
        byte[] text = command.toString().getBytes(StandardCharsets.UTF_8);
        byte[] head = (text.length + ":").getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[head.length + text.length + 1];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(text, 0, whole, head.length, text.length);
        whole[whole.length - 1] = ',';
        try {
            socket.getOutputStream().write(whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (DataInputStream in = new DataInputStream(socket.getInputStream())) {
            while (true) {
                byte[] text = new byte[length(in)];
                in.readFully(text);
                in.readByte();
                add(JSON.readTree(text));
            }
        } catch (IOException closed) {
            // The end of the phone or of the test.
        }
    }

    private static int length(DataInputStream in) throws IOException {
        int length = 0;
        for (int digit = in.readByte(); digit != ':'; digit = in.readByte()) {
            length = 10 * length + digit - '0';
        }
        return length;
    }

    private synchronized void add(JsonNode message) {
        messages.add(message);
        notifyAll();
    }

    private static @Nullable Socket socket(int port) {
        try {
            return new Socket("127.0.0.1", port);
        } catch (IOException notYet) {
            return null;
        }
    }
}
