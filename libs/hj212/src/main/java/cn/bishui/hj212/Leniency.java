package cn.bishui.hj212;

/** A departure from the standard that was seen in the field, read as it was meant, and noted on the packet. */
public enum Leniency {
    /** The checksum has lower-case letters. */
    LOWER_CASE_CRC,
    /** The text is neither ASCII nor UTF-8 and was read as GB 18030. */
    GBK_TEXT,
    /** The text is no GB 18030 either; what cannot be read stands as U+FFFD, the frame has the bytes. */
    UNREADABLE_TEXT,
    /** A comma stands where the header needs a semicolon, as after QN in examples of the standard. */
    COMMA_IN_HEADER,
    /** No semicolon stands before {@code CP=}. */
    MISSING_SEMICOLON_BEFORE_CP,
    /** There is no {@code CP=&&}; the packet has no items. */
    MISSING_CP,
    /** The closing {@code &&} is missing. */
    UNCLOSED_CP,
    /** Text follows the closing {@code &&}; it was dropped. */
    TEXT_AFTER_CP,
    /** Spaces stand around names or values. */
    SPACE,
    /** A header field or the part of an item has no {@code =}; kept as a name with an empty value. */
    NAME_WITHOUT_VALUE,
    /** A header field came twice; the first holds. */
    DUPLICATE_FIELD,
    /** The same name came twice in the data; the first holds where a single value is asked for. */
    DUPLICATE_DATA,
    /** There is no QN, as in uploads after HJ/T 212-2005. */
    MISSING_QN,
    /** There is no Flag, as in uploads after HJ/T 212-2005, or it is no number from 0 to 255, which is kept as a further field. */
    MISSING_FLAG,
    /** Flag says the packet is numbered, and PNUM or PNO is missing or wrong. */
    MISSING_PACKET_NUMBER,
    /** PNUM and PNO are there, and Flag says the packet is not numbered. */
    UNANNOUNCED_PACKET_NUMBER
}
