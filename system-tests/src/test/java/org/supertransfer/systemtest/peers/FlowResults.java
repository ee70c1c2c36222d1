package org.supertransfer.systemtest.peers;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Notes how each {@link Flow} ended, and at the run's end writes the table to {@code target/interop.md}; with
 * {@code -Dsupertransfer.docs.write=true} to the documentation too.
 */
final class FlowResults implements TestWatcher {
    @Override
    public void testSuccessful(ExtensionContext context) {
        note(context, true);
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        note(context, false);
    }

    private static void note(ExtensionContext context, boolean passed) {
        context.getRoot()
                .getStore(Namespace.create(FlowResults.class))
                .getOrComputeIfAbsent(Notes.class, key -> new Notes(), Notes.class)
                .note(context.getRequiredTestMethod(), passed);
    }

    private static final class Notes implements CloseableResource {
        private final Map<Method, Boolean> passed = new ConcurrentHashMap<>();

        /** A test with several invocations passes when all of them do. */
        private void note(Method test, boolean well) {
            passed.merge(test, well, Boolean::logicalAnd);
        }

        @Override
        public void close() {
            String page = InteropPage.of(Map.copyOf(passed));
            InteropPage.write(InteropPage.RESULTS, page);
            if (Boolean.getBoolean("supertransfer.docs.write")) {
                InteropPage.write(InteropPage.DOCUMENT, page);
            }
        }
    }
}
