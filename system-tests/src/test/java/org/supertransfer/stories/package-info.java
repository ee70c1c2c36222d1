/**
 * Stories of transfers on the wire: Alice is the agent, Bob the customer, Carol the target. Each is told on the real
 * server and looked at from every side: REST, {@code /live}, each party's phone and the database.
 */
@NullMarked
package org.supertransfer.stories;

import org.jspecify.annotations.NullMarked;
