package cn.bishui.enforcement.card;

import cn.bishui.enforcement.clue.Exceedance;
import cn.bishui.enforcement.clue.Suspect;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Puts exceedances into Chinese words that can be published, for the inspector to work on. */
public final class SuggestedReason {

    /** More than these make a text that nobody reads. */
    private static final int LISTED = 10;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日");

    private SuggestedReason() {}

    /** Why a unit is shown a card for these exceedances, at least one. */
    public static String of(Suspect suspect, List<Exceedance> exceedances) {
        String findings =
                exceedances.stream().limit(LISTED).map(SuggestedReason::finding).collect(Collectors.joining("；"));
        String rest = exceedances.size() > LISTED ? "；等共%d项日均值超标".formatted(exceedances.size()) : "";
        return "%s%s经%s，%s%s。现予以黄牌警示，责令整治。"
                .formatted(suspect.unitName(), outlet(suspect), monitored(exceedances), findings, rest);
    }

    private static String monitored(List<Exceedance> exceedances) {
        long onSite = exceedances.stream()
                .filter(exceedance -> exceedance.device() == null)
                .count();
        if (onSite == 0) {
            return "自动监测";
        }
        return onSite == exceedances.size() ? "现场监测" : "自动监测和现场监测";
    }

    private static String outlet(Suspect suspect) {
        String code = suspect.outlet();
        if (code == null) {
            return "";
        }
        return suspect.outletName() == null ? code : "%s（%s）".formatted(suspect.outletName(), code);
    }

    private static String finding(Exceedance exceedance) {
        String unit = exceedance.writtenUnit().isEmpty() ? "" : " " + exceedance.writtenUnit();
        return "%s%s%s%s%s，%s"
                .formatted(
                        DAY.format(exceedance.day()),
                        exceedance.pollutantName(),
                        exceedance.device() == null ? "现场监测值" : "日均值",
                        exceedance.value().toPlainString(),
                        unit,
                        comparison(exceedance, unit));
    }

    private static String comparison(Exceedance exceedance, String unit) {
        BigDecimal min = exceedance.limitMin();
        BigDecimal max = exceedance.limitMax();
        if (min != null && max != null) {
            return "超出排污许可证规定的%s～%s%s范围".formatted(min.toPlainString(), max.toPlainString(), unit);
        }
        String limit = exceedance.limit().toPlainString() + unit;
        if (min != null) {
            return "低于排污许可证规定的日均限值" + limit;
        }
        BigDecimal multiple = exceedance.multiple();
        String over = multiple == null || multiple.signum() <= 0 ? "" : "，超标" + multiple.toPlainString() + "倍";
        return "超过排污许可证规定的日均限值" + limit + over;
    }
}
