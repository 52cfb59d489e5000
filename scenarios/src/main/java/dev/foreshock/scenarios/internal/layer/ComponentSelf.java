package dev.foreshock.scenarios.internal.layer;

import dev.foreshock.engine.describe.Doc;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a component of any kind may say about itself.
 *
 * @param like what it is like
 * @param labels its labels
 * @param was its former name
 * @param from the system that it is an import of
 * @param bind what the import's needs are called here
 */
@Doc("What a component of any kind may say about itself.")
public record ComponentSelf(
        @Doc(
                "A class, or another component as the files have it: this one has its settings too, unless it says otherwise.")
        @Nullable
        String like,

        @Doc("Labels, by which selectors find it.") Map<String, String> labels,

        @Doc("Its former name, so that a new name changes no random draw.") @Nullable
        String was,

        @Doc("In place of everything else: a system file whose components are imported under this name.") @Nullable
        String from,

        @Doc("With from: what the names that the system needs are called here.")
        Map<String, String> bind) {}
