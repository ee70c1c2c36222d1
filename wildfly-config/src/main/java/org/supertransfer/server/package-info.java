/**
 * The provisioned server as a process: started, waited for, stopped and killed by the one-command launcher, by system
 * tests and by benches. Runs outside the server and uses nothing of its insides.
 */
@NullMarked
package org.supertransfer.server;

import org.jspecify.annotations.NullMarked;
