package org.supertransfer.browser;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.microsoft.playwright.Page;
import java.net.URI;

/** An admin's page on the scripted server, with a few of everything. */
final class AdminDesk extends AdminHouse {
    final FakePortal server;
    final FakeAdmin admin;

    AdminDesk(Page page) {
        this(page, "fi");
    }

    AdminDesk(Page page, String language) {
        super(page, URI.create(FakePortal.ORIGIN));
        server = new FakePortal(page);
        admin = server.admin;
        server.me
                .put("username", "aatu")
                .put("name", "Aatu Admin")
                .put("language", language)
                .putArray("roles")
                .add("admin");
        house();
        numbers();
        views();
    }

    void close() {
        new PortalPage(page).close();
    }

    private void house() {
        admin.agent("anna", "Anna Virtanen", "1201");
        admin.agent("bertta", "Bertta Nieminen", "1202");
        admin.agent("cecilia", "Cecilia Lindström", "1203");
        admin.put("users", "{'number':'1301','name':'Ulla User','contact':'sip:1301@10.0.0.7:5060','version':1}");
        admin.put("inbound-numbers", "{'number':'0201234500','name':'Laskutus','agents':['anna'],'version':1}");
        admin.put("teams", "{'name':'Laskutus','members':['bertta'],'version':1}");
    }

    private void numbers() {
        admin.put(
                "tariffs",
                "{'prefix':'+35840','name':'Matkapuhelin','pricePerMinute':0.069,'pricePerCall':0,'version':1}");
        admin.put("policies", "{'role':'agent','classes':['EMERGENCY','INTERNAL','MOBILE'],'version':1}");
        admin.put("policies", "{'role':'admin','classes':['EMERGENCY','INTERNAL','MOBILE','PREMIUM'],'version':1}");
        admin.put(
                "settings",
                "{'name':'no-answer-seconds','value':25,'source':'ADMIN','least':1,'most':3600,'choices':null,"
                        + "'unit':'SECONDS','version':2,'otherwise':20}");
        admin.put(
                "settings",
                "{'name':'blind-fallback','value':'queue','source':'ENVIRONMENT','least':null,'most':null,"
                        + "'choices':['queue','recall','hangup'],'unit':null,'version':0}");
    }

    private void views() {
        admin.change(
                "sanna", "agent", "anna", "{'before':{'name':'Anna','version':1},'after':{'name':'Anna Virtanen'}}");
        admin.views.put(
                "trunks",
                list("{'address':'10.0.0.1:5060','state':'UP','since':'2026-11-20T08:00:00Z','registered':true}"));
        admin.views.put(
                "registrations",
                list(
                        "{'username':'anna','extension':'1201','contact':'sip:anna@10.1.1.1','expiresAt':'2026-11-23T09:00:00Z'}"));
        admin.views.put(
                "billing",
                FakePortal.object(
                        "{'month':'2026-11','total':7.62,'lines':["
                                + "{'agent':'anna','inbound':'0201234500','class':'SERVICE','transfers':12,'seconds':3723,'cost':6.12},"
                                + "{'agent':'bertta','inbound':null,'class':'MOBILE','transfers':3,'seconds':322,'cost':1.5}]}"));
    }

    static ArrayNode list(String thing) {
        return FakePortal.JSON.createArrayNode().add(FakePortal.object(thing));
    }
}
