package cn.bishui.standards;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a table of a standard limits.
 *
 * @param code of HJ 212-2017 table B.1 or HJ 525-2009, such as {@code w21003}; null if none is known
 * @param zh name in the table
 * @param en name in English, ours
 * @param also other codes, symbols and names under which values come, such as {@code NH3-N}
 * @param unit of its limits and of the values held against them; {@code 1} if it has none
 * @param signed whether its values may be below zero though its unit does not say so: an elevation
 * @param basis where it stands
 */
public record Item(
        @Nullable String code, String zh, String en, List<String> also, String unit, boolean signed, Basis basis) {

    /** The sign that compatibility makes of a superscript minus. */
    private static final char MINUS = '\u2212';

    /** Keeps a copy. */
    public Item {
        also = List.copyOf(also);
    }

    /** One whose values are below zero only where its unit says so. */
    public Item(@Nullable String code, String zh, String en, List<String> also, String unit, Basis basis) {
        this(code, zh, en, also, unit, false, basis);
    }

    /** Reads the columns {@code code}, {@code zh}, {@code en}, {@code also}, {@code unit}, {@code signed} where there is one, and those of {@link Basis}. */
    public static Item of(Csv.Row row) {
        String code = row.text("code");
        return new Item(
                code.isEmpty() ? null : code,
                row.text("zh"),
                row.text("en"),
                row.list("also", '|'),
                row.text("unit"),
                row.yes("signed"),
                Basis.of(row));
    }

    /** Its code, or its Chinese name where no code is known: by this results name it. */
    public String key() {
        return code == null ? zh : code;
    }

    /** Whether a code, symbol or name means it: {@code w21003}, {@code 氨氮}, {@code 氨氮(以N计)}, {@code NH₃-N}. */
    public boolean isCalled(String name) {
        return names().contains(plain(name)) || names().contains(bare(name));
    }

    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        if (code != null) {
            names.add(plain(code));
        }
        names.add(plain(zh));
        names.add(bare(zh));
        names.add(plain(en));
        also.forEach(each -> names.add(plain(each)));
        return names;
    }

    /** In lower case, half width, without spaces. */
    static String plain(String name) {
        String compatible = Normalizer.isNormalized(name, Normalizer.Form.NFKC)
                ? name
                : Normalizer.normalize(name, Normalizer.Form.NFKC);
        StringBuilder plain = new StringBuilder(compatible.length());
        for (int i = 0; i < compatible.length(); i++) {
            char each = compatible.charAt(i);
            if (!Character.isWhitespace(each)) {
                plain.append(each == MINUS ? '-' : each);
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    /** Without what stands at the end in brackets: how it is counted, a symbol. A unit stays, since values in it are others. */
    static String bare(String name) {
        String plain = plain(name);
        int open = plain.lastIndexOf('(');
        boolean bracketed = open > 0 && plain.indexOf(')', open) == plain.length() - 1;
        return bracketed && !Units.isMeantAsUnit(plain.substring(open + 1, plain.length() - 1))
                ? plain.substring(0, open)
                : plain;
    }
}
