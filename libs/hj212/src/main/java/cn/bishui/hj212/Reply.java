package cn.bishui.hj212;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What answers a packet. The QN is that of what is answered; HJ/T 212-2005 has it in the data. */
public sealed interface Reply extends Message.FromDevice, Message.FromCentre {

    /** QN of what is answered; null if it was not sent. */
    @Nullable
    String qn();

    /**
     * Whether a request will be done (CN 9011).
     *
     * @param number QnRtn as sent
     */
    record RequestAnswered(@Nullable String qn, int number) implements Reply {

        /** What the number means; {@link RequestAnswer#UNKNOWN} for one that is not known. */
        public RequestAnswer answer() {
            return RequestAnswer.of(number);
        }

        @Override
        public String cn() {
            return Cn.REQUEST_ANSWER;
        }

        @Override
        public List<Item> items() {
            return Values.items("QnRtn", Integer.toString(number));
        }
    }

    /**
     * What became of a request (CN 9012).
     *
     * @param number ExeRtn as sent
     */
    record Executed(@Nullable String qn, int number) implements Reply {

        /** What the number means; {@link ExecutionResult#FAILED} for one that is not known. */
        public ExecutionResult result() {
            return ExecutionResult.of(number);
        }

        @Override
        public String cn() {
            return Cn.EXECUTION_RESULT;
        }

        @Override
        public List<Item> items() {
            return Values.items("ExeRtn", Integer.toString(number));
        }
    }

    /** A notice arrived (CN 9013). */
    record NoticeReceived(@Nullable String qn) implements Reply {

        @Override
        public String cn() {
            return Cn.NOTICE_ANSWER;
        }

        @Override
        public List<Item> items() {
            return List.of();
        }
    }

    /** Data arrived (CN 9014). */
    record DataReceived(@Nullable String qn) implements Reply {

        @Override
        public String cn() {
            return Cn.DATA_ANSWER;
        }

        @Override
        public List<Item> items() {
            return List.of();
        }
    }
}
