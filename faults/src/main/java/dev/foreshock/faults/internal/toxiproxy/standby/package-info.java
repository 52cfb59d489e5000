/** A server and what takes its place when it dies: a process that stands by and is told which proxies there are. */
@NullMarked
package dev.foreshock.faults.internal.toxiproxy.standby;

import org.jspecify.annotations.NullMarked;
