package cn.bishui.web.page;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * Writes dates, numbers and multiples the one way all pages do, in the reader's language; {@code #fmt} in templates.
 * Every method answers an empty text for null.
 */
public final class Formats {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final String[] SIZES = {"B", "KB", "MB", "GB"};

    private final Clock clock;
    private final MessageSource messages;
    private final Locale locale;
    private final DateTimeFormatter date;

    /** Formats for one reader. */
    public Formats(Clock clock, MessageSource messages, Locale locale) {
        this.clock = clock;
        this.messages = messages;
        this.locale = locale;
        this.date = DateTimeFormatter.ofPattern("uuuu-MM-dd EEE", locale);
    }

    /** {@code 2026-11-23 周一}, in the district's zone for an instant. */
    public String date(@Nullable Temporal when) {
        return when == null ? "" : date.format(day(when));
    }

    /** {@code 2026-11-23}, for dense tables and file names. */
    public String day(@Nullable Object when) {
        return when instanceof Temporal temporal ? DAY.format(day(temporal)) : "";
    }

    /** {@code 14:05}. */
    public String time(@Nullable Temporal when) {
        return when == null ? "" : TIME.format(local(when));
    }

    /** {@code 2026-11-23 周一 14:05}. */
    public String dateTime(@Nullable Temporal when) {
        return when == null ? "" : date.format(local(when)) + " " + TIME.format(local(when));
    }

    /** {@code 2026-11-23 14:05:09}, for logs and devices. */
    public String second(@Nullable Temporal when) {
        return when == null ? "" : SECOND.format(local(when));
    }

    /** What machines read in {@code <time datetime>}. */
    public String machine(@Nullable Temporal when) {
        return when == null ? "" : when.toString();
    }

    /** {@code 刚刚}, {@code 3分钟前}, {@code 2小时前}, {@code 5天前}. */
    public String ago(@Nullable Temporal when) {
        if (when == null) {
            return "";
        }
        Duration since = Duration.between(local(when).atZone(clock.getZone()).toInstant(), clock.instant());
        if (since.toMinutes() < 1) {
            return text("web.ago.now");
        }
        if (since.toHours() < 1) {
            return text("web.ago.minutes", since.toMinutes());
        }
        return since.toDays() < 1 ? text("web.ago.hours", since.toHours()) : text("web.ago.days", since.toDays());
    }

    /** A measured value with the digits it has, without an exponent; a count with its thousands apart. */
    public String number(@Nullable Number number) {
        return switch (number) {
            case null -> "";
            case BigDecimal decimal -> decimal.toPlainString();
            case Double _, Float _ -> new BigDecimal(number.toString()).toPlainString();
            default -> NumberFormat.getIntegerInstance(Locale.ROOT).format(number.longValue());
        };
    }

    /** A unit as readers write it: {@code ℃} for {@code degC}; in Chinese {@code 个/L} for {@code count/L}. Any other as it is. */
    public String unit(@Nullable String unit) {
        return unit == null ? "" : unit(unit, locale);
    }

    /** The same for a reader of a language. */
    public static String unit(String unit, Locale locale) {
        if (unit.equals("degC")) {
            return "℃";
        }
        if (!locale.getLanguage().equals(Locale.CHINESE.getLanguage())) {
            return unit;
        }
        return switch (unit) {
            case "Pt-Co unit" -> "度";
            case "times" -> "倍";
            default -> unit.replace(" or ", "或").replaceFirst("^count/", "个/");
        };
    }

    /** {@code 12.5 mg/L}; the number alone where the unit is empty, as for pH. */
    public String quantity(@Nullable Number number, @Nullable String unit) {
        if (number == null) {
            return "";
        }
        return unit == null || unit.isBlank() ? number(number) : number(number) + "\u00a0" + unit(unit);
    }

    /** {@code 超标1.3倍}; without a multiple, as for pH, {@code 超标}. */
    public String multiple(@Nullable BigDecimal multiple) {
        return multiple == null ? text("web.over") : text("web.over.multiple", multiple.toPlainString());
    }

    /** {@code 12 %} for 0.12. */
    public String percent(@Nullable BigDecimal share) {
        return share == null ? "" : share.movePointRight(2).stripTrailingZeros().toPlainString() + "\u00a0%";
    }

    /** {@code 3.4 MB}. */
    public String size(long bytes) {
        double left = bytes;
        int step = 0;
        while (left >= 1024 && step < SIZES.length - 1) {
            left /= 1024;
            step++;
        }
        return (step == 0 ? Long.toString(bytes) : String.format(Locale.ROOT, "%.1f", left)) + "\u00a0" + SIZES[step];
    }

    /** A last day as seen from today, null where nothing is due. */
    public @Nullable Due due(@Nullable LocalDate last) {
        return last == null ? null : new Due(last, today());
    }

    /** {@code 逾期2天}, {@code 今天到期}, {@code 明天到期}, {@code 还有5天}. */
    public String dueWords(Due due) {
        long left = due.daysLeft();
        if (left < 0) {
            return text("web.due.over", -left);
        }
        return switch ((int) Math.min(left, 2)) {
            case 0 -> text("web.due.today");
            case 1 -> text("web.due.tomorrow");
            default -> text("web.due.left", left);
        };
    }

    /** Today in the district. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDate day(Temporal when) {
        return when instanceof LocalDate day ? day : local(when).toLocalDate();
    }

    private LocalDateTime local(Temporal when) {
        return switch (when) {
            case LocalDateTime local -> local;
            case LocalDate day -> day.atStartOfDay();
            case Instant instant -> LocalDateTime.ofInstant(instant, clock.getZone());
            case ZonedDateTime zoned -> LocalDateTime.ofInstant(zoned.toInstant(), clock.getZone());
            case OffsetDateTime offset -> LocalDateTime.ofInstant(offset.toInstant(), clock.getZone());
            default -> LocalDateTime.from(when);
        };
    }

    private String text(String key, Object... arguments) {
        Object[] plain = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            plain[i] = String.valueOf(arguments[i]);
        }
        return String.valueOf(messages.getMessage(key, plain, key, locale));
    }
}
