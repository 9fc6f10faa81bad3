package cn.bishui.complaints.hotline;

import cn.bishui.contracts.RuleBroken;
import java.util.Arrays;

/** How a complaint reached the hotline. */
public enum Channel {
    PHONE("phone", "12369电话"),
    WECHAT("wechat", "微信"),
    WEB("web", "网络"),
    LETTER("letter", "来信"),
    VISIT("visit", "来访"),
    HOTLINE_12345("hotline-12345", "12345热线"),
    SUPERIOR("superior", "上级交办"),
    MEDIA("media", "媒体"),
    PATROL("patrol", "巡查发现"),
    ONLINE_ALERT("online-alert", "在线监测");

    private final String id;
    private final String chineseName;

    Channel(String id, String chineseName) {
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
     * @throws RuleBroken {@code complaint.channel} if there is none
     */
    public static Channel of(String text) {
        return Arrays.stream(values())
                .filter(each -> each.id.equals(text) || each.chineseName.equals(text))
                .findFirst()
                .orElseThrow(() -> RuleBroken.invalid("complaint.channel", text));
    }
}
