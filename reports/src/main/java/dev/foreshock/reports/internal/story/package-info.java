/** What happened in one replication: the lines and sentences that are worth telling, chosen from its journal. */
@NullMarked
package dev.foreshock.reports.internal.story;

import org.jspecify.annotations.NullMarked;
