package org.supertransfer.transfer;

import java.time.Instant;
import java.util.Map;

/**
 * A message to the transferor, fired after the commit.
 *
 * @param version counts the messages of one transfer from 1
 * @param params for the page's words, for example {@code reason}
 */
public record TransferMessage(
        String username, String transferId, long version, MessageCode code, Map<String, String> params, Instant at) {}
