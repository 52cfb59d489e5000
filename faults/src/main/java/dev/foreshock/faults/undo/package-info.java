/**
 * What is done to real connections and processes, how it is undone, and the proof that it was. Every change is data and knows its inverse; both
 * are on disk before anything happens.
 */
@NullMarked
package dev.foreshock.faults.undo;

import org.jspecify.annotations.NullMarked;
