package dev.foreshock.scenarios.internal.source;

import dev.foreshock.scenarios.Code;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes files strictly: what is not UTF-8 is refused rather than replaced. */
public final class Utf8 {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private Utf8() {}

    /** Returns the text of {@code bytes}, less a leading byte order mark. */
    public static String decode(byte[] bytes) throws Unavailable {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new Unavailable(
                    Code.ENCODING,
                    "the file must be UTF-8, but the byte at offset " + in.position() + " (line "
                            + lineAt(bytes, in.position()) + ") does not belong there",
                    "save it as UTF-8");
        }
        String text = out.flip().toString();
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            throw new Unavailable(
                    Code.ENCODING,
                    "the file must be text, but line "
                            + (1
                                    + text.substring(0, zero)
                                            .chars()
                                            .filter(c -> c == '\n')
                                            .count()) + " has a NUL character",
                    "save it as UTF-8");
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static int lineAt(byte[] bytes, int end) {
        int line = 1;
        for (int i = 0; i < end; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
