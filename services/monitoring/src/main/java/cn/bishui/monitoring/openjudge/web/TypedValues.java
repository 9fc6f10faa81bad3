package cn.bishui.monitoring.openjudge.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.openjudge.ItemHead;
import cn.bishui.monitoring.openjudge.Items;
import cn.bishui.monitoring.openjudge.Reading;
import cn.bishui.monitoring.openjudge.Water;
import cn.bishui.standards.Item;
import cn.bishui.standards.Measured;
import cn.bishui.web.form.Input;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values by the names under which they came, with the digits they were typed with. */
final class TypedValues {

    private static final int MOST = 300;

    private final Map<String, @Nullable String> byName = new LinkedHashMap<>();
    private final List<String> repeated = new ArrayList<>();

    /** Notes one; JSON objects may hold a name twice. */
    @JsonAnySetter
    void put(String name, @Nullable String typed) {
        if (byName.containsKey(name)) {
            repeated.add(name);
        } else {
            byName.put(name, typed);
        }
    }

    /** The values by the keys of their items; what cannot be read is noted in the input, under {@code values.<name>}. */
    Map<String, Measured> read(Water water, Items items, Input input) {
        Map<String, Measured> values = new LinkedHashMap<>();
        if (byName.isEmpty()) {
            input.reject("values", RuleBroken.invalid("judge.no-values"));
        }
        if (byName.size() > MOST) {
            input.reject("values", RuleBroken.invalid("judge.many-values", MOST));
            return values;
        }
        repeated.forEach(name -> input.reject(field(name), RuleBroken.invalid("judge.twice", Reading.shown(name))));
        Map<Item, String> names = new LinkedHashMap<>();
        byName.forEach((name, typed) -> {
            ItemHead head;
            try {
                head = ItemHead.of(name, items).orElseThrow(() -> Items.unknown(name, water));
            } catch (RuleBroken broken) {
                input.reject(field(name), broken);
                return;
            }
            String other = names.putIfAbsent(head.item(), name);
            if (other != null) {
                input.reject(field(name), RuleBroken.invalid("judge.same", Reading.shown(name), Reading.shown(other)));
                return;
            }
            var value = input.required(field(name), typed, text -> Reading.of(water, head.item(), text, head.unit()));
            if (value.isRead()) {
                values.put(head.item().key(), value.get());
            }
        });
        return values;
    }

    private static String field(String name) {
        return "values." + Reading.shown(name);
    }
}
