package cn.bishui.hj212;

/**
 * Makes answers as HJ 212-2017 6.4 has them: system code 91, the QN, PW and MN of what is answered, its version, no
 * answer wanted.
 *
 * <p>HJ/T 212-2005 has the QN of what is answered in the data of 9011, 9012 and 9013; answers to devices of that version
 * have it in both places.
 */
public final class Answers {

    private static final String SYSTEM = "91";

    private Answers() {}

    /** What a device's packet gets: 9013 if it is a notice, else 9014. */
    public static Packet toUpload(Packet upload) {
        return Cn.isNotice(upload.cn()) ? toNotice(upload) : toData(upload);
    }

    /** 9014: the data arrived. */
    public static Packet toData(Packet data) {
        return answer(data, Cn.DATA_ANSWER).build();
    }

    /** 9013: the notice arrived. */
    public static Packet toNotice(Packet notice) {
        return withQn(notice, Cn.NOTICE_ANSWER).build();
    }

    /** 9011: whether the request will be done. */
    public static Packet toRequest(Packet request, RequestAnswer answer) {
        return withQn(request, Cn.REQUEST_ANSWER)
                .item("QnRtn", Integer.toString(answer.number()))
                .build();
    }

    /** 9012: what became of the request. */
    public static Packet result(Packet request, ExecutionResult result) {
        return withQn(request, Cn.EXECUTION_RESULT)
                .item("ExeRtn", Integer.toString(result.number()))
                .build();
    }

    private static Packet.Builder withQn(Packet received, String cn) {
        Packet.Builder answer = answer(received, cn);
        String qn = received.qn();
        return received.version() == ProtocolVersion.V2005 && qn != null ? answer.item("QN", qn) : answer;
    }

    /**
     * @throws IllegalArgumentException if there is no QN to repeat; {@link Packet#answerWanted()} is false then
     */
    private static Packet.Builder answer(Packet received, String cn) {
        if (received.qn() == null) {
            throw new IllegalArgumentException("A packet without QN cannot be answered");
        }
        Flag flag = received.flag();
        return Packet.builder(SYSTEM, cn, received.mn())
                .qn(received.qn())
                .pw(received.pw())
                .flag(flag == null ? new Flag(0) : flag.forReply());
    }
}
