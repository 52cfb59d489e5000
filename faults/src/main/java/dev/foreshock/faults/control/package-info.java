/** The driver: what Foreshock asks of a server that speaks the API of Toxiproxy, embedded or stock, each call bounded in time. */
@NullMarked
package dev.foreshock.faults.control;

import org.jspecify.annotations.NullMarked;
