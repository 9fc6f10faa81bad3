package cn.bishui.monitoring.duty.web;

import cn.bishui.clocks.LegalClocks;
import cn.bishui.monitoring.duty.web.AlertSource.Details;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import cn.bishui.web.Texts;
import java.math.BigDecimal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything of the devices and of their data that waits for the officer on duty. */
@Configuration(proxyBeanMethods = false)
class AlertSources {

    /** Report a fault: 12 hours. */
    private static final String REPORT = "MON-FAULT";

    /** The next manual sample: 6 hours. */
    private static final String SAMPLE = "MON-MANUAL";

    /** Put to use what was accepted: 5 working days. */
    private static final String USE = "MON-REGISTER";

    private static final String UNSEEN = "cast(null as timestamptz) as seen_at, cast(null as text) as seen_by";
    private static final String NO_DUE = "cast(null as timestamptz) as due";
    private static final String DEVICE = "'/monitoring/devices/' || d.mn as href";

    /** A4: a device in service is silent; its fault is to be reported in 12 hours. */
    @Bean
    AlertSource silentDevices(LegalClocks clocks) {
        return new AlertSource(
                "silent",
                """
                select d.mn || '/' || extract(epoch from s.since) as ref, s.since, d.mn, p.place, %s,
                       array[to_char(s.since at time zone :zone, 'YYYY-MM-DD HH24:MI')] as details, %s, %s
                from device_silence s join device d on d.id = s.device join device_place p on p.device = d.id
                where s.ended_at is null""".formatted(DEVICE, NO_DUE, UNSEEN),
                true,
                (details, texts) -> texts.of("alert.words.silent", details.get(0)),
                since -> clocks.expiry(REPORT, since).due());
    }

    /** A2: a daily mean was over its limit, and still is. */
    @Bean
    AlertSource exceedances() {
        return new AlertSource("exceedance", """
                select e.id as ref, e.found_at as since, coalesce(d.mn, '') as mn,
                       coalesce(p.unit_name || ' · ' || e.outlet || ' ' || o.name, e.unit || ' · ' || e.outlet) as place,
                       '/monitoring/outlets/' || e.unit || '/' || e.outlet || '/days/' || e.day || '/' || e.pollutant as href,
                       array[e.pollutant, cast(e.day as text), coalesce(cast(e.value as text), ''),
                           coalesce(e.unit_of_measure, ''), coalesce(cast(e.multiple as text), '')] as details, %s, %s
                from exceedance e
                left join device d on d.id = e.device
                left join permit p on p.number = e.permit
                left join permit_outlet o on o.permit = e.permit and o.code = e.outlet
                where e.stands and e.found_at > :month""".formatted(NO_DUE, UNSEEN), true, AlertSources::exceedance, _ -> null);
    }

    /**
     * A1: hours of a day were over the limit: an early warning. What was withdrawn of them is a row of its own, seen to by the
     * platform itself.
     */
    @Bean
    AlertSource hours() {
        return new AlertSource(
                "hour",
                """
                select d.mn || '/' || w.pollutant || '/' || cast(w.hour as date) || case when w.stands then '' else '/withdrawn' end
                           as ref,
                       min(w.told_at) as since, d.mn, p.place,
                       '/monitoring/outlets/' || w.unit || '/' || w.outlet || '?pollutant=' || w.pollutant || '#warnings' as href,
                       array[w.pollutant, cast(cast(w.hour as date) as text), coalesce(cast(max(w.value) as text), ''),
                           max(w.unit_of_measure), coalesce(cast(max(w.multiple) as text), ''), cast(count(*) as text),
                           case when w.stands then '' else '.withdrawn' end] as details, %s,
                       case when not w.stands then max(w.looked_at)
                            when bool_and(w.acknowledged_at is not null) then max(w.acknowledged_at) end as seen_at,
                       case when not w.stands then 'system:monitoring'
                            when bool_and(w.acknowledged_at is not null) then max(w.acknowledged_by) end as seen_by
                from hourly_warning w join device d on d.id = w.device join device_place p on p.device = d.id
                where coalesce(w.looked_at, w.told_at) > :month
                group by d.mn, p.place, w.unit, w.outlet, w.pollutant, cast(w.hour as date), w.stands""".formatted(NO_DUE),
                false,
                (details, texts) -> over("alert.words.hour" + details.get(6), details, texts),
                _ -> null);
    }

    /** A6: too few valid hours to judge a day by. */
    @Bean
    AlertSource validity() {
        return new AlertSource(
                "validity",
                """
                select j.unit || '/' || j.outlet || '/' || d.mn || '/' || j.day as ref, min(j.judged_at) as since, d.mn, p.place,
                       '/monitoring/outlets/' || j.unit || '/' || j.outlet as href,
                       array[cast(j.day as text), cast(count(*) as text), cast(min(j.valid) as text),
                           cast(max(j.expected) as text)] as details, %s, %s
                from judgement j join device d on d.id = j.device join device_place p on p.device = d.id
                where j.latest and j.reason = 'not-valid' and j.day > cast(:today as date) - 30
                group by j.unit, j.outlet, d.mn, j.day, p.place""".formatted(NO_DUE, UNSEEN),
                true,
                (details, texts) -> texts.of(
                        "alert.words.validity", details.get(0), details.get(1), details.get(2), details.get(3)),
                _ -> null);
    }

