/** How a request that fails is answered: one document, {@code application/problem+json} (RFC 9457), for every cause. */
@NullMarked
package org.supertransfer.web.problem;

import org.jspecify.annotations.NullMarked;
