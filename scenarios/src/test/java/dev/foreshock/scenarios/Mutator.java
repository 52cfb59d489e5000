package dev.foreshock.scenarios;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Damages files the way tired people and broken tools do. */
public final class Mutator {

    private static final List<String> SCRAPS = List.of(
            "",
            " ",
            "\n",
            "\t",
            ":",
            ": ",
            "{",
            "}",
            "[",
            "]",
            ",",
            "\"",
            "'",
            "#",
            "&a",
            "*a",
            "!t",
            "-",
            "~",
            "null",
            "%",
            "x",
            "0",
            "-1",
            "9999999999999999999",
            "1e400",
            "NaN",
            "..",
            "=",
            "<",
            ">=",
            "(",
            ")",
            "x2",
            "5s",
            "70%",
            "4/s",
            "+-",
            "is: viral",
            "\ud83d\ude80",
            "\u0001",
            "\0",
            "\ufeff",
            "..\u2028",
            "lognormal(mean 1s, cv 1)",
            "usual",
            "in every replication",
            "{}",
            "[]",
            "x-y: 1");

    private Mutator() {}

    /** Returns {@code original} with one or two damages. */
    public static byte[] mutate(byte[] original, SplittableRandom random) {
        String text = new String(original, StandardCharsets.UTF_8);
        int times = 1 + random.nextInt(2);
        for (int i = 0; i < times; i++) {
            text = switch (random.nextInt(7)) {
                case 0 -> withoutLine(text, random);
                case 1 -> withLinesSwapped(text, random);
                case 2, 3 -> withWordReplaced(text, random);
                case 4 -> withScrap(text, random);
                case 5 -> withDigitChanged(text, random);
                default -> withLineTwice(text, random);
            };
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(20) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static List<String> lines(String text) {
        return new ArrayList<>(List.of(text.split("\n", -1)));
    }

    private static String withoutLine(String text, SplittableRandom random) {
        List<String> lines = lines(text);
        lines.remove(random.nextInt(lines.size()));
        return String.join("\n", lines);
    }

    private static String withLinesSwapped(String text, SplittableRandom random) {
        List<String> lines = lines(text);
        java.util.Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
        return String.join("\n", lines);
    }

    private static String withLineTwice(String text, SplittableRandom random) {
        List<String> lines = lines(text);
        lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size())));
        return String.join("\n", lines);
    }

    private static String withWordReplaced(String text, SplittableRandom random) {
        List<String> words = List.of(text.split("\\b", -1));
        String old = words.get(random.nextInt(words.size()));
        String other = random.nextBoolean() ? words.get(random.nextInt(words.size())) : scrap(random);
        int at = text.indexOf(old, random.nextInt(text.length() + 1));
        return at < 0 || old.isEmpty() ? text : text.substring(0, at) + other + text.substring(at + old.length());
    }

    private static String withScrap(String text, SplittableRandom random) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + scrap(random) + text.substring(at);
    }

    private static String withDigitChanged(String text, SplittableRandom random) {
        int at = random.nextInt(text.length() + 1);
        while (at < text.length() && !Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at >= text.length() ? text : text.substring(0, at) + random.nextInt(1000) + text.substring(at + 1);
    }

    private static String scrap(SplittableRandom random) {
        return SCRAPS.get(random.nextInt(SCRAPS.size()));
    }
}
