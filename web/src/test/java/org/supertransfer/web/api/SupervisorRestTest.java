package org.supertransfer.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supertransfer.agent.Caller;
import org.supertransfer.agent.Role;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.report.SuccessQuery;
import org.supertransfer.transfer.HistoryQuery;

/** What supervisors ask for: the board, calls, reports, and all of it as tables. */
class SupervisorRestTest {
    private static final Caller SANNA = new Caller("anna", Set.of(Role.SUPERVISOR));
    private static final String PERIOD = "from=2026-11-22T10:00:00Z&to=2026-11-23T10:00:00Z";

    private final Rest rest = new Rest("supervisor");

    @Test
    void outcomesToday_haveAllFive() {
        JsonObject today = rest.get("/board").json().asJsonObject().getJsonObject("today");
        assertThat(today.getJsonObject("outcomes").keySet())
                .containsExactlyInAnyOrder("COMPLETED", "RETURNED", "ABANDONED", "FELL_BACK", "FAILED");
    }

    @Test
    void fate_hasItsSecondsToTheTenth() {
        JsonObject fate = rest.get("/board/calls/c1").json().asJsonObject();
        asked("fate", SANNA, "c1");
        assertThat(fate.getJsonNumber("heldSeconds").bigDecimalValue()).isEqualByComparingTo("12.3");
        assertThat(fate.getJsonArray("legs")
                        .getJsonObject(0)
                        .getJsonObject("shown")
                        .getString("number"))
                .isEqualTo("0401112223");
    }

    @Test
    void search_isPassedOn() {
        rest.get("/board/calls?q=040%20111");
        asked("search", SANNA, "040 111");
        rest.get("/board/calls");
        asked("search", SANNA, "");
        rest.get("/board/calls?q=" + "1".repeat(101)).refuses(400, "malformed");
    }

    @Test
    void success_isAskedForAPeriod() {
        assertThat(rest.get("/reports/success?by=hour&zone=Europe/Helsinki&" + PERIOD)
                        .status())
                .isEqualTo(200);
        asked(
                "success",
                SANNA,
                new SuccessQuery(
                        Instant.parse("2026-11-22T10:00:00Z"),
                        Instant.parse("2026-11-23T10:00:00Z"),
                        SuccessQuery.By.HOUR,
                        ZoneId.of("Europe/Helsinki")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PERIOD,
                "by=team&" + PERIOD,
                "by=TARGET&" + PERIOD,
                "by=hour&zone=Nowhere/Else&" + PERIOD,
                "by=hour&from=2026-11-22T10:00:00Z",
                "by=hour&from=yesterday&to=2026-11-23T10:00:00Z",
                "by=hour&from=2026-11-23T10:00:00Z&to=2026-11-22T10:00:00Z",
                "by=hour&from=2024-11-23T10:00:00Z&to=2026-11-22T10:00:00Z",
                "by=hour&format=xml&" + PERIOD
            })
    void badReport_isMalformed(String query) {
        rest.get("/reports/success?" + query).refuses(400, "malformed");
    }

    @Test
    void reportAsCsv_isATableWithABom_andNoFormulas() {
        Rest.Answer answer = rest.send("GET", "/reports/success?by=target&" + PERIOD, null, "", "text/csv");
        assertThat(answer.mediaType()).startsWith("text/csv").contains("utf-8");
        assertThat(answer.response().getOutputHeaders().getFirst("Content-Disposition"))
                .isEqualTo("attachment; filename=\"success-by-target.csv\"");
        assertThat(answer.body())
                .isEqualTo("\uFEFFtarget,name,number,transfers,completed,returned,abandoned,fellBack,failed,rate\r\n"
                        + "AGENT:bertta,Bertta,1202,10,7,3,0,0,0,0.7000\r\n"
                        + "NUMBER:+358401000001,,'+358401000001,0,0,0,0,0,0,\r\n");
    }

    @Test
    void historyAsCsv_hasAllPages_byLinkOrByHeader() {
        Rest.Answer linked = rest.send("GET", "/transfers?format=csv&target=130", null, "", "text/html,*/*;q=0.8");
        asked("whole history", SANNA, new HistoryQuery(null, null, null, null, "130", 0));
        assertThat(linked.mediaType()).startsWith("text/csv");
        assertThat(linked.body()).startsWith("\uFEFFid,callId,transferor,method,");
        assertThat(linked.body().split("\r\n", -1)[1])
                .isEqualTo(Samples.ID + ",c1,anna,ATTENDED,true,AGENT,bertta,Bertta,1202,"
                        + "2026-11-22T10:00:00.123Z,2026-11-22T10:00:20.123Z,RETURNED,RETURNED,busy,486,0.10,true");
        assertThat(rest.send("GET", "/transfers", null, "", "text/csv").body())
                .isEqualTo(rest.send("GET", "/transfers?format=csv", null, "", "*/*")
                        .body());
        assertThat(rest.send("GET", "/transfers", null, "", "*/*").mediaType()).startsWith("application/json");
        assertThat(rest.send("GET", "/transfers?format=json", null, "", "application/json")
                        .mediaType())
                .startsWith("application/json");
    }

    @Test
    void tooMuchForATable_isRefused() {
        rest.services.failure = new Refused(Refusal.TOO_MANY, "Choose a shorter period.");
        rest.send("GET", "/transfers?format=csv", null, "", "*/*").refuses(422, "too-many");
    }

    private void asked(Object... question) {
        assertThat(rest.services.asked).last().isEqualTo(List.of(question));
    }
}
