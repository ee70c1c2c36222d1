package org.supertransfer.sip;

import java.util.concurrent.ThreadFactory;

/**
 * Threads of the adapter itself. They belong to the group of whoever makes the factory: a pool makes its threads when they
 * are first needed, perhaps from the stack's, and the stack ends all threads of its own group when it closes.
 */
final class AdapterThreads implements ThreadFactory {
    private final ThreadGroup home = Thread.currentThread().getThreadGroup();
    private final String name;

    AdapterThreads(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable task) {
        return new Thread(home, task, name);
    }
}
