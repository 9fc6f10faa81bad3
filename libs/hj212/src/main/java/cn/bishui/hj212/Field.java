package cn.bishui.hj212;

/**
 * One {@code name=value}.
 *
 * @param name as sent; names are case sensitive (HJ 212-2017 6.3.3)
 * @param value as sent, without spaces around it; may be empty
 */
public record Field(String name, String value) {

    @Override
    public String toString() {
        return name + "=" + value;
    }
}
