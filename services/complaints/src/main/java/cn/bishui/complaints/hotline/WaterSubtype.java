package cn.bishui.complaints.hotline;

import cn.bishui.contracts.RuleBroken;
import java.util.Arrays;

/** What a complaint about water is about. */
public enum WaterSubtype {
    INDUSTRIAL("industrial", "工业废水"),
    SEWAGE("sewage", "生活污水"),
    LIVESTOCK("livestock", "畜禽养殖"),
    BLACK_ODOROUS("black-odorous", "黑臭水体"),
    DRINKING("drinking", "饮用水"),
    GROUNDWATER("groundwater", "地下水"),
    FARMING("farming", "农业面源"),
    LITTER("litter", "河道垃圾"),
    OUTLET("outlet", "排污口"),
    TREATMENT_PLANT("treatment-plant", "污水处理厂"),
    SUDDEN("sudden", "突发水污染");

    private final String id;
    private final String chineseName;

    WaterSubtype(String id, String chineseName) {
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
     * @throws RuleBroken {@code complaint.water-subtype} if there is none
     */
    public static WaterSubtype of(String text) {
        return Arrays.stream(values())
                .filter(each -> each.id.equals(text) || each.chineseName.equals(text))
                .findFirst()
                .orElseThrow(() -> RuleBroken.invalid("complaint.water-subtype", text));
    }
}
