package org.supertransfer.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.supertransfer.browser.FakePortal.Reply;

/** The scripted server's board, one call's fate, and reports. */
final class FakeBoard implements FakeRoom {
    static final String CALL = "5f0d7c3e-0000-4000-8000-000000000001";
    static final String TRANSFER = "5f0d7c3e-0000-4000-8000-000000000002";
    private static final String BERTTA = "{'type':'AGENT','id':'bertta','name':'Bertta Nieminen','number':'1202'}";

    final ObjectNode board = board();

    @Override
    public Optional<Reply> answer(String call, JsonNode body) {
        if (call.equals("GET /api/board")) {
            return Optional.of(new Reply(200, board));
        }
        if (call.startsWith("GET /api/board/calls?")) {
            ArrayNode found = FakePortal.JSON.createArrayNode();
            return Optional.of(new Reply(200, call.endsWith("nobody") ? found : found.add(fate())));
        }
        if (call.startsWith("GET /api/board/calls/")) {
            return Optional.of(call.endsWith(CALL) ? new Reply(200, fate()) : Reply.problem(404, "not-found"));
        }
        if (call.startsWith("GET /api/reports/success")) {
            return Optional.of(new Reply(200, success(call.replaceAll(".*by=([a-z]+).*", "$1"))));
        }
        return Optional.empty();
    }

    /** What is told when the board changes; the fields are a frame's. */
    ObjectNode frame(int from, int version) {
        ObjectNode frame = board.deepCopy().put("type", "board").put("id", "board");
        frame.put("from", from).put("version", version).putArray("gone");
        frame.putArray("agents");
        return frame;
    }

    static ObjectNode agent(String username, String name, String availability) {
        ObjectNode agent = FakePortal.object("{'extension':'1202','team':null,'call':null}")
                .put("username", username)
                .put("name", name)
                .put("availability", availability);
        return agent.put("since", at(60));
    }

    private static ObjectNode board() {
        ObjectNode board = FakePortal.object("{'version':5,'queues':[{'number':'0201234500','name':'Laskutus',"
                + "'waiting':3,'freeAgents':1,'agents':4}],'today':{'outcomes':{'COMPLETED':42,'RETURNED':5,"
                + "'ABANDONED':2,'FELL_BACK':1,'FAILED':0}}}");
        ((ObjectNode) board.at("/queues/0")).put("waitingSince", at(75));
        ((ObjectNode) board.at("/today")).put("since", at(3600));
        board.putArray("transfers").add(transfer());
        ArrayNode agents = board.putArray("agents");
        ObjectNode anna = agent("anna", "Anna Virtanen", "BUSY");
        anna.set(
                "call",
                FakePortal.object("{'state':'CONNECTED','party':{'number':'0501234567','name':'Maija'}}")
                        .put("id", CALL)
                        .put("since", at(44)));
        agents.add(anna).add(agent("bertta", "Bertta Nieminen", "AVAILABLE"));
        return board;
    }

    private static ObjectNode transfer() {
        ObjectNode transfer = FakePortal.object("{'transferor':'anna','method':'ATTENDED','consult':false,"
                + "'state':'RINGING','version':3,'outcome':null,'endedAt':null,'reason':null,'sipStatus':null,"
                + "'cost':null,'chargedSeparately':false,'transferee':{'number':'0501234567','name':'Maija'}}");
        transfer.set("target", FakePortal.object(BERTTA));
        return transfer.put("id", TRANSFER)
                .put("callId", CALL)
                .put("startedAt", at(14))
                .put("since", at(6));
    }

    private static ObjectNode fate() {
        ObjectNode fate = FakePortal.object("{'direction':'IN','state':'UP','party':{'number':'0501234567',"
                + "'name':'Maija'},'inbound':{'number':'0201234500','name':'Laskutus'},'agent':{'username':'anna',"
                + "'name':'Anna Virtanen'},'endedAt':null,'reason':null,'transferCount':1,'heldSeconds':12.3,"
                + "'waitedSeconds':4.1}");
        fate.put("id", CALL).put("beganAt", at(60));
        ObjectNode leg = FakePortal.object("{'id':'l2','agent':null,'number':'+358401000002','name':null,"
                + "'shown':{'number':'0201234500','name':null},'answeredAt':null,'end':'BUSY','sipStatus':486}");
        fate.putArray("legs").add(leg.put("beganAt", at(30)).put("endedAt", at(28)));
        fate.putArray("moves")
                .add(FakePortal.object("{'from':'WAITING','stimulus':'AGENT_FREE','to':'OFFERED','agent':null}")
                        .put("at", at(59)));
        fate.putArray("transfers").add(ended());
        return fate;
    }

    private static ObjectNode ended() {
        ObjectNode transfer = transfer().put("state", "RETURNED").put("outcome", "RETURNED");
        transfer.put("reason", "busy").put("sipStatus", 486).put("cost", 0.1).put("endedAt", "2026-11-23T10:00:03.5Z");
        transfer.put("startedAt", "2026-11-23T10:00:00.04Z")
                .put("targetLeg", "l2")
                .put("note", "<b>hyvitys</b>");
        transfer.set("by", FakePortal.object("{'username':'anna','name':'Anna Virtanen'}"));
        transfer.set("retrievedBy", FakePortal.object("{'username':'sanna','name':'Sanna Valvoja'}"));
        ArrayNode lines = transfer.putArray("lines");
        lines.add(FakePortal.object("{'at':'2026-11-23T10:00:00.04Z','stimulus':'BEGIN','state':'HOLDING',"
                + "'code':'TRANSFER_STARTED','reason':null,'sip':null}"));
        lines.add(FakePortal.object("{'at':'2026-11-23T10:00:02.06Z','stimulus':'TARGET_GONE','state':'RETRIEVING',"
                + "'code':'TRANSFER_FAILED','reason':'busy','sip':486}"));
        transfer.putArray("messages")
                .add(FakePortal.object("{'at':'2026-11-23T10:00:02.06Z','code':'TRANSFER_FAILED','reason':'busy'}"));
        return transfer;
    }

    private static ObjectNode success(String by) {
        ObjectNode report = FakePortal.object("{'zone':'Europe/Helsinki'}").put("by", by);
        report.set("total", counts(FakePortal.JSON.createObjectNode(), 45, 36));
        ArrayNode lines = report.putArray("lines");
        if (by.equals("target")) {
            ObjectNode line = counts(FakePortal.object("{'key':'AGENT:bertta'}"), 40, 31);
            line.set("target", FakePortal.object(BERTTA));
            lines.add(line);
        }
        for (int hour = 0; by.equals("hour") && hour < 24; hour++) {
            lines.add(counts(FakePortal.JSON.createObjectNode().put("key", "%02d".formatted(hour)), hour, hour / 2));
        }
        return report;
    }

    private static ObjectNode counts(ObjectNode line, int transfers, int completed) {
        line.put("transfers", transfers).put("completed", completed).put("returned", transfers - completed);
        line.put("abandoned", 0).put("fellBack", 0).put("failed", 0);
        return transfers == 0 ? line.putNull("rate") : line.put("rate", completed / (double) transfers);
    }

    private static String at(int secondsAgo) {
        return Instant.now().minusSeconds(secondsAgo).toString();
    }
}
