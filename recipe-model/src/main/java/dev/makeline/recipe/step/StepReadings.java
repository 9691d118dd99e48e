package dev.makeline.recipe.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads each text once, when it is first asked for: most steps of a make read as in the recipe.
/// Confined to one comparison.
public final class StepReadings {

    private final Map<String, StepReading> read = new HashMap<>();

    public StepReading of(String text) {
        return read.computeIfAbsent(text, StepReading::read);
    }

    public List<StepReading> of(List<String> texts) {
        List<StepReading> readings = new ArrayList<>(texts.size());
        for (String text : texts) {
            readings.add(of(text));
        }
        return readings;
    }
}
