package org.supertransfer.settings;

import java.time.Duration;

/**
 * How long is waited.
 *
 * @param noAnswer for a transfer's target
 * @param recall for a transferor who is rung again
 * @param signalling for one operation on the wire
 * @param ring for one agent's phone
 * @param queue for an agent, by a waiting caller
 */
public record Deadlines(Duration noAnswer, Duration recall, Duration signalling, Duration ring, Duration queue) {}
