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
        return "%s%s经自动监测，%s%s。现予以黄牌警示，责令整治。".formatted(suspect.unitName(), outlet(suspect), findings, rest);
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
        return "%s%s日均值%s%s，%s"
                .formatted(
                        DAY.format(exceedance.day()),
                        exceedance.pollutantName(),
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
