package cn.bishui.enforcement.officer;

/** Who may do what, as {@code @PreAuthorize} expressions. */
public final class Roles {

    /** Drafts cards and proposes filings. */
    public static final String INSPECTOR = "enforcement.inspector";

    /** Signs cards and decides filings. */
    public static final String HEAD = "enforcement.head";

    /** Reads everything and moves nothing. */
    public static final String READER = "enforcement.reader";

    public static final String MAY_DRAFT = "hasRole('" + INSPECTOR + "')";
    public static final String MAY_DECIDE = "hasRole('" + HEAD + "')";
    public static final String MAY_READ = "hasAnyRole('" + INSPECTOR + "', '" + HEAD + "', '" + READER + "')";

    private Roles() {}
}
