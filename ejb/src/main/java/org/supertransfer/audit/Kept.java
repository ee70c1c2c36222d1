package org.supertransfer.audit;

import jakarta.json.JsonObject;

/** Something that admins keep, as they are shown it and as it is remembered; without secrets. */
public interface Kept {
    /** The kind of thing, for example {@code agent}. */
    String subject();

    /** What names it among its kind. */
    String id();

    /** All of it, every field present. */
    JsonObject json();
}
