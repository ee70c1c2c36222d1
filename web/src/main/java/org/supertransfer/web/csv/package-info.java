/** Tables for spreadsheets: RFC 4180, as every list that can be saved has it. */
@NullMarked
package org.supertransfer.web.csv;

import org.jspecify.annotations.NullMarked;
