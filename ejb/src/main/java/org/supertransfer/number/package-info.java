/** Numbers: what a typed text is, what it costs, and who may transfer to it. */
@NullMarked
package org.supertransfer.number;

import org.jspecify.annotations.NullMarked;
