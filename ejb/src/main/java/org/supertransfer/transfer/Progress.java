package org.supertransfer.transfer;

/** How far the target's leg came; it only grows. */
enum Progress {
    /** No response at all. */
    SILENT,
    /** Any provisional response: somebody is there. */
    HEARD,
    /** An 18x: the target's phone rings. */
    RANG;

    Progress atLeast(Progress other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
