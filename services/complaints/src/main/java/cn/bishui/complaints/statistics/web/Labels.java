package cn.bishui.complaints.statistics.web;

import cn.bishui.complaints.complaint.Bureaus;
import cn.bishui.complaints.statistics.Dimension;
import cn.bishui.web.Texts;
import java.util.Map;

/** What the kinds of complaints are called in tables; {@code labels} in templates. */
final class Labels {

    private final Texts texts;
    private final Map<String, String> bureaus;

    Labels(Texts texts) {
        this.texts = texts;
        this.bureaus = Bureaus.names(texts.locale());
    }

    /** The name of a kind. */
    public String of(Dimension dimension, String key) {
        if (key.isEmpty()) {
            return texts.of("statistics.none." + dimension.id());
        }
        return switch (dimension) {
            case TYPE -> texts.of("complaint.type." + key);
            case CHANNEL -> texts.of("complaint.channel." + key);
            case BUREAU -> bureaus.getOrDefault(key, key);
            case STREET, MONTH -> key;
        };
    }
}
