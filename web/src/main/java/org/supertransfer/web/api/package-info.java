/** The REST application itself and the documents that describe it. */
@NullMarked
package org.supertransfer.web.api;

import org.jspecify.annotations.NullMarked;
