package cn.bishui.complaints.citizen;

import java.util.Locale;

/** A secret as people see and type it. */
public final class TypedSecret {

    private static final int GROUP = 4;

    private TypedSecret() {}

    /** What was meant: letters that the alphabet lacks are the digits they look like. */
    public static String read(String typed) {
        return typed.strip()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\-–—－_]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** In groups of four, easier to read out and to copy by hand. */
    public static String grouped(String secret) {
        return String.join("-", secret.split("(?<=\\G.{" + GROUP + "})"));
    }
}
