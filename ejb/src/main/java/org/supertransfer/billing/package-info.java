/**
 * Money: the tariffs, which tell the number room what a number costs, and the monthly report of what transfers have cost. It
 * observes: nothing that lives waits for it.
 */
@NullMarked
package org.supertransfer.billing;

import org.jspecify.annotations.NullMarked;
