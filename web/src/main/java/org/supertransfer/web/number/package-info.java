/** What a typed number is, over REST. */
@NullMarked
package org.supertransfer.web.number;

import org.jspecify.annotations.NullMarked;
