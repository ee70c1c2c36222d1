package org.supertransfer.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.FromHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.supertransfer.sip.transport.RequestListener;
import org.supertransfer.sip.transport.SipFactories;

/**
 * A telephone with a will of its own: it rings, answers, refuses, holds, renegotiates and hangs up at random instants,
 * forgets to acknowledge, forgets everything, or is gone without a word. Once it is {@link #behave told to}, it only
 * answers what it is asked.
 */
public final class SimPhone implements RequestListener {
    private final SimNode node;
    private final VirtualTime time;
    private final SplittableRandom random;
    private final Ladder ladder;
    private final String host;
    private final String name;
    private final List<SimCall> calls = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private boolean wild = true;
    private boolean forgetful;
    private boolean sleepless;
    private boolean stubborn;
    private int tags;
    private int ports = 10_000;

    /** @param random this phone's own chance */
    public SimPhone(SimWorld world, String name, String host) {
        this.node = new SimNode(world.network(), world.time(), host, 5060);
        this.time = world.time();
        this.random = world.chance();
        this.ladder = world.ladder();
        this.host = host;
        this.name = name;
        ladder.name(node.address(), name);
        node.start(this);
    }

    /** Never sends an ACK to a 2xx. */
    public SimPhone forgetful() {
        forgetful = true;
        return this;
    }

    /** Answers every call, sooner or later. */
    public SimPhone sleepless() {
        sleepless = true;
        return this;
    }

    /** Hears no CANCEL, and rings on for long. */
    public SimPhone stubborn() {
        stubborn = true;
        return this;
    }

    boolean hearsNoCancel() {
        return stubborn;
    }

    /** No moves of its own from now on. */
    public void behave() {
        wild = false;
    }

    /** Calls a number of ours; it may give up, and does a hundred things once it is through. */
    public SimCall call(String from, String to, boolean offers) {
        String[] ids = {name + "-" + tags + "@" + host, "t" + tags++};
        ladder.name(ids[0], ids[0].substring(0, ids[0].indexOf('@')));
        SimCall call = SimCall.to(this, PhoneDialog.calling(node, ids, from, to), offers);
        calls.add(call);
        if (random.nextInt(4) == 0) {
            after(Duration.ofMillis(random.nextLong(20_000)), () -> whileWild(call::hangUp));
        }
        return call;
    }

    public List<SimCall> calls() {
        return calls;
    }

    public String name() {
        return name;
    }

    public String host() {
        return host;
    }

    public SimNode node() {
        return node;
    }

    public boolean dead() {
        return node.dead();
    }

    /** Gone without a word. */
    public void die() {
        note("dies");
        forget();
        node.die();
    }

    /** Back at once, and remembers nothing. */
    public void reboot() {
        note("reboots");
        forget();
        node.die();
        node.start(this);
    }

    private void forget() {
        calls.forEach(SimCall::gone);
        calls.clear();
    }

    void note(String what) {
        ladder.line(name + " " + what);
    }

    void complain(String about) {
        complaints.add(about);
    }

    /** What the other side did to this phone that it should not have. */
    public List<String> complaints() {
        return complaints;
    }

    int nextPort() {
        return ports += 2;
    }

    boolean neverAcknowledges() {
        return forgetful;
    }

    /** Runs unless the phone has died or forgotten meanwhile. */
    void after(Duration delay, Runnable task) {
        int alive = node.lives();
        time.after(delay, () -> {
            if (!dead() && node.lives() == alive) {
                task.run();
            }
        });
    }

    private void whileWild(Runnable task) {
        if (wild) {
            task.run();
        }
    }

    /** How long it takes to answer an offer. */
    Duration reaction() {
        return Duration.ofMillis(random.nextInt(3) > 0 ? random.nextLong(5) : random.nextLong(3_000));
    }

    Duration glarePause() {
        return Duration.ofMillis(random.nextLong(4_000));
    }

