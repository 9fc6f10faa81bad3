package cn.bishui.monitoring.sign;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.hj212.Measure;
import cn.bishui.hj212.PollutantData;
import cn.bishui.monitoring.reading.KeptRecord;
import cn.bishui.monitoring.sign.Window.Outage;
import cn.bishui.monitoring.sign.Window.Said;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each sign on a plant that tampers, and on the same plant as long as it does not. */
class SignsTests {

    private static final String COD = "w01018";
    private static final String AMMONIA = "w21003";

    /** A plant without nights off, rain in the way, or instruments that measure in cycles. */
    private static final long SEED = 11;

    private static final LocalDateTime NOW =
            Plant.BEGIN.plusDays(20).plusHours(15).plusMinutes(35);

    /** When a sample is taken, and when it is confirmed. */
    private static final LocalDateTime TAKEN = NOW.minusDays(6).withHour(14).withMinute(20);

    private static final LocalDateTime CONFIRMED = NOW.minusDays(2);

    private static Plant plant() {
        return new Plant(SEED);
    }

    private static Plant cycling() {
        long seed = SEED;
        while (!new Plant(seed).cycles()) {
            seed++;
        }
        return new Plant(seed);
    }

    private static Observation only(List<Observation> seen) {
        assertThat(seen).hasSize(1);
        return seen.getFirst();
    }

    @ParameterizedTest
    @EnumSource(Sign.class)
    void anHonestPlantBearsNone(Sign sign) {
        assertThat(plant().look(sign, NOW)).isEmpty();
        assertThat(cycling().look(sign, NOW)).isEmpty();
    }

    @Test
    void f01FindsAValueThatIsHeldWhileItUsedToVary() {
        Plant held =
                plant().changed((code, at, value) -> code.equals(COD) && at.isAfter(NOW.minusHours(26)) ? 31.4 : value);
        Observation seen = only(held.look(Sign.F01, NOW));
        assertThat(seen.pollutant()).isEqualTo(COD);
        assertThat(seen.records()).containsExactly(Window.HOUR);
        assertThat(Duration.between(seen.from(), seen.until())).isBetween(Duration.ofHours(24), Duration.ofHours(36));
        assertThat(seen.zh()).contains("化学需氧量", "31.4 mg/L");
        assertThat(seen.en()).contains("31.4 mg/L", "standard deviation");

        Plant heldShorter =
                plant().changed((code, at, value) -> code.equals(COD) && at.isAfter(NOW.minusHours(20)) ? 31.4 : value);
        assertThat(heldShorter.look(Sign.F01, NOW)).isEmpty();
    }

    @Test
    void f01LeavesAValueThatIsCoarseFromTheBeginning() {
        Plant coarse = plant().changed((code, _, value) -> code.equals("w21011") ? 0.2 : value);
        assertThat(coarse.look(Sign.F01, NOW)).isEmpty();
        Plant fromTheBeginning = plant().changed((code, _, value) -> code.equals(COD) ? 31.4 : value);
        assertThat(only(fromTheBeginning.look(Sign.F01, NOW)).pollutant()).isEqualTo(COD);
    }

    @Test
    void f02FindsZerosWhileWaterFlowsButNotWithoutWater() {
        LocalDateTime from = NOW.minusHours(9);
        Plant zero = plant().changed((code, at, value) -> code.equals(AMMONIA) && at.isAfter(from) ? -0.01 : value);
        Observation seen = only(zero.look(Sign.F02, NOW));
        assertThat(seen.pollutant()).isEqualTo(AMMONIA);
        Plant dry = plant().changed((code, at, value) ->
                (code.equals(AMMONIA) || code.equals("w00000")) && at.isAfter(from) ? 0 : value);
        assertThat(dry.look(Sign.F02, NOW)).isEmpty();
    }

