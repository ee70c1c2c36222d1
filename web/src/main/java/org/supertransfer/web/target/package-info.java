/** Whom a call can be transferred to, over REST. */
@NullMarked
package org.supertransfer.web.target;

import org.jspecify.annotations.NullMarked;
