package dev.foreshock.reports.internal.html;

import java.util.List;

/**
 * How a mark looks: a hue of Okabe and Ito's palette, which people with color deficiencies can tell apart, and a dash
 * pattern beside it.
 *
 * @param className the class that the style sheet knows
 * @param color the color on a light page
 * @param dash the dash pattern of lines; empty for none
 * @param width the width of lines
 */
record Ink(String className, String color, String dash, double width) {
    static final Ink TEXT = new Ink("ink", "#1a1a1a", "", 1);
    static final Ink FAINT = new Ink("faint", "#5a5a5a", "", 1);
    static final Ink ON_BAR = new Ink("onbar", "#1a1a1a", "", 1);
    static final Ink GRID = new Ink("grid", "#dddddd", "", 1);
    static final Ink FRAME = new Ink("frame", "#888888", "", 1);
    static final Ink IMPACT = new Ink("impact", "#f7e3d8", "", 1);
    static final Ink BLACKOUT = new Ink("blackout", "#e3a37f", "", 1);
    static final Ink STEP = new Ink("step", "#b9dcf2", "", 1);
    static final Ink FAILED = new Ink("failed", "#e9a36f", "", 1);
    static final Ink ALERT = new Ink("alert", "#f2d27a", "", 1);
    static final Ink WARM_UP = new Ink("warmup", "#e6e8ea", "", 1);
    static final Ink INTERVAL = new Ink("interval", "#d6e8f5", "", 1);
    static final Ink PALE = new Ink("pale", "#f2f4f6", "", 1);
    static final Ink PLATE = new Ink("plate", "#ffffff", "", 1);
    static final Ink CALL = new Ink("call", "#888888", "", 1);
    static final Ink CALL_BACK = new Ink("call", "#888888", "4 3", 1);
    static final Ink CALL_PATH = new Ink("path", "#a84300", "", 2.2);
    static final Ink UNKNOWN = new Ink("frame", "#888888", "4 3", 1.4);
    static final Ink BROKEN = new Ink("broken", "#a84300", "", 2.6);
    static final Ink ACTION = new Ink("action", "#7a3f6b", "2 3", 1);

    private static final List<Ink> CURVES = List.of(
            new Ink("c1", "#0072b2", "", 1.6),
            new Ink("c2", "#d55e00", "6 3", 1.6),
            new Ink("c3", "#007a5a", "2 2", 1.8),
            new Ink("c4", "#a8527f", "8 2 2 2", 1.6),
            new Ink("c5", "#8a6a00", "12 3", 1.6),
            new Ink("c6", "#444444", "4 1 1 1", 1.6));

    /** Returns the look of the curve with this number, from 0; they repeat after six. */
    static Ink curve(int number) {
        return CURVES.get(number % CURVES.size());
    }

    String stroke() {
        return " class=\"s-%s\" stroke=\"%s\" stroke-width=\"%s\"%s"
                .formatted(className, color, width, dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"");
    }

    String fill() {
        return " class=\"f-%s\" fill=\"%s\"".formatted(className, color);
    }
}