    /** A6 for the last three months that are over: too few valid hours to account for what was discharged. */
    @Bean
    AlertSource validityOfMonths() {
        return new AlertSource(
                "month-validity",
                """
                select a.unit || '/' || a.outlet || '/' || a.first_day as ref,
                       cast(a.first_day + interval '1 month' as timestamp) at time zone :zone as since,
                       coalesce(min(d.mn), '') as mn, coalesce(min(p.place), a.unit || ' · ' || a.outlet) as place,
                       '/monitoring/outlets/' || a.unit || '/' || a.outlet || '/loads?month=' || to_char(a.first_day, 'YYYY-MM')
                           as href,
                       array[to_char(a.first_day, 'YYYY-MM'), cast(count(distinct a.pollutant) as text),
                           cast(min(round(100.0 * a.counted / a.expected, 1)) as text)] as details, %s, %s
                from load_account a
                left join device d on d.unit = a.unit and d.outlet = a.outlet and d.state <> 'removed'
                left join device_place p on p.device = d.id
                where a.latest and a.kind = 'month' and a.validity = 'too-few' and a.expected > 0
                  and a.first_day >= date_trunc('month', cast(:today as date)) - interval '3 months'
                  and a.first_day < date_trunc('month', cast(:today as date))
                group by a.unit, a.outlet, a.first_day""".formatted(NO_DUE, UNSEEN),
                true,
                (details, texts) ->
                        texts.of("alert.words.month-validity", details.get(0), details.get(1), details.get(2)),
                _ -> null);
    }

    /** What a device sends bears a sign of tampering, and nobody has decided about it. */
    @Bean
    AlertSource suspicions() {
        return new AlertSource(
                "suspicion",
                """
                select cast(s.id as text) as ref, s.found_at as since, s.mn, s.unit_name || ' · ' || s.outlet || ' ' || s.outlet_name as place,
                       '/monitoring/signs/' || s.id as href, array[s.sign, s.finding_zh, s.finding_en] as details, %s, %s
                from suspicion s where s.state in ('found', 'handed-over')""".formatted(NO_DUE, UNSEEN),
                true,
                (details, texts) -> details.get(0) + " " + texts.either(details.get(1), details.get(2)),
                _ -> null);
    }

    /** Somebody spoke who may not. */
    @Bean
    AlertSource refusals() {
        return new AlertSource(
                "refusal",
                """
                select cast(r.id as text) as ref, r.first_seen as since, r.mn, coalesce(p.place, '') as place,
                       '/monitoring/refusals/' || r.id as href,
                       array[r.reason, r.remote, cast(r.packets as text)] as details, %s,
                       r.acknowledged_at as seen_at, r.acknowledged_by as seen_by
                from refusal r left join device d on d.mn = r.mn left join device_place p on p.device = d.id
                where r.acknowledged_at is null or r.acknowledged_at > :month""".formatted(NO_DUE),
                false,
                (details, texts) -> texts.of(
                        "alert.words.refusal",
                        texts.of("refusal.reason." + details.get(0)),
                        details.get(1),
                        details.get(2)),
                _ -> null);
    }

    /** Frames that cannot be read came from an address today. */
    @Bean
    AlertSource badFrames() {
        return new AlertSource(
                "bad-frames",
                """
                select remote || '/' || :today as ref, min(hour) as since, '' as mn, '' as place,
                       '/monitoring/rejected?remote=' || remote as href,
                       array[remote, cast(sum(frames) as text)] as details, %s, %s
                from rejected_count where hour > :day group by remote""".formatted(NO_DUE, UNSEEN),
                true,
                (details, texts) -> texts.of("alert.words.bad-frames", details.get(0), details.get(1)),
                _ -> null);
    }

    /** Packets were taken that say nothing that can be kept. */
    @Bean
    AlertSource unusablePackets() {
        return new AlertSource(
                "unusable",
                """
                select u.mn || '/' || :today as ref, min(u.received_at) as since, u.mn, coalesce(max(p.place), '') as place,
                       '/monitoring/rejected#unusable' as href,
                       array[max(u.reason), cast(count(*) as text)] as details, %s, %s
                from unusable_packet u left join device d on d.mn = u.mn left join device_place p on p.device = d.id
                where u.received_at > :day group by u.mn""".formatted(NO_DUE, UNSEEN),
                true,
                (details, texts) ->
                        texts.of("alert.words.unusable", texts.of("unusable.reason." + details.get(0)), details.get(1)),
                _ -> null);
    }

    /** Records did not come and cannot be fetched. */
    @Bean
    AlertSource lostRecords() {
        return new AlertSource(
                "gap",
                """
                select cast(g.id as text) as ref, g.ended_at as since, d.mn, p.place, %s,
                       array[g.kind, to_char(g.first_record, 'YYYY-MM-DD HH24:MI'),
                           to_char(g.last_record, 'YYYY-MM-DD HH24:MI')] as details, %s, %s
                from record_gap g join device d on d.id = g.device join device_place p on p.device = d.id
                where g.state = 'given-up' and g.ended_at > :month""".formatted(DEVICE, NO_DUE, UNSEEN),
                true,
                (details, texts) -> texts.of(
                        "alert.words.gap", texts.of("alert.records." + details.get(0)), details.get(1), details.get(2)),
                _ -> null);
    }

