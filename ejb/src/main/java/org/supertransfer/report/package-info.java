/**
 * What supervisors and the lists of targets are told about transfers: it reads rows, hears what was committed, and changes
 * nothing. It may look at every room below it; none of them knows it.
 */
@NullMarked
package org.supertransfer.report;

import org.jspecify.annotations.NullMarked;