    @Test
    void f03FindsValuesThatCrowdUnderTheLimit() {
        Plant capped = plant().changed((code, at, value) ->
                code.equals(COD) && at.isAfter(NOW.minusDays(4)) ? 48 + 1.9 * (value - Math.floor(value)) : value);
        Observation seen = only(capped.look(Sign.F03, NOW));
        assertThat(seen.pollutant()).isEqualTo(COD);
        assertThat(seen.numbers()).containsEntry("limit-source", "permit 1");
        Plant near = plant().changed((code, at, value) -> code.equals(COD) && at.isAfter(NOW.minusDays(4))
                ? 45 + 5 * (value / 10 - Math.floor(value / 10))
                : value);
        assertThat(near.look(Sign.F03, NOW)).isEmpty();
    }

    @Test
    void f04FindsAFallThatStaysAndNotOneAfterMaintenanceOrWithoutWater() {
        LocalDateTime step = NOW.minusHours(2);
        Plant fell = plant().changed((code, at, value) -> code.equals(COD) && at.isAfter(step) ? value / 8 : value);
        Observation seen = only(fell.look(Sign.F04, NOW));
        assertThat(seen.pollutant()).isEqualTo(COD);
        assertThat(seen.from()).isBefore(step);
        assertThat(seen.until()).isAfter(step);
        assertThat(seen.records()).containsExactly(Window.REALTIME);

        Plant glitch = plant().changed((code, at, value) ->
                code.equals(COD) && at.isAfter(step) && at.isBefore(step.plusMinutes(9)) ? value / 8 : value);
        assertThat(glitch.look(Sign.F04, NOW)).isEmpty();
        Plant serviced = plant().changed((code, at, value) -> code.equals(COD) && at.isAfter(step) ? value / 8 : value)
                .flagged((code, at, flag) ->
                        code.equals(COD) && at.isAfter(step.minusMinutes(50)) && at.isBefore(step.minusMinutes(31))
                                ? "M"
                                : flag);
        assertThat(serviced.look(Sign.F04, NOW)).isEmpty();
        Plant stopped = plant().changed((code, at, value) ->
                (code.equals(COD) || code.equals("w00000")) && at.isAfter(step) ? value / 8 : value);
        assertThat(stopped.look(Sign.F04, NOW)).isEmpty();
    }

    @Test
    void f05FindsEdgesAtTheSameHoursEveryDay() {
        Plant office = plant().changed((code, at, value) ->
                code.equals(COD) && at.getHour() >= 9 && at.getHour() < 17 ? value * 0.35 : value);
        Observation seen = only(office.look(Sign.F05, NOW));
        assertThat(seen.pollutant()).isEqualTo(COD);
        assertThat(seen.numbers()).containsEntry("low-from", "09:00").containsEntry("low-to", "17:00");
        Plant shifts = plant().changed((code, at, value) ->
                (code.equals(COD) || code.equals("w00000")) && at.getHour() >= 9 && at.getHour() < 17
                        ? value * 0.35
                        : value);
        assertThat(shifts.look(Sign.F05, NOW)).isEmpty();
    }

    private static Said said(LocalDateTime at, String about, String code, String value) {
        return new Said(at, at.atZone(Plant.ZONE).toInstant(), about, Map.of(code, value));
    }

    @Test
    void f06BeginsWithTheLatestChangeSoThatItIsToldFromOneThatWasDecidedOn() {
        Plant plant = plant();
        LocalDateTime at = NOW.minusHours(5);
        plant.uploads.add(said(at.minusDays(3), COD, "i13008", "1.0"));
        plant.uploads.add(said(at.minusDays(2), COD, "i13008", "0.8"));
        plant.uploads.add(said(at, COD, "i13008", "0.62"));
        assertThat(only(plant.look(Sign.F06, NOW)).began()).isEqualTo(at);
    }

