package cn.bishui.disclosure.exceedance.kafka;

import cn.bishui.contracts.monitoring.DailyLimitCorrected;
import cn.bishui.contracts.monitoring.DailyLimitExceeded;
import cn.bishui.contracts.monitoring.DrinkingWaterReported;
import cn.bishui.contracts.monitoring.MonitoringFact;
import cn.bishui.disclosure.drinking.DrinkingReport;
import cn.bishui.disclosure.drinking.PublishDrinkingWater;
import cn.bishui.disclosure.exceedance.CorrectExceedance;
import cn.bishui.disclosure.exceedance.Correction;
import cn.bishui.disclosure.exceedance.Exceedance;
import cn.bishui.disclosure.exceedance.PublishExceedance;
import cn.bishui.disclosure.publication.Source;
import cn.bishui.messaging.EventHeaders;
import cn.bishui.messaging.Inbox;
import java.time.Instant;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears what monitoring found, and what it corrects. */
@Component
@KafkaListener(topics = MonitoringFact.TOPIC)
class MonitoringListener {

    private final Inbox inbox;
    private final PublishExceedance exceedances;
    private final CorrectExceedance corrections;
    private final PublishDrinkingWater drinkingWater;

    MonitoringListener(
            Inbox inbox,
            PublishExceedance exceedances,
            CorrectExceedance corrections,
            PublishDrinkingWater drinkingWater) {
        this.inbox = inbox;
        this.exceedances = exceedances;
        this.corrections = corrections;
        this.drinkingWater = drinkingWater;
    }

    @KafkaHandler
    @Transactional
    void on(DailyLimitExceeded fact, @Header(EventHeaders.ID) String id, @Header(EventHeaders.TIME) String toldAt) {
        if (inbox.accepts(id)) {
            exceedances.publish(translated(fact), new Source(id, fact.type(), Instant.parse(toldAt)));
        }
    }

    @KafkaHandler
    @Transactional
    void on(DailyLimitCorrected fact, @Header(EventHeaders.ID) String id, @Header(EventHeaders.TIME) String toldAt) {
        if (inbox.accepts(id)) {
            corrections.correct(
                    new Correction(
                            fact.exceedance(),
                            fact.revision(),
                            fact.stands(),
                            fact.value(),
                            fact.limit(),
                            fact.limitMin(),
                            fact.limitMax(),
                            fact.multiple(),
                            fact.limitSet(),
                            fact.reason(),
                            fact.correctedAt()),
                    String.join(
                            " · ",
                            fact.unitName(),
                            fact.outlet(),
                            fact.pollutantName(),
                            fact.day().toString()),
                    fact.unit(),
                    new Source(id, fact.type(), Instant.parse(toldAt)));
        }
    }

    @KafkaHandler
    @Transactional
    void on(DrinkingWaterReported fact, @Header(EventHeaders.ID) String id, @Header(EventHeaders.TIME) String toldAt) {
        if (inbox.accepts(id)) {
            drinkingWater.publish(translated(fact), new Source(id, fact.type(), Instant.parse(toldAt)));
        }
    }

    private static DrinkingReport translated(DrinkingWaterReported fact) {
        return new DrinkingReport(
                fact.quarter(),
                fact.revision(),
                fact.points().stream().map(MonitoringListener::translated).toList(),
                fact.incompleteReason(),
                fact.correctionReason(),
                fact.approvedAt());
    }

    private static DrinkingReport.Point translated(DrinkingWaterReported.Point point) {
        return new DrinkingReport.Point(
                point.code(),
                point.name(),
                point.kind(),
                point.bureau(),
                point.samples(),
                point.lastSampledOn(),
                point.items(),
                point.qualified(),
                point.exceeding(),
                point.undecided(),
                point.qualifiedRate(),
                point.meets(),
                point.exceeded().stream()
                        .map(each -> new DrinkingReport.Exceeded(
                                each.item(),
                                each.name(),
                                each.day(),
                                each.value(),
                                each.unit(),
                                each.limit(),
                                each.multiple()))
                        .toList(),
                point.missingMonths(),
                point.withoutValue(),
                point.standard());
    }

    /** Leaves out the device: nobody outside needs to know what number it signs in with. */
    private static Exceedance translated(DailyLimitExceeded fact) {
        return new Exceedance(
                fact.exceedance(),
                fact.unit(),
                fact.unitName(),
                fact.outlet(),
                fact.outletName(),
                fact.pollutant(),
                fact.pollutantName(),
                fact.day(),
                fact.value(),
                fact.limit(),
                fact.limitMin(),
                fact.limitMax(),
                fact.unitOfMeasure(),
                fact.multiple(),
                fact.permit(),
                fact.limitSet(),
                fact.judgedAt());
    }
}
