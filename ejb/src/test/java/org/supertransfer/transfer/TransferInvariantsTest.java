package org.supertransfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.supertransfer.transfer.ReachableTransfers.all;
import static org.supertransfer.transfer.ReachableTransfers.eachStep;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.supertransfer.call.Deadline;
import org.supertransfer.call.Verdict;

/** What holds in every snapshot that can be reached, whatever happens in whatever order. */
class TransferInvariantsTest {
    private static final Set<TransferState> TARGETS_TIME =
            EnumSet.of(TransferState.DIALING, TransferState.RINGING, TransferState.UNATTENDED);

    @Test
    void walk_reachesEveryState() {
        assertThat(all().stream().map(TransferSnapshot::state).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(TransferState.values());
        assertThat(all().stream().map(TransferSnapshot::reason).collect(Collectors.toSet()))
                .contains(TransferReason.values());
        assertThat(all()).hasSizeGreaterThan(10_000);
    }

    @Test
    void everyStimulusKind_movesSomething() {
        Set<Stimulus.Kind> moving = EnumSet.noneOf(Stimulus.Kind.class);
        eachStep((from, stimulus) -> {
            if (TransferRules.decide(from, stimulus).verdict() == Verdict.MOVED) {
                moving.add(stimulus.kind());
            }
        });
        assertThat(moving)
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Stimulus.Kind.TARGET_HEARD)));
    }

    @Test
    void endings_absorb() {
        eachStep((from, stimulus) -> {
            if (from.state().isEnding()) {
                assertThat(TransferRules.decide(from, stimulus)).isEqualTo(Decision.without(from, Verdict.IGNORED));
            }
        });
    }

    @Test
    void move_changesSomething() {
        eachStep((from, stimulus) -> {
            Decision decision = TransferRules.decide(from, stimulus);
            if (decision.verdict() == Verdict.MOVED) {
                assertThat(!decision.next().equals(from) || !decision.effects().isEmpty())
                        .as("%s on %s", stimulus, from)
                        .isTrue();
            }
        });
    }

    @Test
    void anythingButAMove_changesNothingButWhatIsKnownOfTheTarget() {
        eachStep((from, stimulus) -> {
            Decision decision = TransferRules.decide(from, stimulus);
            TransferSnapshot learnt = from.with(decision.next().progress());
            boolean quiet = decision.effects().isEmpty() && decision.notices().isEmpty();
            if (decision.verdict() != Verdict.MOVED && !(quiet && learnt.equals(decision.next()))) {
                fail("%s on %s is %s", stimulus, from, decision);
            }
        });
    }

    @Test
    void liveState_hasADeadlineUnlessAHumanDecides() {
        all().stream().filter(s -> !s.state().isEnding()).forEach(s -> {
            boolean humanDecides = s.state() == TransferState.CONSULTING || s.state() == TransferState.ASIDE;
            Link link = s.link();
            boolean talking = humanDecides && link != null && link.up();
            assertThat(s.deadline() == null).as("%s", s).isEqualTo(talking);
        });
    }

    @Test
    void timeoutsAlone_reachAnEnding() {
        all().stream().filter(s -> s.deadline() != null).forEach(s -> {
            TransferSnapshot at = s;
            Deadline deadline = at.deadline();
            for (int step = 0; step < 5 && deadline != null; step++) {
                at = TransferRules.decide(at, Stimulus.over(deadline)).next();
                deadline = at.deadline();
            }
            assertThat(at.state().isEnding()).as("%s from %s", at, s).isTrue();
        });
    }

    @Test
    void effects_makeTheSnapshotTrue() {
        eachStep((from, stimulus) -> {
            Decision decision = TransferRules.decide(from, stimulus);
            if (decision.verdict() == Verdict.MOVED) {
                ReplayedParties.after(from, stimulus, decision).agreesWith(decision.next());
            }
        });
    }

    @Test
    void deadline_isSetByTheStateAndRunsOnOnlyForTheTarget() {
        eachStep((from, stimulus) -> {
            Decision decision = TransferRules.decide(from, stimulus);
            TransferSnapshot next = decision.next();
            String sent = ReplayedParties.after(from, stimulus, decision).deadlines();
            if (from.deadline() != next.deadline()) {
                assertThat(sent).as("%s on %s", stimulus, from).isEqualTo(ReplayedParties.between(next.deadline()));
            } else if (TARGETS_TIME.contains(from.state()) || next.deadline() == null) {
                assertThat(sent).as("%s on %s", stimulus, from).isEmpty();
            } else if (from.state() != next.state()) {
                assertThat(sent).as("%s on %s", stimulus, from).isEqualTo(ReplayedParties.between(next.deadline()));
            }
        });
    }

    @Test
    void nobody_isLeftSilent() {
        all().stream().filter(s -> !s.state().isEnding()).forEach(s -> {
            for (TransferParty party : TransferParty.values()) {
                Link link = s.link();
                boolean linked = link != null && link.pair().has(party);
                assertThat(s.presence(party) == Presence.TALKING)
                        .as("%s of %s", party, s)
                        .isEqualTo(linked);
                if (s.presence(party) == Presence.WAITING) {
                    boolean partnersDecide = link != null && link.up();
                    assertThat(s.deadline() != null || partnersDecide)
                            .as("%s of %s", party, s)
                            .isTrue();
                }
            }
        });
    }

    @Test
    void transferee_isThereWhileTheTransferLives() {
        all().stream()
                .filter(s -> !s.state().isEnding())
                .forEach(s -> assertThat(s.transferee().isOn()).as("%s", s).isTrue());
    }

    @Test
    void state_saysWhoIsCalled() {
        all().stream().filter(s -> !s.state().isEnding()).forEach(s -> {
            assertThat(s.target() == Presence.DIALED).as("%s", s).isEqualTo(TARGETS_TIME.contains(s.state()));
            assertThat(s.transferor() == Presence.DIALED).as("%s", s).isEqualTo(s.state() == TransferState.RECALLING);
        });
    }

    @Test
    void ending_leavesWhoItSays() {
        all().stream().filter(s -> s.state().isEnding()).forEach(s -> {
            Link link = s.link();
            switch (s.state()) {
                case COMPLETED -> assertThat(link).isEqualTo(new Link(Pair.TRANSFEREE_TARGET, true));
                case RETURNED -> assertThat(link).isEqualTo(new Link(Pair.TRANSFEROR_TRANSFEREE, true));
                case ABANDONED -> assertThat(link).isIn(null, new Link(Pair.TRANSFEROR_TARGET, false));
                default -> assertThat(link).as("%s", s).isNull();
            }
            for (TransferParty party : TransferParty.values()) {
                Presence expected = link != null && link.pair().has(party) ? Presence.TALKING : Presence.ABSENT;
                boolean queued = s.state() == TransferState.FELL_BACK && party == TransferParty.TRANSFEREE;
                assertThat(s.presence(party)).as("%s of %s", party, s).isEqualTo(queued ? Presence.WAITING : expected);
            }
        });
    }

    @Test
    void ending_hasAReasonUnlessCompleted() {
        all().stream().filter(s -> s.state().isEnding()).forEach(s -> assertThat(s.reason() == null)
                .as("%s", s)
                .isEqualTo(s.state() == TransferState.COMPLETED));
    }

    @Test
    void recall_isUsedOnce() {
        Effect dialTransferor = new Effect.Dial(TransferParty.TRANSFEROR);
        eachStep((from, stimulus) -> {
            Decision decision = TransferRules.decide(from, stimulus);
            boolean dials = decision.effects().contains(dialTransferor);
            assertThat(decision.next().recallUsed())
                    .as("%s on %s", stimulus, from)
                    .isEqualTo(from.recallUsed() || dials);
            assertThat(from.recallUsed() && dials)
                    .as("%s on %s", stimulus, from)
                    .isFalse();
            assertThat(dials && !from.now().transferorReachable())
                    .as("%s on %s", stimulus, from)
                    .isFalse();
        });
    }

    @Test
    void queue_isUsedOnlyIfThereIsOne() {
        eachStep((from, stimulus) -> {
            TransferState next = TransferRules.decide(from, stimulus).next().state();
            if (next == TransferState.FELL_BACK && from.state() != next) {
                assertThat(from.now().queueAvailable()).isTrue();
                assertThat(from.plan().fallback() == Fallback.HANGUP
                                && from.reason() != TransferReason.SUPERVISOR_RETRIEVED
                                && stimulus.kind() != Stimulus.Kind.SUPERVISOR_RETRIEVES)
                        .as("%s on %s", stimulus, from)
                        .isFalse();
            }
        });
    }

    @Test
    void supervisorsRetrieval_hangsUpNoTransferee_norLaterWhereThereIsAQueue() {
        eachStep((from, stimulus) -> {
            TransferState next = TransferRules.decide(from, stimulus).next().state();
            boolean retrieved = stimulus.kind() == Stimulus.Kind.SUPERVISOR_RETRIEVES
                    || from.reason() == TransferReason.SUPERVISOR_RETRIEVED
                            && from.now().queueAvailable();
            assertThat(retrieved && next == TransferState.FAILED && from.state() != next)
                    .as("%s on %s", stimulus, from)
                    .isFalse();
        });
    }
}