    @Test
    void f06FindsParametersThatChangeWithoutACalibration() {
        Plant plant = plant();
        LocalDateTime at = NOW.minusHours(5);
        plant.uploads.add(said(at.minusDays(3), COD, "i13008", "1.000"));
        plant.uploads.add(said(at.minusDays(2), AMMONIA, "i13008", "0.7"));
        plant.uploads.add(said(at.minusDays(1), COD, "i13008", "1.0"));
        assertThat(plant.look(Sign.F06, NOW)).isEmpty();
        plant.uploads.add(said(at, COD, "i13008", "0.62"));
        Observation seen = only(plant.look(Sign.F06, NOW));
        assertThat(seen.pollutant()).isEqualTo(COD);
        assertThat(seen.zh()).contains("斜率", "1.0", "0.62");
        assertThat(seen.records()).containsExactlyInAnyOrder(Window.PARAMETERS, Window.HOUR);

        plant.uploads.add(said(at.minusMinutes(20), COD, "i13006", "20261021101500"));
        assertThat(plant.look(Sign.F06, NOW)).isEmpty();
    }

    @Test
    void f06SeesACalibrationOfDaysAgoThatOnlyRealTimeDataMark() {
        LocalDateTime at = NOW.minusDays(9).withHour(14);
        Plant plant = plant().flagged((code, moment, flag) -> code.equals(COD) && moment.equals(at.minusMinutes(25))
                ? "C"
                : moment.toLocalDate().equals(at.toLocalDate()) ? "N" : flag);
        plant.uploads.add(said(at.minusDays(3), COD, "i13008", "1.0"));
        plant.uploads.add(said(at, COD, "i13008", "0.9"));
        assertThat(plant.look(Sign.F06, NOW)).isEmpty();
    }

    @Test
    void f07FindsTooManyFlagsAndFlagsAfterHighLoads() {
        Plant often = plant().flagged((code, at, flag) ->
                code.equals(COD) && at.getHour() % 6 == 0 && at.getMinute() < 40 ? "M" : flag);
        Observation many = only(often.look(Sign.F07, NOW));
        assertThat(many.pollutant()).isEqualTo(COD);
        assertThat(many.numbers()).containsKey("flagged");

        Plant hiding = plant().changed((code, at, value) ->
                        code.equals(COD) && at.getDayOfMonth() % 3 == 0 && at.getHour() == at.getDayOfMonth() % 20
                                ? value * 1.8
                                : value)
                .flagged((code, at, flag) -> {
                    if (!code.equals(COD)) {
                        return flag;
                    }
                    LocalDateTime before = at.minusHours(1);
                    boolean afterHigh =
                            before.getDayOfMonth() % 3 == 0 && before.getHour() == before.getDayOfMonth() % 20;
                    return afterHigh ? "C" : "N";
                });
        Observation clustered = only(hiding.look(Sign.F07, NOW));
        assertThat(clustered.pollutant()).isEqualTo(COD);
        assertThat(clustered.numbers()).containsKey("after-high-load");
    }

    @Test
    void f08FindsHoursAndDaysThatAreNotWhatTheirPartsGive() {
        Plant hours = plant().uploading(
                        (code, at, value) -> code.equals(COD) && at.isAfter(NOW.minusHours(8)) ? value * 0.7 : value);
        Observation hour = only(hours.look(Sign.F08, NOW));
        assertThat(hour.pollutant()).isEqualTo(COD);
        assertThat(hour.records()).containsExactlyInAnyOrder(Window.HOUR, Window.REALTIME);

        Plant days = plant().flagged((_, _, _) -> "N")
                .uploading((code, _, value) -> code.equals("day " + COD) ? value * 0.8 : value);
        Observation day = only(days.look(Sign.F08, NOW));
        assertThat(day.pollutant()).isEqualTo(COD);
        assertThat(day.records()).containsExactlyInAnyOrder(Window.HOUR, Window.DAY);
        Plant rounded = plant().uploading((code, _, value) -> code.endsWith(COD) ? Math.round(value) : value);
        assertThat(rounded.look(Sign.F08, NOW)).isEmpty();
    }

