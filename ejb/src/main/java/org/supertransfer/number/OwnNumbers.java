package org.supertransfer.number;

/**
 * The port to who knows the house's own numbers: extensions, users and inbound numbers. They never leave by the trunk.
 */
@FunctionalInterface
public interface OwnNumbers {
    /** @param number in one of the spellings of {@link NumberPlan#spellings} */
    boolean has(String number);
}
