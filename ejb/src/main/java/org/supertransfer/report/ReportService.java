package org.supertransfer.report;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.supertransfer.directory.TargetType;

/** What everybody may be told about transfers. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReportService {
    @Inject
    private LastAnswers answers;

    /** How a target met the last transfers to it; empty when there were none. */
    public Optional<AnsweredView> answered(TargetType type, String id) {
        return answers.of(type, id);
    }
}