    @Test
    void f09FindsASamplingTimeOrAValueThatStands() {
        Plant time = cycling().sampledAt((_, _) -> NOW.minusHours(7));
        assertThat(time.look(Sign.F09, NOW)).extracting(Observation::pollutant).contains(COD);
        Plant value = cycling()
                .changed((code, at, measured) -> code.equals(COD) && at.isAfter(NOW.minusHours(7)) ? 27.3 : measured);
        assertThat(only(value.look(Sign.F09, NOW)).numbers()).containsKey("cycles");
    }

    @Test
    void f10FindsWaterWithoutPower() {
        Plant off = plant();
        Plant on = plant();
        for (int hour = 1; hour < 12; hour++) {
            off.uploads.add(said(NOW.minusHours(hour * 2L), "", "i33202", "0.02"));
            on.uploads.add(said(NOW.minusHours(hour * 2L), "", "i33202", "55.2"));
        }
        assertThat(only(off.look(Sign.F10, NOW)).pollutant()).isNull();
        assertThat(on.look(Sign.F10, NOW)).isEmpty();

        Plant little = plant();
        double meter = 1000;
        for (LocalDateTime at = Plant.BEGIN; at.isBefore(NOW); at = at.plusHours(1)) {
            boolean lastDay = at.toLocalDate().equals(NOW.toLocalDate().minusDays(1));
            meter += lastDay ? 1 : 40;
            little.uploads.add(said(at.plusMinutes(2), "", "i33201", "%.1f".formatted(meter)));
        }
        assertThat(only(little.look(Sign.F10, NOW)).numbers()).containsKey("energy-per-water");
    }

    /** A plant that varies little from day to day, so that nothing but the tampering is seen. */
    private static Plant steady(double flow, double ammonia, double others) {
        LocalDateTime from = NOW.minusHours(4);
        return new Plant(SEED) {
            @Override
            double measured(String code, LocalDateTime at) {
                double rhythm = 1 + 0.2 * Math.cos(Math.PI * at.getHour() / 12) + 0.01 * (at.getDayOfMonth() % 3);
                return super.measured(code, BEGIN.plusHours(12)) * rhythm;
            }
        }.changed((code, at, value) -> at.isAfter(from)
                ? switch (code) {
                    case "w00000" -> value * flow;
                    case "w01010" -> value - 5;
                    case "w01001" -> value;
                    case AMMONIA -> value * ammonia;
                    default -> value * others;
                }
                : value);
    }

    @Test
    void f12FindsCleanWaterBehindTheTreatmentButNotRain() {
        Observation seen = only(steady(2, 0.5, 0.5).look(Sign.F12, NOW));
        assertThat(seen.pollutant()).isNull();
        assertThat(seen.records()).containsExactly(Window.HOUR);
        assertThat(seen.numbers()).containsKey("temperature");
        // each concentration as it happens
        assertThat(steady(2, 0.85, 0.55).look(Sign.F12, NOW)).isEmpty();
        // less comes out, and more is not carried
        assertThat(steady(1.6, 0.3, 0.3).look(Sign.F12, NOW)).isEmpty();
    }

    @Test
    void f13FindsADoorThatWasOpenedBeforeAStep() {
        LocalDateTime step = NOW.minusHours(2);
        Plant entered =
                plant().changed((code, at, value) -> code.equals(COD) && at.isAfter(step) ? value * 0.35 : value);
        assertThat(entered.look(Sign.F13, NOW)).isEmpty();
        entered.uploads.add(said(step.minusMinutes(100), "", "i32001", "1"));
        entered.uploads.add(said(step.minusMinutes(30), "", "i32001", "0"));
        assertThat(entered.look(Sign.F13, NOW)).isEmpty();
        entered.uploads.add(said(step.minusMinutes(40), "", "i32001", "1"));
        assertThat(only(entered.look(Sign.F13, NOW)).records())
                .containsExactlyInAnyOrder(Window.REALTIME, Window.PARAMETERS);
        assertThat(entered.look(Sign.F04, NOW)).isEmpty();
    }

