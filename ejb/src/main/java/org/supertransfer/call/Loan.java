package org.supertransfer.call;

import java.util.Set;

/**
 * The two legs of a call that another call may take over.
 *
 * @param from whose they are until then
 * @param own the leg of the phone that asks for it
 * @param far whom that phone talks with, or calls
 * @param called whether we dialled the far one, so that a number policy has something to say
 * @param answered whether the far one has answered
 * @param reserved agents whose phones are reserved for these legs
 */
public record Loan(LiveCall from, Leg own, Leg far, boolean called, boolean answered, Set<String> reserved) {}