    /** 0 when it takes the offer. */
    int refusalOfOffer() {
        if (!wild) {
            return 0;
        }
        return switch (random.nextInt(20)) {
            case 0 -> Response.NOT_ACCEPTABLE_HERE;
            case 1 -> Response.SERVER_INTERNAL_ERROR;
            case 2 -> Response.BUSY_HERE;
            default -> 0;
        };
    }

    Response later(Response response) {
        try {
            response.setHeader(SipFactories.get().header().createRetryAfterHeader(random.nextInt(1, 4)));
            return response;
        } catch (InvalidArgumentException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The dialog is there: what follows is chance. */
    void isUp(SimCall call) {
        after(Duration.ofMillis(random.nextLong(12_000)), () -> whileWild(() -> act(call)));
    }

    private void act(SimCall call) {
        switch (random.nextInt(10)) {
            case 0, 1 -> call.reoffer(random.nextBoolean() ? "sendonly" : "inactive");
            case 2 -> call.reoffer("sendrecv");
            case 3 -> call.reoffer(null);
            case 4 -> call.say(Request.INFO, null);
            case 5 -> call.say(Request.OPTIONS, null);
            case 6 -> call.say(Request.UPDATE, null);
            case 7 -> call.hangUp();
            default -> {}
        }
        if (call.up()) {
            isUp(call);
        }
    }

    @Override
    public void onRequest(Request request, ServerTransaction tx) {
        if (request.getMethod().equals(Request.CANCEL)) {
            calls.stream()
                    .filter(call -> call.isOf(request))
                    .findFirst()
                    .ifPresentOrElse(call -> call.onCancel(request, tx), () -> refuse(request, tx, 481));
        } else if (PhoneDialog.toTag(request).isEmpty() && request.getMethod().equals(Request.INVITE)) {
            invited(request, tx);
        } else {
            calls.stream()
                    .filter(call -> isIn(call, request))
                    .findFirst()
                    .ifPresentOrElse(call -> call.onRequest(request, tx), () -> refuse(request, tx, 481));
        }
    }

    private static boolean isIn(SimCall call, Request request) {
        return call.dialog.callId.equals(PhoneDialog.callId(request))
                && call.dialog.localTag.equals(PhoneDialog.toTag(request))
                && ((FromHeader) request.getHeader(FromHeader.NAME)).getTag().equals(call.dialog.remoteTag);
    }

    private static void refuse(Request request, ServerTransaction tx, int status) {
        try {
            tx.sendResponse(PhoneDialog.plain(request, status));
        } catch (SipException | InvalidArgumentException e) {
            throw new IllegalStateException(e);
        }
    }

    private void invited(Request invite, ServerTransaction tx) {
        ladder.name(PhoneDialog.callId(invite), "to-" + name + "-" + tags);
        SimCall call = SimCall.from(this, invite, tx, name + "-" + tags++);
        calls.add(call);
        long ring = random.nextLong(2_000);
        long end = ring + random.nextLong(15_000);
        int fate = wild && !sleepless ? random.nextInt(20) : 19;
        switch (fate) {
            case 0 -> call.refuse(Response.BUSY_HERE);
            case 1 -> call.refuse(Response.NOT_ACCEPTABLE_HERE);
            case 2 -> after(Duration.ofMillis(ring), () -> call.refuse(Response.SERVICE_UNAVAILABLE));
            case 3 -> call.answer();
            default -> {
                after(Duration.ofMillis(ring), random.nextInt(4) == 0 ? call::ringEarly : () -> call.ring(null));
                if (fate == 4) {
                    after(Duration.ofMillis(end), () -> call.refuse(Response.DECLINE));
                } else if (fate != 5) {
                    after(Duration.ofMillis(end), call::answer);
                }
            }
        }
    }

    @Override
    public void onAck(Request ack) {
        calls.stream().filter(call -> isIn(call, ack)).findFirst().ifPresent(call -> call.onAck(ack));
    }

    @Override
    public void onStrayResponse(Response ok) {
        calls.stream()
                .filter(call -> call.dialog.callId.equals(PhoneDialog.callId(ok)))
                .findFirst()
                .ifPresent(call -> call.onStray(ok));
    }
}
