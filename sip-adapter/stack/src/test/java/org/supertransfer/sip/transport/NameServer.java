package org.supertransfer.sip.transport;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NAPTRRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;

/** A small DNS server on loopback that knows what the test tells it, and counts what it is asked. */
final class NameServer implements AutoCloseable {
    private final DatagramSocket socket;
    private final List<Record> records = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    NameServer() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(this::serve, "name-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        DatagramPacket packet = new DatagramPacket(new byte[4_096], 4_096);
        while (!socket.isClosed()) {
            try {
                packet.setLength(4_096);
                socket.receive(packet);
                Message query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                asked.add(query.getQuestion().getName() + " "
                        + query.getQuestion().getType());
                if (!silent) {
                    byte[] answer = answer(query).toWire();
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private Message answer(Message query) {
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.AA);
        Record question = query.getQuestion();
        answer.addRecord(question, Section.QUESTION);
        records.stream()
                .filter(record -> record.getName().equals(question.getName()) && record.getType() == question.getType())
                .forEach(record -> answer.addRecord(record, Section.ANSWER));
        boolean known = records.stream().anyMatch(record -> record.getName().equals(question.getName()));
        answer.getHeader().setRcode(known ? Rcode.NOERROR : Rcode.NXDOMAIN);
        return answer;
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    List<String> asked() {
        return asked;
    }

    void saysNothing() {
        silent = true;
    }

    void forgetAll() {
        records.clear();
    }

    NameServer a(String name, String address) throws IOException {
        records.add(new ARecord(Name.fromString(name), DClass.IN, 1, InetAddress.getByName(address)));
        return this;
    }

    NameServer srv(String name, int priority, int weight, int port, String target) throws IOException {
        records.add(
                new SRVRecord(Name.fromString(name), DClass.IN, 1, priority, weight, port, Name.fromString(target)));
        return this;
    }

    NameServer naptr(String name, int order, String service, String replacement) throws IOException {
        records.add(new NAPTRRecord(
                Name.fromString(name), DClass.IN, 1, order, 10, "s", service, "", Name.fromString(replacement)));
        return this;
    }

    @Override
    public void close() {
        socket.close();
    }
}
