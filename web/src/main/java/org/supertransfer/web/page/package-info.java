/** The page's own files: which they are, so that a browser can keep a copy and notice a newer one. Knows no service. */
@NullMarked
package org.supertransfer.web.page;

import org.jspecify.annotations.NullMarked;
