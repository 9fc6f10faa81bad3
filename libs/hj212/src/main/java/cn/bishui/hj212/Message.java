package cn.bishui.hj212;

import java.util.List;

/**
 * What a packet says, by type: an {@link Upload} of a device, a {@link Command} of the centre, a {@link Reply} of either.
 *
 * <p>A message holds what the standard knows of; the packet has everything as sent, further names too.
 */
public sealed interface Message permits Message.FromDevice, Message.FromCentre {

    /** Command number. */
    String cn();

    /** The data as they are sent. */
    List<Item> items();

    /** What a device's packet says; never throws. */
    static FromDevice fromDevice(Packet packet) {
        return Cn.isAnswer(packet.cn())
                ? Values.read(packet, MessageReader::reply, Unreadable::new)
                : Values.read(packet, MessageReader::upload, Unreadable::new);
    }

    /** What a centre's packet says; never throws. */
    static FromCentre fromCentre(Packet packet) {
        return Cn.isAnswer(packet.cn())
                ? Values.read(packet, MessageReader::reply, Unreadable::new)
                : Values.read(packet, MessageReader::command, Unreadable::new);
    }

    /** What a device tells. */
    sealed interface FromDevice extends Message permits Upload, Reply, Unknown, Unreadable {}

    /** What the centre tells. */
    sealed interface FromCentre extends Message permits Command, Reply, Unknown, Unreadable {}

    /** A command number that is not known, or not in this direction. */
    record Unknown(String cn, List<Item> items) implements FromDevice, FromCentre {

        /** Copies the list. */
        public Unknown {
            items = List.copyOf(items);
        }
    }

    /**
     * A command that is known, whose data lack what it needs or have it out of range.
     *
     * @param reason one English sentence
     */
    record Unreadable(String cn, List<Item> items, String reason) implements FromDevice, FromCentre {

        /** Copies the list. */
        public Unreadable {
            items = List.copyOf(items);
        }
    }
}
