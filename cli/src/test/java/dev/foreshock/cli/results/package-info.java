/**
 * The results of the whole tool, held to what was committed.
 */
package dev.foreshock.cli.results;
