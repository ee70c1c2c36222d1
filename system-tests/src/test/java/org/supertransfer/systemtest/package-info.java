/**
 * Stories told on the real server: the provisioned WildFly with the EAR in it, virtual phones and real peers around it,
 * REST and {@code /live} as pages and scripts use them. Nothing here looks inside the server, apart from the one
 * in-container test; {@code Rows} reads its database beside it.
 */
@NullMarked
package org.supertransfer.systemtest;

import org.jspecify.annotations.NullMarked;
