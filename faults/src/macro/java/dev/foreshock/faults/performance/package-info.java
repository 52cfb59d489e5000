/** The embedded server against the stock one and against no proxy at all: added latency, throughput, processor time. */
package dev.foreshock.faults.performance;
