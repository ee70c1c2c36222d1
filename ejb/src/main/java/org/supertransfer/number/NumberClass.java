package org.supertransfer.number;

/** What kind of number it is. */
public enum NumberClass {
    INTERNAL,
    DOMESTIC,
    MOBILE,
    FREE,
    SERVICE,
    PREMIUM,
    FOREIGN,
    EMERGENCY,
    INVALID
}
