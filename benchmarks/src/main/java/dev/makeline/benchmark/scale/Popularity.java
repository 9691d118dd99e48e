package dev.makeline.benchmark.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// How makes are spread over recipes.
///
/// @param groups of recipes that are alike, the most popular first; the first ones stand alone
public record Popularity(List<Group> groups) {

    private static final int ALONE = 64;
    private static final double GROWTH = 1.3;

    /// @param share of all makes that each of them has
    public record Group(int recipes, double share) {

        double whole() {
            return recipes * share;
        }
    }

    public Popularity {
        groups = List.copyOf(groups);
    }

    /// The recipe of rank r has a share that goes with 1/r^exponent.
    public static Popularity zipf(int recipes, double exponent) {
        double sum = weight(1, recipes, exponent);
        List<Group> groups = new ArrayList<>();
        int from = 1;
        while (from <= recipes) {
            int to = from < ALONE ? from : (int) Math.min(recipes, from * GROWTH);
            int count = to - from + 1;
            groups.add(new Group(count, weight(from, to, exponent) / sum / count));
            from = to + 1;
        }
        return new Popularity(groups);
    }

    private static double weight(int from, int to, double exponent) {
        return IntStream.rangeClosed(from, to).mapToDouble(r -> Math.pow(r, -exponent)).sum();
    }

    double hottest() {
        return groups.getFirst().share();
    }

    /// The share of the busiest of so many shards, when recipes are dealt out in turn.
    ///
    /// @param parts of one recipe, each dealt to a shard of its own
    double busiestShard(int shards, int parts) {
        double[] load = new double[shards];
        int dealt = 0;
        for (Group group : groups) {
            if ((long) group.recipes() * parts >= shards) {
                for (int shard = 0; shard < shards; shard++) {
                    load[shard] += group.whole() / shards;
                }
            } else {
                for (int part = 0; part < group.recipes() * parts; part++) {
                    load[dealt % shards] += group.share() / parts;
                    dealt++;
                }
            }
        }
        return DoubleStream.of(load).max().orElse(1);
    }

    /// How many transactions it takes to count so many makes that came one after another, when one
    /// transaction counts makes of one recipe, `most` at most.
    double transactions(int makes, int most) {
        return groups.stream()
                .mapToDouble(group ->
                        group.recipes()
                                * Math.max(
                                        1 - Math.pow(1 - group.share(), makes),
                                        makes * group.share() / most))
                .sum();
    }
}
