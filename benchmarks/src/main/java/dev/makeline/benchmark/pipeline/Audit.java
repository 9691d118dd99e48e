package dev.makeline.benchmark.pipeline;

import dev.makeline.benchmark.instance.RecipeApi;
import dev.makeline.benchmark.workload.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the API shows at the end, against what was put.
///
/// @param makes listed below their recipes
/// @param lost keys of files that no listed make belongs to
/// @param doubled makes that no file, or no file alone, accounts for
public record Audit(int makes, List<String> lost, int doubled) {

    /// The API's largest page.
    private static final int PAGE = 100;

    public Audit {
        lost = List.copyOf(lost);
    }

    public boolean isClean() {
        return lost.isEmpty() && doubled == 0;
    }

    /// @param put how many makes were put, numbered from 0
    static Audit of(RecipeApi api, Workload workload, int put) {
        List<MakeAddress> listed = listed(api, workload);
        Map<String, MakeAddress> byKey = submitted(api);
        Set<MakeAddress> unexplained = new HashSet<>(listed);
        List<String> lost = new ArrayList<>();
        for (int number = 0; number < put; number++) {
            String key = Workload.makeKey(number);
            MakeAddress address = byKey.get(key);
            // Removed already: two files share one make, so one of them has none.
            if (address == null || !unexplained.remove(address)) {
                lost.add(key);
            }
        }
        int listedTwice = listed.size() - Set.copyOf(listed).size();
        return new Audit(listed.size(), lost, unexplained.size() + listedTwice);
    }

    private static List<MakeAddress> listed(RecipeApi api, Workload workload) {
        List<MakeAddress> makes = new ArrayList<>();
        for (long recipeId : workload.recipeIds()) {
            api.each(
                    "/recipes/%d/makes?limit=%d".formatted(recipeId, PAGE),
                    make -> makes.add(new MakeAddress(recipeId, make.get("makeId").asLong())));
        }
        return makes;
    }

    private static Map<String, MakeAddress> submitted(RecipeApi api) {
        Map<String, MakeAddress> byKey = new HashMap<>();
        api.each(
                "/intake?state=submitted&limit=" + PAGE,
                entry ->
                        MakeAddress.in(entry)
                                .ifPresent(make -> byKey.put(entry.get("key").asText(), make)));
        return byKey;
    }
}
