package dev.foreshock.scenarios.internal.scalar;

import dev.foreshock.engine.describe.Spelling;
import dev.foreshock.engine.people.Action;
import dev.foreshock.engine.people.Action.Assign.Unit;
import dev.foreshock.engine.people.StepRef;
import dev.foreshock.engine.people.StepRef.Ending;
import dev.foreshock.engine.unit.Percent;
import dev.foreshock.scenarios.Code;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what runbook steps say in words: references to steps, and actions. */
final class Steps {

    static final String NAME = "[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*";

    private static final Pattern REFERENCE = Pattern.compile("(" + NAME + ")(?:\\s+(\\S+))?");
    private static final Pattern RESTART = Pattern.compile("restart\\s+(" + NAME + ")");
    private static final Pattern END = Pattern.compile("end\\s+(" + NAME + ")");
    private static final Pattern REBOOT =
            Pattern.compile("(?i:reboot|re-?start|bounce|kill|start|stop)\\s+(" + NAME + ")");
    private static final Pattern MEND =
            Pattern.compile("(?i:end|fix|mend|cure|heal|lift|remove|undo|revert|resolve|disable)\\s+(" + NAME + ")");
    private static final Pattern CHANGE =
            Pattern.compile("(" + NAME + ")\\.([\\p{L}\\p{N}_-]+)\\s+(.*)", Pattern.DOTALL);
    private static final Pattern SHARE = Pattern.compile(Quantities.PERCENT);
    private static final Pattern RATE = Pattern.compile(Quantities.RATE);
    private static final Pattern BYTES = Pattern.compile(Quantities.BYTES);
    private static final Pattern COUNT = Pattern.compile("\\d{1,15}");
    private static final Pattern FACTOR = Pattern.compile(Quantities.MULTIPLE);
    private static final Pattern WEIGHT = Pattern.compile("(" + NAME + ")\\s+(\\S+)(?:\\s+|$)");
    private static final List<String> ENDINGS = List.of("worked", "failed", "done");

    private Steps() {}

    static StepRef reference(Phrase phrase) throws Misreading {
        Matcher match = phrase.matcher(REFERENCE);
        if (!match.matches()) {
            throw phrase.misread(
                    Code.VALUE, "be a step, or a step that 'worked' or 'failed'", "such as: restart failed");
        }
        phrase.group(match, 1).remember("step");
        if (match.group(2) == null) {
            return StepRef.done(match.group(1));
        }
        Phrase ending = phrase.group(match, 2);
        if (!ENDINGS.contains(ending.text())) {
            throw ending.complain(
                    Code.WORD,
                    ending.shown() + " is not an ending of a step",
                    Spelling.hint(ending.text(), "endings", ENDINGS));
        }
        return new StepRef(match.group(1), Ending.valueOf(ending.text().toUpperCase(Locale.ROOT)));
    }

    static Action action(Phrase phrase) throws Misreading {
        Matcher restart = phrase.matcher(RESTART);
        if (restart.matches()) {
            return new Action.Restart(
                    phrase.group(restart, 1).remember("target").text());
        }
        Matcher end = phrase.matcher(END);
        if (end.matches()) {
            return new Action.End(phrase.group(end, 1).remember("target").text());
        }
        Matcher change = phrase.matcher(CHANGE);
        if (!change.matches()) {
            throw phrase.misread(
                    Code.VALUE,
                    "be an action",
                    meant(phrase)
                            + "actions are: restart web, web.workers x2, web.queue 100, front.weights web 0% backup 100%, end outage");
        }
        Phrase target = phrase.group(change, 1).remember("target");
        Phrase setting = phrase.group(change, 2);
        Phrase value = phrase.group(change, 3);
        if (setting.text().equals("weights")) {
            return new Action.Weights(target.text(), weights(value));
        }
        return changed(target.text(), setting.remember("setting").text(), value.called(setting.text()));
    }

    /** A setting changes by a factor, or to a value whose unit shows in how it is written. */
    private static Action changed(String target, String setting, Phrase value) throws Misreading {
        if (value.matcher(SHARE).matches()) {
            return new Action.Assign(
                    target, setting, Unit.SHARE, Quantities.percent(value).share());
        } else if (value.matcher(RATE).matches()) {
            return new Action.Assign(
                    target, setting, Unit.RATE, Quantities.rate(value).perSecond());
        } else if (value.matcher(BYTES).matches()) {
            return new Action.Assign(
                    target, setting, Unit.BYTES, Quantities.bytes(value).count());
        } else if (value.matcher(COUNT).matches()) {
            return new Action.Assign(target, setting, Unit.COUNT, Numbers.whole(value));
        } else if (value.matcher(FACTOR).matches()) {
            return new Action.Resize(target, setting, Quantities.multiple(value));
        }
        throw value.misread(Code.VALUE, "be a factor such as x3.5, or a value such as 100, 25%, 50/s or 4 GiB", "");
    }

    private static String meant(Phrase phrase) {
        Matcher restart = phrase.matcher(REBOOT);
        if (restart.matches()) {
            return "write restart " + restart.group(1) + "; ";
        }
        Matcher mend = phrase.matcher(MEND);
        return mend.matches() ? "to end a fault, write end " + mend.group(1) + "; " : "";
    }

    private static Map<String, Percent> weights(Phrase phrase) throws Misreading {
        Map<String, Percent> weights = new TreeMap<>();
        Matcher match = phrase.matcher(WEIGHT);
        int end = 0;
        while (match.find() && match.start() == end) {
            end = match.end();
            Phrase name = phrase.group(match, 1);
            if (weights.put(
                            name.text(),
                            Quantities.percent(phrase.group(match, 2).called("weights")))
                    != null) {
                throw name.complain(
                        Code.VALUE, "each component must have one weight, but " + name.shown() + " has two", "");
            }
        }
        if (end == 0 || end != phrase.text().length()) {
            throw phrase.called("weights").misread(Code.VALUE, "be names with shares, such as web 25% backup 75%", "");
        }
        return weights;
    }
}
