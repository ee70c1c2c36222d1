/** The order in which everything opens at a start. Uses every other package of this module; none uses it. */
@NullMarked
package org.supertransfer.start;

import org.jspecify.annotations.NullMarked;