    @Test
    void f14FindsAClockThatIsWrongAndNotOneThatIsALittleOff() {
        Plant ahead = plant().clockAheadBy(Duration.ofMinutes(7));
        assertThat(only(ahead.look(Sign.F14, NOW)).zh()).contains("快");
        Plant behind = plant().clockAheadBy(Duration.ofMinutes(-12));
        assertThat(only(behind.look(Sign.F14, NOW)).zh()).contains("慢");
        assertThat(plant().clockAheadBy(Duration.ofMinutes(4)).look(Sign.F14, NOW))
                .isEmpty();
    }

    @Test
    void f15FindsOutagesInTheNightAndAfterHighLoads() {
        Plant nights = plant();
        nights.outages.clear();
        for (int night = 1; night < 10; night++) {
            nights.outages.add(new Outage(NOW.minusDays(20 - night).withHour(night % 2 == 0 ? 23 : 2), 0));
        }
        assertThat(only(nights.look(Sign.F15, NOW)).records()).containsExactly(Observation.SILENCES);
        Plant everywhere = plant();
        everywhere.outages.clear();
        nights.outages.forEach(each -> everywhere.outages.add(new Outage(each.since(), 6)));
        assertThat(everywhere.look(Sign.F15, NOW)).isEmpty();

        Plant loads = plant().changed((code, at, value) ->
                code.equals(COD) && at.getDayOfMonth() % 2 == 0 && at.getHour() == 8 + at.getDayOfMonth() % 9
                        ? value * 2
                        : value);
        loads.outages.clear();
        for (LocalDateTime day = Plant.BEGIN.plusDays(1); day.isBefore(NOW); day = day.plusDays(1)) {
            if (day.getDayOfMonth() % 2 == 0) {
                loads.outages.add(
                        new Outage(day.withHour(9 + day.getDayOfMonth() % 9).withMinute(4), 0));
            }
        }
        assertThat(only(loads.look(Sign.F15, NOW)).pollutant()).isEqualTo(COD);
    }

    @Test
    void f16FindsARecordThatSaysSomethingElseWhenItComesAgain() {
        Plant plant = plant();
        KeptRecord first = plant.window(NOW).hours().get(200);
        plant.revised.add(Plant.changed(first, COD, number(first, COD), "N"));
        assertThat(plant.look(Sign.F16, NOW)).isEmpty();
        plant.revised.add(Plant.changed(plant.window(NOW).hours().get(210), COD, "12.0", "N"));
        Observation seen = only(plant.look(Sign.F16, NOW));
        assertThat(seen.pollutant()).isEqualTo(COD);
        assertThat(seen.numbers()).containsEntry("changed", "1");
        assertThat(seen.ended()).isAfter(seen.until());
        assertThat(seen.began()).isEqualTo(seen.ended());
    }

    @Test
    void f16FindsAnExceedanceThatIsFlaggedAwayButNotAnyOtherValue() {
        Plant plant = plant().changed((code, at, value) -> code.equals(COD) && at.getDayOfMonth() == 10 ? 70 : value);
        List<KeptRecord> hours = plant.window(NOW).hours();
        KeptRecord within = hours.get(30);
        KeptRecord over = hours.stream()
                .filter(each -> each.dataTime().getDayOfMonth() == 10
                        && each.values().get(COD).normal())
                .findFirst()
                .orElseThrow();
        plant.revised.add(Plant.changed(within, COD, number(within, COD), "M"));
        assertThat(plant.look(Sign.F16, NOW)).isEmpty();
        plant.revised.add(Plant.changed(over, COD, number(over, COD), "M"));
        assertThat(only(plant.look(Sign.F16, NOW)).zh()).contains("标记M");
    }

