package org.supertransfer.call;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jboss.weld.bootstrap.spi.BeanDiscoveryMode;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.junit5.WeldInitiator;
import org.supertransfer.admin.AgentAdminService;
import org.supertransfer.agent.AgentProfile;
import org.supertransfer.agent.AgentRows;
import org.supertransfer.agent.AgentService;
import org.supertransfer.agent.Agents;
import org.supertransfer.agent.Availability;
import org.supertransfer.agent.Role;
import org.supertransfer.agent.TransactedAgentRows;
import org.supertransfer.audit.Audit;
import org.supertransfer.audit.TransactedAuditService;
import org.supertransfer.billing.Tariffs;
import org.supertransfer.billing.TransactedBillingService;
import org.supertransfer.billing.TransactedTariffRows;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.Party;
import org.supertransfer.callcontrol.ReferId;
import org.supertransfer.callcontrol.ReferTarget;
import org.supertransfer.directory.Directory;
import org.supertransfer.directory.TransactedUserRows;
import org.supertransfer.directory.User;
import org.supertransfer.directory.UserRows;
import org.supertransfer.inbound.InboundNumber;
import org.supertransfer.inbound.InboundNumbers;
import org.supertransfer.inbound.InboundRows;
import org.supertransfer.inbound.TransactedInboundRows;
import org.supertransfer.number.NumberService;
import org.supertransfer.number.TransactedPolicyRows;
import org.supertransfer.problem.Refused;
import org.supertransfer.settings.Settings;
import org.supertransfer.settings.TransactedSettingRows;
import org.supertransfer.store.Steps;
import org.supertransfer.store.TestDatabase;
import org.supertransfer.store.TransactedSteps;
import org.supertransfer.transfer.TransactedTransferHistory;
import org.supertransfer.transfer.TransferService;

/**
 * The whole module without a server: real rules, engines, queues, and rows on H2; a wire that only listens. Alice (1201),
 * Carol (1202) and Dave (1203) are agents, Ulla (1301) a user; Alice and Dave answer 0201234500, Carol 0201234501.
 */
public final class ContactCentre implements AutoCloseable {
    public static final String SERVICE = "0201234500";
    public static final String SUPPORT = "0201234501";
    public static final String BOB = "0405551234";

    private final TestDatabase database = TestDatabase.current();
    private final FakeCallControl wire = new FakeCallControl();
    private final Threads threads = new Threads();
    private final WeldInitiator weld;
    private boolean together;

    /** @param observers beans of the test's own */
    public ContactCentre(Class<?>... observers) {
        weld = WeldInitiator.from(beans().addBeanClasses(observers))
                .bindResource("java:/eis/CallControl", wire)
                .bindResource("java:jboss/ee/concurrency/executor/calls", threads.lanes())
                .bindResource("java:jboss/ee/concurrency/scheduler/calls", threads.scheduler())
                .setPersistenceContextFactory(point -> null)
                .build();
    }

    private static Weld beans() {
        Weld beans = new Weld()
                .disableDiscovery()
                .setBeanDiscoveryMode(BeanDiscoveryMode.ALL)
                .addBeanClasses(
                        TransactedAgentRows.class,
                        TransactedAuditService.class,
                        TransactedBillingService.class,
                        TransactedInboundRows.class,
                        TransactedUserRows.class,
                        TransactedPolicyRows.class,
                        TransactedSettingRows.class,
                        TransactedSteps.class,
                        TransactedTariffRows.class,
                        TransactedTransferHistory.class);
        List.of(
                        AgentAdminService.class,
                        Agents.class,
                        Audit.class,
                        Calls.class,
                        Directory.class,
                        InboundNumbers.class,
                        NumberService.class,
                        Refused.class,
                        Settings.class,
                        Steps.class,
                        Tariffs.class,
                        TransferService.class)
                .forEach(type -> beans.addPackage(false, type));
        return beans;
    }

    /** For the test's {@code @WeldSetup} field. */
    public WeldInitiator weld() {
        return weld;
    }

    public TestDatabase database() {
        return database;
    }

    public FakeCallControl wire() {
        return wire;
    }

    public <T> T get(Class<T> type) {
        return weld.select(type).get();
    }

