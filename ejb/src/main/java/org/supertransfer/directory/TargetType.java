package org.supertransfer.directory;

/** The number types an agent chooses from. */
public enum TargetType {
    AGENT,
    USER,
    INBOUND,
    NUMBER
}
