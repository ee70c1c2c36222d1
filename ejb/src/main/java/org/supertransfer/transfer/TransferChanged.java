package org.supertransfer.transfer;

/**
 * Fired after the commit. Of a blind transfer the transferor is told the start and nothing else, so its later changes
 * carry {@code forTransferor} false.
 */
public record TransferChanged(String username, boolean forTransferor, TransferView transfer) {}