    @Test
    void f16LeavesARecordThatCameBeforeItsTimeWasOver() {
        Plant plant = plant();
        KeptRecord hour = plant.window(NOW).hours().get(200);
        KeptRecord early = new KeptRecord(
                hour.dataTime(),
                hour.dataTime().plusMinutes(20).atZone(Plant.ZONE).toInstant(),
                1,
                hour.values());
        plant.revised.add(Plant.changed(early, COD, "12.0", "N"));
        assertThat(plant.look(Sign.F16, NOW)).isEmpty();
    }

    private static String number(KeptRecord record, String code) {
        return record.values().get(code).value(Measure.AVG).orElseThrow().toPlainString();
    }

    @Test
    void f17FindsNitrogenThatDoesNotAddUp() {
        LocalDateTime from = NOW.minusHours(7);
        Plant wrong = plant().changed((code, at, value) -> code.equals("w21001") && at.isAfter(from) ? 0.5 : value);
        assertThat(only(wrong.look(Sign.F17, NOW)).pollutant()).isEqualTo("w21001");
    }

    @Test
    void f18FindsBiochemicalDemandAboveChemicalDemand() {
        Window honest = plant().window(NOW);
        assertThat(Sign.F18.look(withPermanganate(honest, 0.4), Plant.THRESHOLDS))
                .isEmpty();
        Observation seen = only(Sign.F18.look(withPermanganate(honest, 1.3), Plant.THRESHOLDS));
        assertThat(seen.pollutant()).isEqualTo(COD);
        assertThat(seen.zh()).contains("高锰酸盐指数");
    }

    private static Window withPermanganate(Window window, double ofCod) {
        List<KeptRecord> hours = new ArrayList<>();
        for (KeptRecord each : window.hours()) {
            Map<String, PollutantData> values = new HashMap<>(each.values());
            double cod = each.values().get(COD).value(Measure.AVG).orElseThrow().doubleValue();
            values.put(
                    "w01019",
                    PollutantData.builder("w01019")
                            .value(Measure.AVG, "%.1f".formatted(cod * ofCod))
                            .flag("N")
                            .build());
            hours.add(new KeptRecord(each.dataTime(), each.receivedAt(), 1, values));
        }
        return new Window(
                window.now(),
                ZoneId.of("Asia/Shanghai"),
                window.interval(),
                window.outlet(),
                hours,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of());
    }

    /** A plant with water in which half the COD is well beyond any tolerance. */
    private static Plant strong() {
        return new Plant(SEED) {
            @Override
            double measured(String code, LocalDateTime at) {
                return super.measured(code, at) * (code.equals(COD) ? 3 : 1);
            }
        };
    }

    private static String inTheWater(LocalDateTime at) {
        return "%.2f mg/L".formatted(strong().measured(COD, at));
    }

    /** A plant of which only one sample was taken. */
    private static Plant sampled(String code, String reported) {
        Plant plant = strong();
        plant.samples.clear();
        plant.samples.add(Plant.sampled("JC-2026-31", TAKEN, CONFIRMED, code, reported));
        return plant;
    }

    private static Plant halving(Plant plant) {
        return plant.changed((code, _, value) -> code.equals(COD) ? value / 2 : value);
    }

    @Test
    void f19FindsADeviceThatSaysHalfOfWhatTheLaboratoryFound() {
        String reported = inTheWater(TAKEN);
        assertThat(sampled(COD, reported).look(Sign.F19, NOW)).isEmpty();
        Plant halving = halving(sampled(COD, reported));
        Observation seen = only(halving.look(Sign.F19, NOW));
        assertThat(seen.pollutant()).isEqualTo(COD);
        assertThat(seen.records()).containsExactly(Window.HOUR);
        assertThat(seen.from()).isEqualTo(TAKEN.withHour(13).withMinute(0));
        assertThat(seen.until()).isEqualTo(TAKEN.withHour(16).withMinute(0));
        assertThat(seen.began()).isEqualTo(CONFIRMED).isEqualTo(seen.ended());
        String device = seen.numbers().get("device");
        assertThat(seen.numbers())
                .containsEntry("report", "JC-2026-31")
                .containsEntry("laboratory", reported)
                .containsEntry("compared", "1")
                .containsEntry("outside", "1")
                .containsKeys(CheckSamples.SAMPLE, "difference", "beside")
                .doesNotContainKeys("others-within", "others-outside");
        assertThat(seen.numbers().get("tolerance")).contains("±", "HJ 355-2019");
        assertThat(seen.zh()).contains("JC-2026-31", "化学需氧量", reported, device, "只是线索");
        assertThat(seen.en()).contains("JC-2026-31", reported, device, "a clue only");

        assertThat(halving.look(Sign.F19, CONFIRMED.minusHours(1))).isEmpty();
        assertThat(halving.look(Sign.F19, TAKEN.plusDays(31).plusHours(2))).isEmpty();
    }

