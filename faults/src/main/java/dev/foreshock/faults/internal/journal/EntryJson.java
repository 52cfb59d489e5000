package dev.foreshock.faults.internal.journal;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import dev.foreshock.faults.undo.Change;
import dev.foreshock.faults.undo.Inverse;
import dev.foreshock.faults.undo.ProcessChange;
import dev.foreshock.faults.undo.ProcessInverse;
import java.util.Optional;

/** Entries, changes and inverses as JSON in one line. What is on disk is a format: names here never change their meaning. */
public final class EntryJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(Entry.class, Typed.class)
            .addMixIn(Change.class, Typed.class)
            .addMixIn(Inverse.class, Typed.class)
            // What a record tells about itself is not part of it.
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    static {
        JSON.registerSubtypes(
                new NamedType(Entry.Begun.class, "begun"),
                new NamedType(Entry.Intended.class, "intended"),
                new NamedType(Entry.Applied.class, "applied"),
                new NamedType(Entry.Refused.class, "refused"),
                new NamedType(Entry.Undone.class, "undone"),
                new NamedType(Entry.Ended.class, "ended"),
                new NamedType(Entry.Closed.class, "closed"),
                new NamedType(Change.AddToxic.class, "add-toxic"),
                new NamedType(Change.Disable.class, "disable"),
                new NamedType(Change.Fence.class, "fence"),
                new NamedType(ProcessChange.Pause.class, "pause"),
                new NamedType(ProcessChange.Kill.class, "kill"),
                new NamedType(ProcessInverse.Resume.class, "resume"),
                new NamedType(ProcessInverse.Start.class, "start"),
                new NamedType(Inverse.RemoveToxic.class, "remove-toxic"),
                new NamedType(Inverse.Enable.class, "enable"),
                new NamedType(Inverse.DropFence.class, "drop-fence"));
    }

    private EntryJson() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Typed {}

    /** Returns a value as one line. */
    public static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain values must be written", e);
        }
    }

    /** Returns what {@code json} says, or nothing if it is no such thing. */
    public static <T> Optional<T> read(String json, Class<T> type) {
        try {
            return Optional.ofNullable(JSON.readValue(json, type));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
