package cn.bishui.bench;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** What made-up reporters write: words that every other complaint has, and words that one in a hundred thousand has. */
final class ComplaintTexts {

    private static final List<String> STREETS = List.of(
            "兴华街道", "文庙街道", "东局子街道", "新地号街道", "延安街道", "莲花街道", "站前街道", "民主街道", "通江街道", "哈达湾街道", "孤店子镇", "桦皮厂镇", "左家镇",
            "两家子乡", "土城子乡");

    private static final List<String> ROADS = List.of(
            "滨江东路", "中兴街", "解放中路", "重庆街", "天津街", "吉林大街", "松江中路", "青岛街", "南京街", "遵义东路", "和龙街", "通潭大路", "九站街", "桃源路",
            "秀水路", "平安路");

    /** With how many of a hundred complaints each sentence is about. */
    private static final String[][] HAPPENINGS = {
        {"30", "污水直接排进河里，水发黑，味道很重"},
        {"14", "排污口一直在流黑水，附近居民都闻到异味"},
        {"10", "生活污水从井盖往外冒，流到路面上，夏天臭气熏人"},
        {"9", "夜间偷排废水，白天看不到，早上河面全是泡沫"},
        {"8", "河道里全是垃圾和塑料袋，没有人清理"},
        {"7", "养殖场的粪水没有处理就往沟里排，苍蝇很多"},
        {"6", "工厂废水颜色发红，庄稼浇了以后死了一片"},
        {"5", "饭店油烟管道正对窗户，下水道堵了污水外溢"},
        {"4", "工地泥浆水排进雨水管网，把河水染黄了"},
        {"3", "自来水有异味，烧开以后有白色沉淀"},
        {"2", "加油站附近的井水有油味，担心地下水被污染"},
        {"1", "上游漂来大量死鱼，怀疑有人投毒或者偷排"},
        {"1", "电镀作坊藏在民房里，酸水渗到邻居家地窖"},
    };

    private static final List<String> SINCE =
            List.of("已经持续半个月", "从上周开始", "每天晚上十点以后", "下雨的时候更严重", "去年就举报过一次", "昨天上午发现的", "这几天特别明显", "每逢周末就这样");

    private static final List<String> WANTS =
            List.of("希望尽快查处", "请派人到现场看一看", "要求停止排放并恢复原状", "希望公布检测结果", "请给一个答复", "要求赔偿损失");

    private static final List<String> KINDS =
            List.of("化工厂", "造纸厂", "养殖场", "食品加工厂", "电镀厂", "洗车行", "屠宰场", "酒店", "建材公司", "污水处理厂", "制药公司", "印染厂");

    private static final String NAMES = "鑫源晨鸣宏达永昌瑞丰恒泰金泽盛隆嘉和顺祥华茂德兴佳美腾跃凯悦康宁博远鼎立锦绣益民富强庆丰同乐双龙九洲";

    private static final String RARE = "麒麟鹮鳜鲟鳇獭獾狍鹳鸬鹚鼋鼍鲮鲥鳟鲌鲴鳊鲂鲚";

    private final Random random;

    ComplaintTexts(Random random) {
        this.random = random;
    }

    String street() {
        return any(STREETS);
    }

    String address(String street) {
        return "昌邑区" + street + any(ROADS) + (1 + random.nextInt(400)) + "号"
                + (random.nextInt(3) == 0 ? "以北约" + (1 + random.nextInt(9)) * 50 + "米" : "");
    }

    /** One of some 30,000 firms. */
    String firm() {
        int a = random.nextInt(NAMES.length());
        int b = random.nextInt(NAMES.length());
        return "吉林市" + NAMES.charAt(a) + NAMES.charAt(b) + any(KINDS);
    }

    String content(String street) {
        StringBuilder text =
                new StringBuilder(street).append(any(ROADS)).append("附近，").append(happening());
        text.append("。").append(any(SINCE)).append("，");
        if (random.nextInt(3) == 0) {
            text.append("怀疑是").append(firm()).append("干的，");
        }
        if (random.nextInt(5000) == 0) {
            text.append("水里有")
                    .append(RARE.charAt(random.nextInt(RARE.length())))
                    .append("鱼死了，");
        }
        if (random.nextInt(4) == 0) {
            text.append(happening()).append("，");
        }
        return text.append(any(WANTS)).append("。").toString();
    }

    /** What people look for, from what half of the complaints have to what hardly any has. */
    static List<String> searches() {
        return List.of(
                "污水", "异味", "排污口", "滨江", "养殖场", "夜间偷排", "死鱼", "地下水", "电镀", "电镀作坊", "鲟鱼", "鳜鱼", "晨鸣造纸", "宏达化工", "鑫源",
                "九站街", "孤店子", "投毒", "酸水", "白色沉淀", "不存在");
    }

    private String happening() {
        int chance = random.nextInt(100);
        for (String[] each : HAPPENINGS) {
            chance -= Integer.parseInt(each[0]);
            if (chance < 0) {
                return each[1];
            }
        }
        return HAPPENINGS[0][1];
    }

    /** The pairs of characters by which the service finds texts, and the last character of each, as a tsvector is written. */
    static String pairs(String... texts) {
        Set<String> pairs = new LinkedHashSet<>();
        for (String text : texts) {
            String plain = text.toLowerCase(Locale.ROOT).replace(" ", "");
            for (int i = 0; i + 1 < plain.length(); i++) {
                pairs.add("'" + plain.substring(i, i + 2) + "'");
            }
            if (!plain.isEmpty()) {
                pairs.add("'" + plain.charAt(plain.length() - 1) + "'");
            }
        }
        return String.join(" ", pairs);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
