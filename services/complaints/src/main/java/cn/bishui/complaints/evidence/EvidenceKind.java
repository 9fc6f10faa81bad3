package cn.bishui.complaints.evidence;

/** What evidence is. */
public enum EvidenceKind {
    PHOTO,
    VIDEO
}
