package org.supertransfer.callcontrol;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A party as shown to another: caller identity.
 *
 * @param number digits as dialled or E.164; empty when unknown
 * @param name the display name, null when there is none
 */
public record Party(String number, @Nullable String name) implements Serializable {}
