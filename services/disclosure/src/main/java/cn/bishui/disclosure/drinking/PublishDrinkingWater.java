package cn.bishui.disclosure.drinking;

import cn.bishui.disclosure.publication.NotePublication;
import cn.bishui.disclosure.publication.Notice;
import cn.bishui.disclosure.publication.Source;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a quarter of drinking water public, or its correction. */
@Service
public class PublishDrinkingWater {

    private final DrinkingReports reports;
    private final NotePublication note;

    PublishDrinkingWater(DrinkingReports reports, NotePublication note) {
        this.reports = reports;
        this.note = note;
    }

    /** Publishes it; an earlier revision stays readable. */
    @Transactional
    public void publish(DrinkingReport report, Source source) {
        String about = report.quarter() + " · " + report.revision();
        reports.put(
                report, note.note(source, new Notice(Notice.Kind.DRINKING_WATER, about, null, report.approvedAt())));
    }
}
