package org.supertransfer.systemtest;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides for {@link RequiresPeer}. */
final class PeerCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<Peer> missing = AnnotationSupport.findAnnotation(context.getElement(), RequiresPeer.class)
                .map(RequiresPeer::value)
                .flatMap(peers -> Arrays.stream(peers)
                        .filter(peer -> peer.program().isEmpty())
                        .findFirst());
        if (missing.isPresent() && Peer.required()) {
            throw new IllegalStateException(missing.get() + " is required and not on this machine");
        }
        return missing.map(peer -> ConditionEvaluationResult.disabled(peer + " is not on this machine"))
                .orElseGet(() -> ConditionEvaluationResult.enabled("nothing is missing"));
    }
}
