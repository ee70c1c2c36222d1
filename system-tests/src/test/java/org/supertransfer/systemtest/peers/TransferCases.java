package org.supertransfer.systemtest.peers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The transfer cases that the suites of the open-source exchanges know, and the stories of ours that tell them. The stories
 * are named as text, because they are package-private elsewhere; a test holds that they exist.
 */
final class TransferCases {
    private static final String STORIES = "org.supertransfer.stories.";
    private static final String PEERS = "org.supertransfer.systemtest.peers.";

    private static final List<Case> CASES = List.of(
            new Case(
                    "the transferee hangs up while the target rings",
                    "the target's phone stops, the transferor is free",
                    "HangUpIT$Ringing#transfereeGone_isAbandoned",
                    "HangUpIT$Unattended#transfereeGone_isAbandoned"),
            new Case(
                    "the target is busy, declines, does not exist or never answers (attended)",
                    "the call returns to the transferor",
                    "RehearsalTableIT#transferToANumber_endsAsItsRowSays",
                    "HangUpIT$Ringing#targetDeclines_returns",
                    "BaresipIT#silentTarget_givesTheCustomerBack",
                    "BaresipIT#decliningTarget_givesTheCustomerBack"),
            new Case(
                    "the same (blind)",
                    "the queue, a recall or the end, as the policy says",
                    "RehearsalTableIT#transferToANumber_endsAsItsRowSays",
                    "BlindFallbackIT#recall_transferorIsRungAgainAndToldNothing",
                    "BlindFallbackIT#hangup_customerIsHungUpWithTheReason"),
            new Case(
                    "the transferor hangs up early and the target answers",
                    "transferee and target are joined",
                    "HangUpIT$Dialing#transferorGone_targetStillAnswers",
                    "HangUpIT$Ringing#transferorGone_targetStillAnswers"),
            new Case(
                    "the transferor hangs up early and the target then fails",
                    "the transferor is rung again",
                    "HangUpIT$Unattended#targetDeclines_transferorIsRungAgain"),
            new Case(
                    "the recall is declined",
                    "the transferee goes back to the queue",
                    "HangUpInJoinIT$Recalling#transferorDeclines_fallsBackToTheQueue"),
            new Case(
                    "the recall is not answered",
                    "the same, after the deadline",
                    "BaresipIT#unansweredRecall_fallsBackToTheQueue"),
            new Case(
                    "hold by the phone during a consultation",
                    "the other hears nothing until it is resumed",
                    "ConsultIT#ownHoldKeyOfTheTransferor_isHeardByTheOther",
                    "CrossingIT#customerPressesHoldAtTheSameTime_transferGoesOn"),
            new Case(
                    "swap between transferee and target",
                    "each pair talks in turn, the third is held",
                    "ConsultIT#swapThereAndBack_theOtherIsHeld",
                    "ConsultIT#completeWhileAside_isJoined",
                    "BaresipIT#consultation_joinsEachPairInTurn"),
            new Case(
                    "the target hangs up during a consultation",
                    "the call returns to the transferor",
                    "ConsultIT#targetGoneWhileAside_returns",
                    "HangUpInJoinIT$Connecting#targetGone_returns"),
            new Case(
                    "both hang up at once",
                    "nobody is left, nothing is sent twice",
                    "CrossingIT#transferorAndTransfereeHangUpTogether_nobodyIsLeft",
                    "ReferCrossingIT#bothHangUpAtOnce_eachIsHungUpOnce_nobodyIsLeft",
                    "ReferCrossingIT#customerAndTargetHangUpAtOnce_inAConsultation_nobodyIsLeft"),
            new Case(
                    "the target answers as the transferor gives up",
                    "the target is hung up, the call returns",
                    "CrossingIT#answerMeetsTheTransferorsCancel_targetIsHungUpAndCallReturns",
                    "CrossingIT#answerMeetsTheDeadlinesCancel_targetIsHungUpAndCallReturns"),
            new Case(
                    "a blind transfer by the phone's own key",
                    "the target answers, the phone's call ends",
                    "TransferKeyIT#blindKey_handsOverOnAnswer",
                    "TransferKeyIT#blindKeyToASilentTarget_isToldTheFailure"),
            new Case(
                    "an attended transfer by the phone's own key (REFER with Replaces)",
                    "transferee and target are joined, both of the phone's calls end",
                    "TransferKeyIT#attendedKey_joinsCustomerAndTarget",
                    "TransferKeyIT#attendedKeyOfALinphone_joinsCustomerAndTarget"),
            new Case(
                    "REFER and BYE cross",
                    "the transfer goes on without the phone",
                    "ReferCrossingIT#keyAndHangUpAtOnce_theCustomerIsTransferredAllTheSame",
                    "ReferCrossingIT#keyForASecondCallAndHangUpAtOnce_theFarEndsAreJoinedAllTheSame",
                    "ReferIT#phoneHangsUpAtOnce_theCallGoesOnWithoutIt"),
            new Case(
                    "two REFERs cross",
                    "the first is worked, the second gets 491",
                    "ReferCrossingIT#keyPressedTwiceAtOnce_theSecondIsToldToWait_andItsTargetIsNotCalled",
                    "ReferIT#whileThePageTransfers_isPending"),
            new Case(
                    "Replaces points to an early dialog of the phone",
                    "handed over on answer; the call returns when the target declines",
                    "ReferIT#secondCallStillRings_isHandedOverOnAnswer_thePhonesCancelTouchesNobody",
                    "ReferCrossingIT#keyForACallThatRings_whichIsThenDeclined_theCustomerComesBack"));

    private TransferCases() {}

    static String section() {
        return """
                ## Transfer cases
                What the suites of the open-source exchanges try, and the stories that try it here (`stories` and `systemtest.peers` of
                the system tests).

                | case | what comes of it | stories |
                |---|---|---|
                """
                + CASES.stream().map(Case::row).collect(Collectors.joining());
    }

    /** Stories that are named here and do not exist. */
    static List<String> missing() {
        return CASES.stream()
                .flatMap(each -> each.stories().stream())
                .filter(story -> !exists(story))
                .toList();
    }

    private static boolean exists(String story) {
        int hash = story.indexOf('#');
        String type = story.substring(0, hash);
        return Stream.of(STORIES, PEERS).anyMatch(place -> has(place + type, story.substring(hash + 1)));
    }

    private static boolean has(String type, String method) {
        try {
            return Arrays.stream(Class.forName(type, false, TransferCases.class.getClassLoader())
                            .getDeclaredMethods())
                    .anyMatch(each -> each.getName().equals(method));
        } catch (ClassNotFoundException notThere) {
            return false;
        }
    }

    private record Case(String name, String outcome, List<String> stories) {
        private Case(String name, String outcome, String... stories) {
            this(name, outcome, List.of(stories));
        }

        private String row() {
            String list = stories.stream()
                    .map(story -> "`" + story.replace('$', '.').replace('#', '.') + "`")
                    .collect(Collectors.joining(", "));
            return "| " + name + " | " + outcome + " | " + list + " |\n";
        }
    }
}
