package cn.bishui.monitoring.reading;

import cn.bishui.hj212.Field;
import cn.bishui.hj212.Item;
import cn.bishui.hj212.Packet;
import cn.bishui.hj212.PollutantData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The data of a packet as they are kept, without {@code DataTime}: a layout, which is the same from packet to packet of a
 * device and is kept once, and what fills it, exactly as sent. Data flags belong to the layout, since they hardly ever
 * change.
 *
 * @param layout such as {@code w00000-Rtd,w00000-Flag=N;w01018-Rtd,w01018-Flag=N}
 * @param numbers such as {@code 16.80,38.4}
 */
public record Content(String layout, String numbers) {

    private static final String DATA_TIME = "DataTime";
    private static final String FLAG = "-Flag";

    /** Takes items apart; a value holds neither comma nor semicolon, because they separate. */
    public static Content of(List<Item> items) {
        StringBuilder layout = new StringBuilder();
        List<String> numbers = new ArrayList<>();
        for (Item item : items) {
            char separator = ';';
            for (Field field : item.fields()) {
                if (field.name().equals(DATA_TIME)) {
                    continue;
                }
                if (!layout.isEmpty()) {
                    layout.append(separator);
                }
                separator = ',';
                layout.append(field.name());
                if (field.name().endsWith(FLAG)) {
                    layout.append('=').append(field.value());
                } else {
                    numbers.add(field.value());
                }
            }
        }
        return new Content(layout.toString(), String.join(",", numbers));
    }

    /** The items again. */
    public List<Item> items() {
        if (layout.isEmpty()) {
            return List.of();
        }
        Iterator<String> next = Arrays.asList(numbers.split(",", -1)).iterator();
        List<Item> items = new ArrayList<>();
        for (String part : layout.split(";", -1)) {
            List<Field> fields = new ArrayList<>();
            for (String each : part.split(",", -1)) {
                int equals = each.indexOf('=');
                fields.add(
                        equals < 0
                                ? new Field(each, next.next())
                                : new Field(each.substring(0, equals), each.substring(equals + 1)));
            }
            items.add(new Item(fields));
        }
        return items;
    }

    /** What it says about each pollutant, by code as sent. */
    public Map<String, PollutantData> values() {
        return values(items());
    }

    /** What items say about each pollutant, by code as sent. */
    public static Map<String, PollutantData> values(List<Item> items) {
        // only what the items say is read: the head is of no interest any more
        return Packet.builder("32", "2011", "kept-record-0000000000")
                .items(items)
                .build()
                .pollutants();
    }
}
