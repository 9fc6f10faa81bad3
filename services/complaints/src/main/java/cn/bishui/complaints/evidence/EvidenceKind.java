package cn.bishui.complaints.evidence;

/** What evidence is, how large a file may be and how many a complaint may have. */
public enum EvidenceKind {
    PHOTO(10L << 20, 9, "evidence.photo-too-large", "evidence.too-many-photos"),
    VIDEO(50L << 20, 1, "evidence.video-too-large", "evidence.too-many-videos");

    private final long mostBytes;
    private final int most;
    private final String tooLarge;
    private final String tooMany;

    EvidenceKind(long mostBytes, int most, String tooLarge, String tooMany) {
        this.mostBytes = mostBytes;
        this.most = most;
        this.tooLarge = tooLarge;
        this.tooMany = tooMany;
    }

    /** Bytes a file may have when it is handed in. */
    public long mostBytes() {
        return mostBytes;
    }

    /** How many a complaint may have. */
    public int most() {
        return most;
    }

    String tooLarge() {
        return tooLarge;
    }

    String tooMany() {
        return tooMany;
    }
}
