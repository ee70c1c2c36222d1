package org.supertransfer.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supertransfer.agent.Caller;
import org.supertransfer.call.CallStimulus.Kind;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.EndCause;

/** The turns of a call outside a transfer: stimulus, decision, step, effects. */
@ApplicationScoped
class CallEngine {
    private static final Logger LOG = LoggerFactory.getLogger(CallEngine.class);

    @Inject
    private Switchboard switchboard;

    @Inject
    private CallSteps steps;

    @Inject
    private Redirects redirects;

    @Inject
    private Event<ReferAsked> referred;

    /** An event of one of the call's legs: to the transfer, if one lives, else to the call's own rules. */
    void event(LiveCall call, CallEvent.OfLeg event) {
        boolean agentLeg = event.leg().equals(call.agentLeg);
        boolean otherLeg = event.leg().equals(call.otherLeg);
        LOG.debug("{}", event);
        Takeover transfer = call.takeover;
        if (transfer instanceof Lent lent) {
            lent.keep(event);
            return;
        }
        if (call.borrowing) {
            call.sinceAsking.add(event);
            return;
        }
        switchboard.keep(call, event);
        if (event instanceof CallEvent.ReferRequested refer) {
            referred.fire(new ReferAsked(call, refer));
        } else if (transfer != null) {
            transfer.event(event);
        } else if (event instanceof CallEvent.Redirected redirected) {
            redirected(call, redirected, otherLeg && call.state() == CallState.PLACING);
        } else if (event instanceof CallEvent.Answered && (agentLeg || otherLeg)) {
            handle(call, CallStimulus.of(agentLeg ? Kind.AGENT_ANSWERS : Kind.OTHER_ANSWERS));
        } else if (event instanceof CallEvent.Ended ended && (agentLeg || otherLeg)) {
            gone(call, agentLeg, ended.cause());
        } else if (event instanceof CallEvent.Joined joined
                && joined.operation().equals(call.operation)) {
            handle(call, CallStimulus.of(Kind.JOINED));
        } else if (event instanceof CallEvent.JoinFailed failed
                && failed.operation().equals(call.operation)
                && !failed.superseded()) {
            handle(call, CallStimulus.of(Kind.NOT_JOINED));
        }
    }

    /** Whom an agent calls may be elsewhere; no phone of an agent sends a caller away. */
    private void redirected(LiveCall call, CallEvent.Redirected event, boolean called) {
        List<Route> ways = call.agent()
                .filter(agent -> called)
                .flatMap(switchboard.agents()::profile)
                .map(agent -> redirects.follow(call, new Caller(agent.username(), agent.roles()), event))
                .orElse(List.of());
        switchboard
                .control()
                .redirect(
                        event.leg(),
                        ways.stream()
                                .map(way -> Dialling.redirected(switchboard, call, event.leg(), way))
                                .toList());
    }

    /** An agent's phone has been reserved for this waiting call. */
    void offered(LiveCall call, String username) {
        if (call.state() == CallState.WAITING) {
            call.offeredTo = username;
            handle(call, CallStimulus.of(Kind.AGENT_FREE));
        } else {
            LOG.debug("offered to {} too late in {}", username, call.state());
        }
    }

    private void gone(LiveCall call, boolean agentLeg, EndCause cause) {
        if (agentLeg) {
            call.agentLeg = null;
        } else {
            call.otherLeg = null;
        }
        handle(call, new CallStimulus(agentLeg ? Kind.AGENT_GONE : Kind.OTHER_GONE, cause));
    }

    /** One stimulus, and whatever its effects bring with them. */
    Verdict handle(LiveCall call, CallStimulus stimulus) {
        CallSnapshot was = call.snapshot;
        CallDecision decision = CallRules.decide(was, stimulus);
        if (decision.verdict() != Verdict.MOVED) {
            LOG.debug("{} in {}: {}", stimulus.kind(), was.state(), decision.verdict());
            return decision.verdict();
        }
        CallEffects effects = new CallEffects(switchboard, call, this);
        decision.effects().forEach(effects::prepare);
        steps.step(call, decision.next(), stimulus);
        LOG.info("call={} v={} {} --{}--> {}", call.id(), call.row.version, was.state(), stimulus.kind(), call.state());
        answerOrMiss(call, was.state());
        effects.run();
        return Verdict.MOVED;
    }

    /** An effect that failed is a stimulus of its own, in a turn of its own. */
    void handleLater(LiveCall call, CallStimulus stimulus) {
        switchboard.later(call, same -> handle(same, stimulus));
    }

    /** Counts an offer as answered as soon as the phone was answered, whatever becomes of the join. */
    private void answerOrMiss(LiveCall call, CallState was) {
        String offered = call.offeredTo;
        if (was != CallState.OFFERED || offered == null) {
            return;
        }
        if (call.snapshot.agent() == CallSnapshot.Side.ON) {
            call.offeredTo = null;
            switchboard.agents().answered(offered);
        } else if (call.state() != CallState.OFFERED) {
            call.offeredTo = null;
            if (call.state() == CallState.WAITING) {
                switchboard.agents().missed(offered);
            }
        }
    }
}
