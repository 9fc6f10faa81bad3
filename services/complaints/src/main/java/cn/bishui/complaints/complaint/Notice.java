package cn.bishui.complaints.complaint;

import cn.bishui.complaints.hotline.Reach;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that somebody has to tell the reporter, by telephone or by letter.
 *
 * @param words what
 */
public record Notice(UUID id, UUID complaint, NoticeKind kind, Reach means, String words, Instant createdAt) {}
