package org.supertransfer.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import org.jboss.weld.bootstrap.spi.BeanDiscoveryMode;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jspecify.annotations.Nullable;
import org.supertransfer.agent.AgentProfile;
import org.supertransfer.agent.AgentRows;
import org.supertransfer.agent.Agents;
import org.supertransfer.agent.Role;
import org.supertransfer.audit.Audit;
import org.supertransfer.call.Calls;
import org.supertransfer.callcontrol.CallControl;
import org.supertransfer.callcontrol.CallEventListener;
import org.supertransfer.callcontrol.PhoneAccount;
import org.supertransfer.directory.Directory;
import org.supertransfer.directory.User;
import org.supertransfer.directory.UserRows;
import org.supertransfer.inbound.InboundNumber;
import org.supertransfer.inbound.InboundNumbers;
import org.supertransfer.inbound.InboundRows;
import org.supertransfer.number.NumberService;
import org.supertransfer.problem.Refused;
import org.supertransfer.settings.Settings;
import org.supertransfer.sip.leg.Legs;
import org.supertransfer.store.Steps;
import org.supertransfer.transfer.TransferService;

/**
 * The calls, the rules and the agents as the server runs them, with rows in memory and on virtual time. Started once: each
 * run of a simulation enters it with a network of its own.
 */
final class SimApplication implements AutoCloseable {
    static final String SERVICE = "0201234500";
    static final String SUPPORT = "0201234501";
    static final List<String> AGENTS = List.of("alice", "carol", "dave");

    private final Turns turns = new Turns();
    private final MemoryRows rows = new MemoryRows();
    private final CallControl control = control();
    private final WeldInitiator weld = WeldInitiator.from(beans())
            .bindResource("java:/eis/CallControl", control)
            .bindResource("java:jboss/ee/concurrency/executor/calls", turns.lanes())
            .bindResource("java:jboss/ee/concurrency/scheduler/calls", turns.scheduler())
            .setPersistenceContextFactory(point -> rows.manager())
            .build();
    private @Nullable SimCentre centre;
    private @Nullable Recorder recorder;
    /** Whether the agents have their rows: hashing their passwords is dear. */
    private boolean opened;

    private static Weld beans() {
        Weld beans = new Weld().disableDiscovery().setBeanDiscoveryMode(BeanDiscoveryMode.ALL);
        beans.addBeanClasses(Audit.class, Told.class, SimClock.class, FreeOfCharge.class);
        List.of(
                        Agents.class,
                        Calls.class,
                        Directory.class,
                        InboundNumbers.class,
                        NumberService.class,
                        Refused.class,
                        Settings.class,
                        Steps.class,
                        TransferService.class)
                .forEach(type -> beans.addPackage(false, type));
        return beans;
    }

    WeldInitiator weld() {
        return weld;
    }

    <T> T get(Class<T> type) {
        return weld.select(type).get();
    }

    Turns turns() {
        return turns;
    }

    /** Opens for a run: its clock, its phones, everybody idle. */
    SimCentre enter(SimWorld world, Recorder heard) {
        turns.on(world.time());
        SimClock.show(world.time());
        recorder = heard;
        heard.next(get(CallEventListener.class));
        SimCentre made = new SimCentre(world, heard);
        centre = made;
        get(Told.class).forget();
        openDirectory(made);
        get(Agents.class).load(true);
        get(InboundNumbers.class).load();
        get(Directory.class).load();
        return made;
    }

    private void openDirectory(SimCentre made) {
        List<PhoneAccount> accounts = new java.util.ArrayList<>();
        for (int i = 0; i < AGENTS.size(); i++) {
            String contact =
                    "sip:120" + (i + 1) + "@" + made.desks().get(i).node().address();
            String name = AGENTS.get(i);
            accounts.add(new PhoneAccount(name, "120" + (i + 1), null, contact));
            AgentProfile profile =
                    new AgentProfile(name, name, "120" + (i + 1), null, contact, "fi", Set.of(Role.AGENT), null);
            if (!opened) {
                get(AgentRows.class).put(profile, name, true);
            }
        }
        made.registrar().accounts(accounts);
        opened = true;
        get(UserRows.class)
                .put(new User("1301", "Ulla", "sip:1301@" + made.user().node().address()));
        get(InboundRows.class).put(new InboundNumber(SERVICE, "Service", Set.of("alice")));
        get(InboundRows.class).put(new InboundNumber(SUPPORT, "Support", Set.of("carol")));
    }

    /** Commands go to the legs of the present run, and what they ask is written down. */
    private CallControl control() {
        return (CallControl) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {CallControl.class}, (self, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return MemoryRows.ofObject(self, method.getName(), arguments);
                    }
                    return method.getName().equals("listening") ? true : toLegs(method, arguments);
                });
    }

    private @Nullable Object toLegs(Method method, Object[] arguments) throws Throwable {
        if (centre == null || recorder == null) {
            throw new IllegalStateException("no run");
        }
        recorder.asks(method.getName(), arguments);
        try {
            return Legs.class
                    .getMethod(method.getName(), method.getParameterTypes())
                    .invoke(centre.legs(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() {
        turns.close();
    }
}
