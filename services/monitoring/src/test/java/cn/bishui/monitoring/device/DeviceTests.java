package cn.bishui.monitoring.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.contracts.RuleBroken;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTests {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2026, 2, 27);

    private static Device device(DeviceState state) {
        return new Device(
                1,
                "MN",
                DevicePassword.seal("123456", new SecureRandom()),
                new DevicePlace.AtOutlet("unit", "DW001", "permit"),
                Duration.ofSeconds(30),
                state,
                Instant.EPOCH,
                "one",
                3);
    }

    private static void assertBroken(Runnable move, String code) {
        assertThatThrownBy(move::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo(code));
    }

    @Test
    void isTestedByAnotherPersonThanRegisteredIt() {
        Device registered = device(DeviceState.REGISTERED);
        assertThat(registered.tested("two", true, NOW).state()).isEqualTo(DeviceState.TESTED);
        Device failed = registered.tested("two", false, NOW);
        assertThat(failed.state()).isEqualTo(DeviceState.REGISTERED);
        assertThat(failed.version()).isEqualTo(4);
        assertThat(failed.stateSince()).isEqualTo(Instant.EPOCH);
        assertBroken(() -> registered.tested("one", true, NOW), "device.four-eyes");
        assertBroken(() -> device(DeviceState.IN_SERVICE).tested("two", true, NOW), "device.not-registered");
    }

    @ParameterizedTest
    @CsvSource({
        "REGISTERED, device.not-tested",
        "TESTED,",
        "IN_SERVICE, device.in-service",
        "OUT_OF_SERVICE,",
        "REMOVED, device.removed"
    })
    void isPutInServiceOnceItIsTestedOrMended(DeviceState state, @Nullable String broken) {
        if (broken == null) {
            assertThat(device(state).inService(NOW).state()).isEqualTo(DeviceState.IN_SERVICE);
        } else {
            assertBroken(() -> device(state).inService(NOW), broken);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "IN_SERVICE, FAULT, OUT_OF_SERVICE",
        "IN_SERVICE, MAINTENANCE, OUT_OF_SERVICE",
        "IN_SERVICE, REMOVED, REMOVED",
        "OUT_OF_SERVICE, REMOVED, REMOVED",
        "OUT_OF_SERVICE, FAULT,",
        "TESTED, REMOVED,",
        "REMOVED, REMOVED,"
    })
    void isStoppedWhileItIsInServiceAndMayBeRemovedAfterwards(
            DeviceState state, Outage.Kind kind, @Nullable DeviceState then) {
        if (then == null) {
            assertBroken(() -> device(state).outOfService(kind, NOW), "device.not-in-service");
        } else {
            assertThat(device(state).outOfService(kind, NOW).state()).isEqualTo(then);
        }
    }

    private static StopRequest request(@Nullable Boolean granted, @Nullable Instant usedAt) {
        return new StopRequest(
                1, 1, Outage.Kind.MAINTENANCE, "x", DUE.minusDays(14), DUE, "one", granted, null, null, null, usedAt);
    }

    @Test
    void takesSilenceForConsentOnlyAfterTheLastDay() {
        assertThat(request(null, null).consents(Outage.Kind.MAINTENANCE, DUE)).isFalse();
        assertThat(request(null, null).consents(Outage.Kind.MAINTENANCE, DUE.plusDays(1)))
                .isTrue();
        assertThat(request(null, null).consents(Outage.Kind.REMOVED, DUE.plusDays(1)))
                .isFalse();
        assertThat(request(false, null).consents(Outage.Kind.MAINTENANCE, DUE.plusDays(1)))
                .isFalse();
        assertThat(request(true, null).consents(Outage.Kind.MAINTENANCE, DUE)).isTrue();
        assertThat(request(true, NOW).consents(Outage.Kind.MAINTENANCE, DUE)).isFalse();
        assertThat(request(null, null).answered(true, "", "two", NOW, DUE).state(DUE))
                .isEqualTo(StopRequest.State.GRANTED);
        assertBroken(() -> request(null, null).answered(true, "", "one", NOW, DUE), "device.four-eyes");
        assertBroken(
                () -> request(null, null).answered(true, "", "two", NOW, DUE.plusDays(1)), "device.request-answered");
    }

    private static Factor cod(String low, String high) {
        return new Factor(Factor.pollutant("011"), new BigDecimal(low), new BigDecimal(high), null, "", "");
    }

    @Test
    void knowsWhatIsOutsideTheMeasuringRange() {
        assertThat(cod("0", "200").pollutant().code()).isEqualTo("w01018");
        assertThat(cod("0", "200").isOutside(new BigDecimal("200.0"))).isFalse();
        assertThat(cod("0", "200").isOutside(new BigDecimal("200.1"))).isTrue();
        assertThat(cod("0", "200").isOutside(new BigDecimal("-0.1"))).isTrue();
        assertThat(cod("0", "200").sameAs(cod("0.0", "200.00"))).isTrue();
        assertBroken(() -> cod("5", "5"), "device.range");
        assertBroken(() -> Factor.pollutant("w99999"), "device.factor-unknown");
        assertBroken(() -> Factor.each(List.of(cod("0", "1"), cod("0", "2"))), "device.factor-twice");
    }
}
