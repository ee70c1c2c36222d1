package org.supertransfer.transfer;

/**
 * What the world outside the transfer looks like at the moment of a decision; looked up anew for each.
 *
 * @param pullBackAllowed a blind transfer is young enough to be pulled back
 * @param transferorReachable the transferor has a phone and no other call
 * @param queueAvailable the call came by a queue that is still there and not this transfer's target
 */
record Circumstances(boolean pullBackAllowed, boolean transferorReachable, boolean queueAvailable) {}
