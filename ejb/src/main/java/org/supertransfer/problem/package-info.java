/** The ways in which a request can be refused; every other package of this module may use it, it uses none. */
@NullMarked
package org.supertransfer.problem;

import org.jspecify.annotations.NullMarked;
