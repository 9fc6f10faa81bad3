package cn.bishui.complaints.complaint;

/** The roles of the hotline, and who may do what as {@code @PreAuthorize} expressions. */
public final class Roles {

    /** Takes complaints down, decides on acceptance, assigns, tells reporters. */
    public static final String OPERATOR = "complaints.operator";

    /** Investigates what is assigned to the own bureau. */
    public static final String HANDLER = "complaints.handler";

    /** Signs results of the own bureau. */
    public static final String HEAD = "complaints.head";

    /** Settles, urges, supervises, re-examines. */
    public static final String SUPERVISOR = "complaints.supervisor";

    /** Reads and moves nothing. */
    public static final String READER = "complaints.reader";

    /** Sees who reported, with a reason. */
    public static final String IDENTITY_READER = "complaints.identity-reader";

    public static final String MAY_READ =
            "hasAnyRole('" + OPERATOR + "', '" + HANDLER + "', '" + HEAD + "', '" + SUPERVISOR + "', '" + READER + "')";
    public static final String MAY_RECEIVE = "hasRole('" + OPERATOR + "')";
    public static final String MAY_HANDLE = "hasRole('" + HANDLER + "')";
    public static final String MAY_SIGN = "hasRole('" + HEAD + "')";
    public static final String MAY_SPEAK_FOR_BUREAU = "hasAnyRole('" + HANDLER + "', '" + HEAD + "')";
    public static final String MAY_SUPERVISE = "hasRole('" + SUPERVISOR + "')";
    public static final String MAY_CORRECT = "hasAnyRole('" + OPERATOR + "', '" + SUPERVISOR + "')";
    public static final String MAY_ADD = "hasAnyRole('" + OPERATOR + "', '" + HANDLER + "', '" + SUPERVISOR + "')";
    public static final String MAY_ANSWER = "hasAnyRole('" + OPERATOR + "', '" + HANDLER + "', '" + HEAD + "')";
    public static final String MAY_REPORT = "hasAnyRole('" + SUPERVISOR + "', '" + READER + "')";

    private Roles() {}
}
