package org.supertransfer.store;

/**
 * Who may write a row of live state: this node, in this run.
 *
 * @param owner the node's name
 * @param epoch counts the node's starts
 */
public record Fence(String owner, long epoch) {}
