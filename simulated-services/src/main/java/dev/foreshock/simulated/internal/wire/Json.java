package dev.foreshock.simulated.internal.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foreshock.engine.people.Action;

/** Records as JSON, between processes of one twin. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.CAN_OVERRIDE_ACCESS_MODIFIERS)
            .addMixIn(Action.class, Actions.class)
            .build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Action.Restart.class, name = "restart"),
        @JsonSubTypes.Type(value = Action.Weights.class, name = "weights"),
        @JsonSubTypes.Type(value = Action.Resize.class, name = "resize"),
        @JsonSubTypes.Type(value = Action.Assign.class, name = "assign"),
        @JsonSubTypes.Type(value = Action.End.class, name = "end")
    })
    private interface Actions {}

    private Json() {}

    /** Returns {@code value} as JSON. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON: " + value.getClass(), e);
        }
    }

    /**
     * Returns the value of {@code type} that {@code json} is of.
     *
     * @throws IllegalArgumentException if it is of none
     */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new IllegalArgumentException("a message must be a " + type.getSimpleName() + ", but was null");
            }
            return value;
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException(
                    "a message must be a " + type.getSimpleName() + ", but was not: " + e.getMessage(), e);
        }
    }
}