    @Test
    void f19LeavesWhatIsFlaggedWhatIsCoarseAndHoursWithoutWater() {
        String reported = inTheWater(TAKEN);
        LocalDateTime hour = TAKEN.withMinute(0);
        for (String flag : List.of("M", "C", "D", "F", "S")) {
            Plant flagged = halving(sampled(COD, reported))
                    .flagged((code, at, own) ->
                            code.equals(COD) && !at.isBefore(hour) && at.isBefore(hour.plusHours(1)) ? flag : own);
            assertThat(flagged.look(Sign.F19, NOW)).as(flag).isEmpty();
            Plant after = halving(sampled(COD, reported))
                    .flagged((code, at, own) ->
                            code.equals(COD) && !at.isBefore(hour.plusHours(1)) && at.isBefore(hour.plusHours(2))
                                    ? flag
                                    : own);
            assertThat(after.look(Sign.F19, NOW)).as(flag).isEmpty();
        }
        Plant coarse = sampled(COD, reported)
                .uploading((code, _, value) -> code.equals(COD) ? 5 * Math.round(value / 5) : value);
        assertThat(coarse.look(Sign.F19, NOW)).isEmpty();
        Plant dry = sampled(COD, reported).changed((code, at, value) -> switch (code) {
            case COD -> value / 2;
            case "w00000" -> 0;
            default -> value;
        });
        assertThat(dry.look(Sign.F19, NOW)).isEmpty();
        Plant batch = sampled(COD, reported).changed((code, at, value) -> switch (code) {
            case COD -> value / 2;
            case "w00000" -> at.isBefore(hour) || !at.isBefore(hour.plusHours(1)) ? 0 : value;
            default -> value;
        });
        assertThat(batch.look(Sign.F19, NOW)).hasSize(1);
        // no tolerance is known
        Plant warm = sampled("w01010", "40");
        assertThat(warm.look(Sign.F19, NOW)).isEmpty();
    }

    @Test
    void f19LeavesWhatTheHourBeforeOrAfterExplains() {
        LocalDateTime hour = TAKEN.withMinute(0);
        Plant late = sampled(COD, "60.0 mg/L")
                .changed((code, at, value) -> !code.equals(COD)
                        ? value
                        : at.isBefore(hour.plusHours(1)) ? 30 : at.isBefore(hour.plusHours(2)) ? 58 : 30);
        assertThat(late.look(Sign.F19, NOW)).isEmpty();
        Plant later = sampled(COD, "60.0 mg/L")
                .changed((code, at, value) -> !code.equals(COD)
                        ? value
                        : at.isBefore(hour.plusHours(2)) ? 30 : at.isBefore(hour.plusHours(3)) ? 58 : 30);
        assertThat(later.look(Sign.F19, NOW)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "w01018, 29 mg/L, 34, 34.1",
        "w01018, 29 mg/L, 24, 23.9",
        "w01018, 30 mg/L, 39, 39.1",
        "w01018, 60 mg/L, 48, 47.9",
        "w01018, 100 mg/L, 115, 115.1",
        "w21003, 1.9 mg/L, 2.2, 2.21",
        "w21003, 2 mg/L, 1.7, 1.69",
        "w21001, 1.9 mg/L, 1.6, 1.59",
        "w21001, 10 mg/L, 11.5, 11.51",
        "w21011, 0.39 mg/L, 0.43, 0.44",
        "w21011, 0.4 mg/L, 0.34, 0.33",
        "w01001, 7.0, 7.5, 7.51",
        // below detection: anything from nothing to the limit
        "w21003, 0.025L mg/L, 0.32, 0.33",
        "w21003, 0.025L mg/L, -0.3, -0.31",
        "w01018, 4L mg/L, 9, 9.1",
        // above a range: anything from there on
        "w01018, >500 mg/L, 425, 424.9",
        "w01018, >500 mg/L, 900, 424.9",
    })
    void f19AllowsWhatTheStandardAllows(String pollutant, String laboratory, double within, double outside) {
        Plant allowed =
                sampled(pollutant, laboratory).changed((code, _, value) -> code.equals(pollutant) ? within : value);
        assertThat(allowed.look(Sign.F19, NOW)).isEmpty();
        Plant found =
                sampled(pollutant, laboratory).changed((code, _, value) -> code.equals(pollutant) ? outside : value);
        assertThat(found.look(Sign.F19, NOW)).hasSize(1);
    }

