package dev.makeline.benchmark.cost;

import java.util.ArrayList;
import java.util.List;

/// What something costs, item by item.
public record Bill(List<Item> items) {

    /// @param amount of what the price is for
    public record Item(String what, double amount, String price, double dollars) {}

    public Bill {
        items = List.copyOf(items);
    }

    public double dollars() {
        return items.stream().mapToDouble(Item::dollars).sum();
    }

    Bill plus(Bill other) {
        List<Item> all = new ArrayList<>(items);
        all.addAll(other.items);
        return new Bill(all);
    }

    Bill times(double factor) {
        return new Bill(
                items.stream()
                        .map(item ->
                                new Item(
                                        item.what(),
                                        item.amount() * factor,
                                        item.price(),
                                        item.dollars() * factor))
                        .toList());
    }

    /// Collects items at one table's prices.
    static final class Writer {

        private final PriceTable prices;
        private final List<Item> items = new ArrayList<>();

        Writer(PriceTable prices) {
            this.prices = prices;
        }

        Writer add(String what, double amount, String price) {
            items.add(new Item(what, amount, price, amount * prices.get(price)));
            return this;
        }

        Bill bill() {
            return new Bill(items);
        }
    }
}
