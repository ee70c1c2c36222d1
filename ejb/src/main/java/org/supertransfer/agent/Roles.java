package org.supertransfer.agent;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Roles as the database and the security domain spell them: lower case. */
public final class Roles {
    private Roles() {}

    /** @throws IllegalArgumentException when one is none of ours */
    public static Set<Role> parse(Collection<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        names.forEach(name -> roles.add(Role.valueOf(name.toUpperCase(Locale.ROOT))));
        return roles;
    }

    public static List<String> names(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::text).collect(Collectors.toList());
    }
}
