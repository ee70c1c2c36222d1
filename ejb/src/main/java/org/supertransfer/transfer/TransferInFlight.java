package org.supertransfer.transfer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supertransfer.call.CallView;

/**
 * A transfer that has not ended, as supervisors see it; blind ones too.
 *
 * @param transferee who is transferred; null while it begins
 * @param since when it got its present state
 */
public record TransferInFlight(TransferView transfer, CallView.@Nullable PartyView transferee, Instant since) {}
