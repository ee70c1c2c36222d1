package org.supertransfer.report;

import org.jspecify.annotations.Nullable;

/**
 * How a target met the last transfers to it.
 *
 * @param of how many transfers that have ended this tells of, 1 to 10
 * @param count how many of them it answered
 * @param medianSeconds from the start of the transfer to the answer, in the middle of those answered; null when none was
 */
public record AnsweredView(int of, int count, @Nullable Integer medianSeconds) {}
