package cn.bishui.complaints.key;

/** The master key is not what it must be: the service does not start. */
final class KeyUnusable extends RuntimeException {

    private final String remedy;

    /**
     * @param why without the key itself
     * @param remedy what the operator can do
     */
    KeyUnusable(String why, String remedy) {
        super(why);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
