package dev.foreshock.engine.model;

import dev.foreshock.engine.describe.Doc;
import dev.foreshock.engine.describe.Range;
import dev.foreshock.engine.describe.Scales;
import dev.foreshock.engine.unit.Bytes;

/**
 * The memory of a server, held by the requests in flight. A request that does not fit any more crashes it.
 *
 * @param heap the memory there is
 * @param perRequest what each request in flight holds, queued or in service
 */
@Doc("The memory of a server. A request in flight that does not fit any more crashes it.")
public record MemorySpec(
        @Doc("The memory there is.") @Scales @Range(min = 1) Bytes heap,

        @Doc("What each request in flight holds, queued or in service.") @Range(min = 1)
        Bytes perRequest) {}
