/**
 * How admins' changes are made, one after the other, and who changed what: a line for each change, written in its own
 * transaction. Uses no other room but the foundations;
 * every room that keeps things for admins may use it.
 */
@NullMarked
package org.supertransfer.audit;

import org.jspecify.annotations.NullMarked;
