package org.supertransfer.transfer;

/**
 * Who talks with whom.
 *
 * @param pair the two parties
 * @param up whether the join was reported done; false while it is under way
 */
record Link(Pair pair, boolean up) {}
