package org.supertransfer.sip;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** Classes that call a method of this type with this name. */
final class Calls extends DescribedPredicate<JavaClass> {
    private final Class<?> owner;
    private final String method;

    private Calls(Class<?> owner, String method) {
        super("call " + owner.getSimpleName() + "." + method);
        this.owner = owner;
        this.method = method;
    }

    static Calls of(Class<?> owner, String method) {
        return new Calls(owner, method);
    }

    @Override
    public boolean test(JavaClass candidate) {
        return candidate.getMethodCallsFromSelf().stream()
                .anyMatch(call ->
                        call.getName().equals(method) && call.getTargetOwner().isAssignableTo(owner));
    }
}
