/** What a run came to, read from {@code result.json} alone, so that whatever tells of it can be rendered anew. */
@NullMarked
package dev.foreshock.reports.internal.account;

import org.jspecify.annotations.NullMarked;