    /** What a person ordered was not done; what the platform asks for by itself shows as lost records. */
    @Bean
    AlertSource lostCommands() {
        return new AlertSource(
                "command",
                """
                select cast(c.id as text) as ref, c.ended_at as since, d.mn, p.place,
                       '/monitoring/devices/' || d.mn || '/commands' as href,
                       array[c.kind, coalesce(c.outcome, '')] as details, %s, %s
                from device_command c join device d on d.id = c.device join device_place p on p.device = d.id
                where c.state in ('failed', 'unanswered') and c.ended_at > :month
                  and c.ordered_by not like 'system:%%'""".formatted(NO_DUE, UNSEEN),
                true,
                (details, texts) -> texts.of(
                        "alert.words.command",
                        texts.of("command.kind." + details.get(0)),
                        texts.orWord("command.outcome.", details.get(1))),
                _ -> null);
    }

    /** A fault is to be mended. */
    @Bean
    AlertSource repairs() {
        return new AlertSource(
                "repair",
                """
                select cast(o.id as text) as ref, o.began_at as since, d.mn, p.place, %s,
                       array[o.reason, case when o.reported_at > o.report_due then 'late' else 'in-time' end] as details,
                       o.repair_due as due, %s
                from device_outage o join device d on d.id = o.device join device_place p on p.device = d.id
                where o.ended_at is null and o.kind = 'fault'""".formatted(DEVICE, UNSEEN),
                false,
                (details, texts) -> texts.of("alert.words.repair." + details.get(1), details.get(0)),
                _ -> null);
    }

    /** While a device is out of service, samples are taken by hand: 4 a day, at most 6 hours apart. */
    @Bean
    AlertSource manualSamples(LegalClocks clocks) {
        return new AlertSource(
                "manual-sample",
                """
                select cast(o.id as text) as ref, coalesce(s.last, o.began_at) as since, d.mn, p.place, %s,
                       array[cast(s.today as text)] as details, %s, %s
                from device_outage o join device d on d.id = o.device join device_place p on p.device = d.id
                cross join lateral (
                    select max(taken_at) as last,
                           count(*) filter (where taken_at at time zone :zone >= cast(:today as date)) as today
                    from device_outage_sample where outage = o.id) as s
                where o.ended_at is null""".formatted(DEVICE, NO_DUE, UNSEEN),
                false,
                (details, texts) -> texts.of("alert.words.manual-sample", details.get(0)),
                since -> clocks.expiry(SAMPLE, since).due());
    }

    /** A unit asks to stop or remove a device: silence would be consent. */
    @Bean
    AlertSource stopRequests() {
        return new AlertSource(
                "stop-request",
                """
                select cast(r.id as text) as ref, r.recorded_at as since, d.mn, p.place, %s,
                       array[r.kind, r.reason] as details,
                       (cast(r.due as timestamp) + interval '23:59') at time zone :zone as due, %s
                from device_stop_request r join device d on d.id = r.device join device_place p on p.device = d.id
                where r.answer is null and r.used_at is null and r.due >= cast(:today as date)""".formatted(DEVICE, UNSEEN),
                false,
                (details, texts) -> texts.of(
                        "alert.words.stop-request", texts.of("device.outage." + details.get(0)), details.get(1)),
                _ -> null);
    }

    /** A device passed its test and is not put to use. */
    @Bean
    AlertSource tested(LegalClocks clocks) {
        return new AlertSource(
                "tested",
                """
                select cast(t.id as text) as ref, cast(t.tested_on as timestamp) at time zone :zone as since,
                       d.mn, p.place, %s, array[t.report] as details, %s, %s
                from device d join device_place p on p.device = d.id
                join lateral (select * from device_test where device = d.id and passed order by id desc limit 1) as t on true
                where d.state = 'tested'""".formatted(DEVICE, NO_DUE, UNSEEN),
                false,
                (details, texts) -> texts.of("alert.words.tested", details.get(0)),
                since -> clocks.expiry(USE, since).due());
    }

    private static String exceedance(Details details, Texts texts) {
        return over("alert.words.exceedance", details, texts);
    }

    private static String over(String key, Details details, Texts texts) {
        Pollutant pollutant = Pollutants.of(details.get(0));
        String name = texts.either(pollutant.nameZh(), pollutant.nameEn());
        String unit = details.get(3).equals("1") ? "" : " " + details.get(3);
        String value = details.get(2).isEmpty() ? "" : new BigDecimal(details.get(2)).toPlainString() + unit;
        String hours = details.values().size() > 5 ? details.get(5) : "";
        return details.get(4).isEmpty()
                ? texts.of(key, name, details.get(1), value, "", hours)
                : texts.of(key + ".multiple", name, details.get(1), value, details.get(4), hours);
    }
}
