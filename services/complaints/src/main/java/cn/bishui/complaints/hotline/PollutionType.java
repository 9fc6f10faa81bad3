package cn.bishui.complaints.hotline;

import cn.bishui.contracts.RuleBroken;
import java.util.Arrays;

/** What is polluted, as the national platform sorts complaints. */
public enum PollutionType {
    WATER("water", "水"),
    AIR("air", "大气"),
    NOISE("noise", "噪声"),
    SOLID_WASTE("solid-waste", "固废"),
    HAZARDOUS_WASTE("hazardous-waste", "危废"),
    SOIL("soil", "土壤"),
    RADIATION("radiation", "辐射"),
    ECOLOGY("ecology", "生态破坏"),
    CONSTRUCTION("construction", "建设项目"),
    OTHER("other", "其他");

    private final String id;
    private final String chineseName;

    PollutionType(String id, String chineseName) {
        this.id = id;
        this.chineseName = chineseName;
    }

    /** Its name in facts, tables and addresses. */
    public String id() {
        return id;
    }

    /** The official term. */
    public String chineseName() {
        return chineseName;
    }

    /**
     * By its id or its Chinese name.
     *
     * @throws RuleBroken {@code complaint.pollution-type} if there is none
     */
    public static PollutionType of(String text) {
        return Arrays.stream(values())
                .filter(each -> each.id.equals(text) || each.chineseName.equals(text))
                .findFirst()
                .orElseThrow(() -> RuleBroken.invalid("complaint.pollution-type", text));
    }
}
