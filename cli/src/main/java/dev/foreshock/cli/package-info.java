/** The foreshock command: wires everything, owns the exit codes. */
package dev.foreshock.cli;
