package cn.bishui.hj212;

import java.util.List;

/** What a {@link PacketJoiner} tells. */
public sealed interface Joined {

    /**
     * Everything came.
     *
     * @param packet what the parts say together, not numbered, with the QN of the first; the packet itself where it was the
     *     only one
     * @param parts in their order
     */
    record Whole(Packet packet, List<Packet> parts) implements Joined {

        /** Copies the list. */
        public Whole {
            parts = List.copyOf(parts);
        }
    }

    /** A part that had come already and says the same, such as one whose answer was lost. */
    record Repeated(Packet part) implements Joined {}

    /** A part in whose place another one came, which says something else, before everything was there. */
    record Replaced(Packet part) implements Joined {}

    /**
     * Parts that are given up.
     *
     * @param reason why
     * @param parts those that came, in their order
     * @param total how many there should be
     */
    record Incomplete(Reason reason, List<Packet> parts, int total) implements Joined {

        /** Copies the list. */
        public Incomplete {
            parts = List.copyOf(parts);
        }
    }

    /** Why parts are given up. */
    enum Reason {
        /** Nothing came for too long. */
        EXPIRED,
        /** There was no more room, and they had waited longest. */
        CROWDED_OUT
    }
}