    @Test
    void f19TellsEachSampleInTheOrderInWhichTheyCouldBeCompared() {
        Plant plant = halving(sampled(COD, inTheWater(TAKEN)));
        LocalDateTime earlier = TAKEN.minusDays(4);
        plant.samples.addFirst(Plant.sampled("JC-2026-30", earlier, CONFIRMED.plusHours(5), COD, inTheWater(earlier)));
        LocalDateTime fitting = TAKEN.plusDays(1);
        plant.samples.add(Plant.sampled(
                "JC-2026-32", fitting, CONFIRMED, COD, "%.2f mg/L".formatted(strong().measured(COD, fitting) / 2)));
        List<Observation> seen = plant.look(Sign.F19, NOW);
        assertThat(seen).extracting(each -> each.numbers().get("report")).containsExactly("JC-2026-31", "JC-2026-30");
        assertThat(seen.getLast().began()).isEqualTo(CONFIRMED.plusHours(5));
        assertThat(seen.getLast().numbers()).containsEntry("compared", "3").containsEntry("outside", "2");
        assertThat(seen.getLast().numbers().get("others-outside"))
                .contains("JC-2026-31")
                .doesNotContain("JC-2026-30");
        assertThat(seen.getLast().numbers().get("others-within")).contains("JC-2026-32");
    }

    @Test
    void f20FindsAnInstrumentWithAnotherNumber() {
        Plant plant = plant();
        plant.instruments.add(said(NOW.minusDays(9), "", COD, "00000000000000000000A001"));
        plant.instruments.add(said(NOW.minusDays(3), "", COD, "00000000000000000000a001"));
        assertThat(plant.look(Sign.F20, NOW)).isEmpty();
        plant.instruments.add(said(NOW.minusDays(1), "", COD, "00000000000000000000B777"));
        assertThat(only(plant.look(Sign.F20, NOW)).numbers()).containsEntry("after", "00000000000000000000B777");
    }

    @Test
    void a5FindsValuesAboveTheRange() {
        Plant over =
                plant().flagged((code, at, flag) -> code.equals(COD) && at.isAfter(NOW.minusHours(3)) ? "T" : flag);
        Observation seen = only(over.look(Sign.A5, NOW));
        assertThat(seen.pollutant()).isEqualTo(COD);
        assertThat(seen.zh()).contains("超测量上限");
    }

    @ParameterizedTest
    @EnumSource(Sign.class)
    void eachHasARuleInWordsWithItsFigures(Sign sign) {
        assertThat(Plant.THRESHOLDS.of(sign).getFirst().id()).isEqualTo(sign.name());
        assertThat(Plant.THRESHOLDS.version(sign)).isEqualTo(sign + " v1 2026-01-01");
    }
}
