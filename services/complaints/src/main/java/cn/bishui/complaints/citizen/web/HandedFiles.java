package cn.bishui.complaints.citizen.web;

import cn.bishui.complaints.evidence.CleanEvidence;
import cn.bishui.complaints.evidence.CleanFiles;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Reads the photos and the video of a form. */
final class HandedFiles {

    private HandedFiles() {}

    /**
     * Cleans them; to be closed by the caller.
     *
     * @throws cn.bishui.web.form.InvalidInput with what is wrong with any of them
     */
    static CleanFiles clean(
            @Nullable List<MultipartFile> photos, @Nullable MultipartFile video, CleanEvidence cleanEvidence) {
        Stream<CleanFiles.Handed> handed = Stream.concat(
                photos == null
                        ? Stream.empty()
                        : photos.stream()
                                .filter(each -> !each.isEmpty())
                                .map(each -> new CleanFiles.Handed("photos", each::getInputStream)),
                Stream.ofNullable(video)
                        .filter(each -> !each.isEmpty())
                        .map(each -> new CleanFiles.Handed("video", each::getInputStream)));
        return CleanFiles.of(handed.toList(), cleanEvidence);
    }
}