    /** Fills and opens the directory; everybody's phone is registered, nobody is available. */
    public void open() {
        agent("alice", "1201");
        agent("carol", "1202");
        agent("dave", "1203");
        get(UserRows.class).put(new User("1301", "Ulla", "sip:1301@127.0.0.1:7301"));
        get(InboundRows.class).put(new InboundNumber(SERVICE, "Service", Set.of("alice", "dave")));
        get(InboundRows.class).put(new InboundNumber(SUPPORT, "Support", Set.of("carol")));
        get(Agents.class).load(true);
        get(InboundNumbers.class).load();
        get(Directory.class).load();
        List.of("alice", "carol", "dave").forEach(name -> registered(name, 1));
    }

    private void agent(String username, String extension) {
        Set<Role> roles = Set.of(Role.AGENT);
        get(AgentRows.class)
                .put(
                        new AgentProfile(username, username, extension, "secret", null, "fi", roles, null),
                        username,
                        true);
    }

    public void registered(String username, int contacts) {
        report(new CallEvent.RegistrationChanged(username, contacts, null));
    }

    public void available(String username) {
        get(AgentService.class).setState(username, Availability.AVAILABLE);
        threads.settle();
    }

    public Availability availability(String username) {
        return get(Agents.class).availability(username);
    }

    /** Bob calls a number. */
    public CallId arrives(String called) {
        CallId call = CallId.random();
        LegId leg = LegId.random();
        wire.name(leg, "bob");
        wire.bob = leg;
        report(new CallEvent.Incoming(call, leg, new CallEvent.Origin.Trunk("peer"), new Party(BOB, "Bob"), called));
        return call;
    }

    /** Alice becomes available and answers Bob. */
    public CallId talking() {
        available("alice");
        CallId call = arrives(SERVICE);
        answers(call, "alice");
        joined(call);
        return call;
    }

    public void rings(CallId call, String who) {
        report(new CallEvent.Trying(call, wire.legOf(who)));
        report(new CallEvent.Ringing(call, wire.legOf(who)));
    }

    /** The phone of this party sends the call elsewhere. */
    public void redirects(CallId call, String who, String... numbers) {
        report(new CallEvent.Redirected(call, wire.legOf(who), 302, List.of(numbers)));
    }

    public void answers(CallId call, String who) {
        report(new CallEvent.Answered(call, wire.legOf(who)));
    }

    /** The latest join comes out. */
    public void joined(CallId call) {
        FakeCallControl.JoinAsked join = wire.latestJoin();
        report(new CallEvent.Joined(call, join.one(), join.other(), join.operation()));
    }

    public void notJoined(CallId call) {
        FakeCallControl.JoinAsked join = wire.latestJoin();
        report(new CallEvent.JoinFailed(call, join.one(), join.other(), join.operation(), false));
    }

    public void held(CallId call, String who) {
        LegId leg = wire.legOf(who);
        report(new CallEvent.Held(call, leg, wire.holdOf(leg)));
    }

    public void gone(CallId call, String who, EndCause cause) {
        report(new CallEvent.Ended(call, wire.legOf(who), cause));
    }

    /** An agent's own phone calls a number by its own key. */
    public CallId calls(String username, String number) {
        CallId call = CallId.random();
        LegId leg = LegId.random();
        wire.called(leg, username + "'s second line");
        Party shown = new Party(username, null);
        report(new CallEvent.Incoming(call, leg, new CallEvent.Origin.Phone(username), shown, number));
        return call;
    }

    /** The transfer key of this party's phone, for another call of its own. */
    public void refers(CallId call, String who, CallId other, String line) {
        refers(call, who, new ReferTarget.Consultation(other, wire.legOf(line)));
    }

    /** The transfer key of this party's phone. */
    public void refers(CallId call, String who, ReferTarget target) {
        report(new CallEvent.ReferRequested(call, wire.legOf(who), ReferId.random(), target));
    }

    /** All legs that we hung up are gone for the other side too. */
    public void goodbyes(CallId call) {
        wire.takeHungUp().forEach((leg, why) -> report(new CallEvent.Ended(call, leg, why)));
    }

    public void settle() {
        threads.settle();
    }

    public void pass(Duration time) {
        threads.pass(time);
    }

    /** Everything in here is on the wire before the first of it is looked at. */
    public void atOnce(Runnable reports) {
        together = true;
        threads.atOnce(reports);
        together = false;
    }

    private void report(CallEvent event) {
        get(CallEvents.class).take(event);
        if (!together) {
            threads.settle();
        }
    }

    @Override
    public void close() {
        threads.close();
        database.clear();
    }
}
