package cn.bishui.hj212;

/**
 * Makes answers as HJ 212-2017 6.4 has them: system code 91, the QN, PW and MN of what is answered, its version, no
 * answer wanted.
 */
public final class Answers {

    private static final String SYSTEM = "91";

    private Answers() {}

    /** 9014: the data arrived. */
    public static Packet toData(Packet data) {
        return answer(data, Cn.DATA_ANSWER).build();
    }

    /** 9013: the notice arrived. */
    public static Packet toNotice(Packet notice) {
        return answer(notice, Cn.NOTICE_ANSWER).build();
    }

    /** 9011: whether the request will be done. */
    public static Packet toRequest(Packet request, RequestAnswer answer) {
        return answer(request, Cn.REQUEST_ANSWER)
                .item("QnRtn", Integer.toString(answer.number()))
                .build();
    }

    /** 9012: what became of the request. */
    public static Packet result(Packet request, ExecutionResult result) {
        return answer(request, Cn.EXECUTION_RESULT)
                .item("ExeRtn", Integer.toString(result.number()))
                .build();
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
