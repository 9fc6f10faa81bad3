package cn.bishui.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.contracts.Bureau;
import cn.bishui.testkit.EndpointWalk;
import cn.bishui.testkit.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every endpoint and every role. */
@MonitoringIT
class AccessIT {

    private static final String TODO = "GET /monitoring/todo";

    private static final List<String> OPEN = List.of(
            "GET /judge",
            "GET /judge/{water}",
            "POST /judge/{water}",
            "POST /judge/{water}/result.csv",
            "GET /open/v1/judge/{water}",
            "POST /open/v1/judge/black-odorous",
            "POST /open/v1/judge/drinking-water",
            "POST /open/v1/judge/groundwater",
            "POST /open/v1/judge/surface-water");

    private static final List<String> READ = List.of(
            "GET /api/monitoring/v1/devices",
            "GET /api/monitoring/v1/devices/{mn}",
            "GET /api/monitoring/v1/devices/{mn}/commands",
            "GET /api/monitoring/v1/devices/{mn}/commands/{id}",
            "GET /api/monitoring/v1/devices/{mn}/factors",
            "GET /api/monitoring/v1/devices/{mn}/stop-requests",
            "GET /monitoring",
            "GET /monitoring/health",
            "GET /monitoring/health.csv",
            "GET /monitoring/health.geojson",
            "GET /monitoring/devices",
            "GET /monitoring/devices.csv",
            "GET /monitoring/devices/{mn}",
            "GET /monitoring/devices/{mn}/commands",
            "GET /monitoring/devices/{mn}/commands.csv",
            "GET /monitoring/outlets",
            "GET /monitoring/outlets/{unit}/{outlet}",
            "GET /monitoring/outlets/{unit}/{outlet}/days.csv",
            "GET /api/monitoring/v1/outlets/{unit}/{outlet}/loads",
            "GET /monitoring/outlets/{unit}/{outlet}/loads",
            "GET /monitoring/outlets/{unit}/{outlet}/loads/loads.csv");

    private static final List<String> SIGNS = List.of(
            "GET /api/monitoring/v1/signs",
            "GET /api/monitoring/v1/signs/{id}",
            "GET /api/monitoring/v1/signs/{id}/verification",
            "GET /monitoring/signs",
            "GET /monitoring/signs.csv",
            "GET /monitoring/signs/rules",
            "GET /monitoring/signs/{id}",
            "GET /monitoring/signs/{id}/evidence.csv");

    private static final List<String> JUDGED = List.of(
            "GET /api/monitoring/v1/outlets/{unit}/{outlet}/days/{day}/{pollutant}",
            "GET /monitoring/outlets/{unit}/{outlet}/days/{day}/{pollutant}",
            "GET /monitoring/outlets/{unit}/{outlet}/days/{day}/{pollutant}/hours.csv");

    private static final List<String> ON_SITE =
            List.of("GET /api/monitoring/v1/on-site-samples/{id}", "GET /monitoring/on-site-samples/{id}");

    private static final List<String> ENTER_ON_SITE = List.of(
            "POST /api/monitoring/v1/on-site-samples",
            "POST /api/monitoring/v1/outlets/{unit}/{outlet}/substitutes",
            "GET /monitoring/on-site-samples/new",
            "GET /monitoring/outlets/{unit}/{outlet}/substitutes/new",
            "POST /monitoring/on-site-samples",
            "POST /monitoring/outlets/{unit}/{outlet}/substitutes");

    private static final List<String> CONFIRM_ON_SITE = List.of(
            "POST /api/monitoring/v1/on-site-samples/{id}/confirm",
            "POST /api/monitoring/v1/on-site-samples/{id}/withdraw",
            "POST /monitoring/on-site-samples/{id}/confirm",
            "POST /monitoring/on-site-samples/{id}/withdraw");

    private static final List<String> WARNED =
            List.of("POST /monitoring/warnings/{id}/acknowledge", "POST /monitoring/warnings/acknowledge");

    private static final List<String> NETWORK = List.of(
            "GET /api/monitoring/v1/network",
            "GET /api/monitoring/v1/network/{code}",
            "GET /monitoring/network",
            "GET /monitoring/network/map.geojson",
            "GET /monitoring/network/sites.csv",
            "GET /monitoring/network/{code}",
            "GET /api/monitoring/v1/network/{code}/course",
            "GET /monitoring/network/{code}/course",
            "GET /monitoring/network/{code}/zones/{zone}");

    private static final List<String> EDIT_NETWORK = List.of(
            "POST /api/monitoring/v1/network",
            "POST /api/monitoring/v1/network/{code}/activate",
            "POST /api/monitoring/v1/network/{code}/course",
            "POST /monitoring/network/{code}/course",
            "POST /api/monitoring/v1/network/{code}/zones",
            "POST /api/monitoring/v1/network/{code}/zones/{zone}/advance",
            "POST /api/monitoring/v1/network/{code}/zones/{zone}/redraw",
            "PUT /api/monitoring/v1/network/{code}",
            "GET /monitoring/network/new",
            "GET /monitoring/network/{code}/edit",
            "POST /monitoring/network",
            "POST /monitoring/network/{code}/activate",
            "POST /monitoring/network/{code}/edit",
            "POST /monitoring/network/{code}/zones",
            "POST /monitoring/network/{code}/zones/{zone}/advance",
            "POST /monitoring/network/{code}/zones/{zone}/redraw");

    private static final List<String> APPROVE_NETWORK = List.of(
            "POST /api/monitoring/v1/network/{code}/amend",
            "POST /api/monitoring/v1/network/{code}/approve",
            "POST /api/monitoring/v1/network/{code}/end",
            "POST /api/monitoring/v1/network/{code}/move",
            "POST /api/monitoring/v1/network/{code}/zones/{zone}/approve",
            "POST /api/monitoring/v1/network/{code}/zones/{zone}/end",
            "POST /monitoring/network/{code}/amend",
            "POST /monitoring/network/{code}/approve",
            "POST /monitoring/network/{code}/end",
            "POST /monitoring/network/{code}/move",
            "POST /monitoring/network/{code}/zones/{zone}/approve",
            "POST /monitoring/network/{code}/zones/{zone}/end");

    private static final List<String> SAMPLES = List.of(
            "GET /api/monitoring/v1/assessments",
            "GET /api/monitoring/v1/samples",
            "GET /api/monitoring/v1/samples/{number}",
            "GET /monitoring/assessments",
            "GET /monitoring/assessments/assessments.csv",
            "GET /monitoring/assessments/{site}/{period}",
            "GET /monitoring/certificates",
            "GET /monitoring/samples",
            "GET /monitoring/samples/samples.csv",
            "GET /monitoring/samples/{number}",
            "GET /monitoring/sampling-plans");

    private static final List<String> ANALYSE = List.of(
            "POST /api/monitoring/v1/samples",
            "POST /api/monitoring/v1/samples/{number}/submit",
            "PUT /api/monitoring/v1/samples/{number}/values",
            "GET /monitoring/samples/import",
            "GET /monitoring/samples/import/{water}.csv",
            "GET /monitoring/samples/import/{water}.xlsx",
            "GET /monitoring/samples/new",
            "POST /monitoring/samples/import",
            "POST /monitoring/samples",
            "POST /monitoring/samples/{number}/submit",
            "POST /monitoring/samples/{number}/values");

    private static final List<String> DISCARD =
            List.of("POST /api/monitoring/v1/samples/{number}/discard", "POST /monitoring/samples/{number}/discard");

    private static final List<String> REVIEW = List.of(
            "POST /api/monitoring/v1/samples/{number}/review",
            "POST /api/monitoring/v1/samples/{number}/send-back",
            "POST /monitoring/samples/{number}/review",
            "POST /monitoring/samples/{number}/send-back");

    private static final List<String> HEAD_LAB = List.of(
            "POST /api/monitoring/v1/certificates",
            "POST /api/monitoring/v1/samples/{number}/correct",
            "POST /api/monitoring/v1/samples/{number}/release",
            "POST /api/monitoring/v1/sampling-plans",
            "POST /monitoring/certificates",
            "POST /monitoring/samples/{number}/correct",
            "POST /monitoring/samples/{number}/release",
            "POST /monitoring/sampling-plans");

    private static final List<String> ASSESSMENTS = List.of(
            "GET /api/monitoring/v1/assessments/waters",
            "GET /api/monitoring/v1/odorous/{water}",
            "GET /api/monitoring/v1/sources",
            "GET /monitoring/assessments/base",
            "GET /monitoring/assessments/report",
            "GET /monitoring/assessments/report/{period}",
            "GET /monitoring/assessments/report/{period}/sections.csv",
            "GET /monitoring/assessments/waters",
            "GET /monitoring/assessments/waters/waters.csv",
            "GET /monitoring/assessments/waters/{water}/{period}",
            "GET /monitoring/assessments/{site}",
            "GET /monitoring/assessments/{site}/months.csv",
            "GET /monitoring/stations/{site}",
            "GET /monitoring/stations/{site}/days.csv",
            "GET /monitoring/odorous",
            "GET /monitoring/odorous/{water}",
            "GET /monitoring/odorous/{water}/rounds.csv",
            "GET /monitoring/odorous/{water}/{from}/{to}",
            "GET /monitoring/sources",
            "GET /monitoring/sources/sources.csv",
            "GET /monitoring/sources/{site}/{period}",
            "GET /monitoring/wells",
            "GET /monitoring/wells/samples/{number}",
            "GET /monitoring/wells/wells.csv",
            "GET /api/monitoring/v1/substances",
            "GET /api/monitoring/v1/wells/{site}",
            "GET /monitoring/substances",
            "GET /monitoring/substances/substances.csv",
            "GET /monitoring/wells/{site}",
            "GET /monitoring/wells/{site}/samples.csv");

    private static final List<String> EXPLAIN_AND_GRADE = List.of(
            "POST /api/monitoring/v1/odorous/{water}/grades",
            "POST /monitoring/assessments/{site}/{period}/cause",
            "POST /monitoring/assessments/{site}/{period}/measures",
            "POST /monitoring/odorous/{water}/grades");

    private static final List<String> ENTER_ROUNDS = List.of(
            "POST /api/monitoring/v1/odorous/{water}/rounds",
            "GET /monitoring/odorous/import",
            "GET /monitoring/odorous/import/template.csv",
            "POST /monitoring/odorous/import",
            "POST /monitoring/odorous/{water}/rounds");

    private static final List<String> BASE_YEAR =
            List.of("POST /api/monitoring/v1/assessments/base", "POST /monitoring/assessments/base");

    private static final List<String> DRINKING = List.of(
            "GET /api/monitoring/v1/drinking/samples/{number}",
            "GET /api/monitoring/v1/drinking/{quarter}",
            "GET /monitoring/drinking",
            "GET /monitoring/drinking/samples/{number}",
            "GET /monitoring/drinking/{quarter}",
            "GET /monitoring/drinking/{quarter}/points.csv");

    private static final List<String> APPROVE_DRINKING = List.of(
            "POST /api/monitoring/v1/drinking/{quarter}/approve", "POST /monitoring/drinking/{quarter}/approve");

    private static final List<String> SUPPLY_SAMPLES = List.of(
            "GET /api/monitoring/v1/samples",
            "GET /api/monitoring/v1/samples/{number}",
            "GET /monitoring/certificates",
            "GET /monitoring/samples",
            "GET /monitoring/samples/samples.csv",
            "GET /monitoring/samples/{number}",
            "GET /monitoring/sampling-plans");

    private static final List<String> LOOK_AFTER = List.of(
            "GET /monitoring/alerts",
            "GET /monitoring/alerts.csv",
            "GET /api/monitoring/v1/devices/{mn}/raw",
            "GET /monitoring/devices/{mn}/raw.txt",
            "POST /api/monitoring/v1/devices/{mn}/commands",
            "POST /monitoring/devices/{mn}/commands",
            "POST /api/monitoring/v1/devices/{mn}/manual-samples",
            "POST /monitoring/devices/{mn}/manual-samples",
            "GET /monitoring/refusals",
            "GET /monitoring/refusals.csv",
            "GET /monitoring/refusals/{id}",
            "GET /monitoring/rejected",
            "GET /monitoring/rejected.csv");

    private static final List<String> DUTY =
            List.of("POST /monitoring/refusals/{id}/acknowledge", "POST /monitoring/alerts/acknowledge");

    private static final List<String> READ_DEVICES = List.of(
            "GET /api/monitoring/v1/devices",
            "GET /api/monitoring/v1/devices/{mn}",
            "GET /api/monitoring/v1/devices/{mn}/factors",
            "GET /api/monitoring/v1/devices/{mn}/stop-requests",
            "GET /monitoring/devices",
            "GET /monitoring/devices.csv",
            "GET /monitoring/devices/{mn}");

    private static final List<String> APPROVE_DEVICES = List.of(
            "POST /api/monitoring/v1/devices/{mn}/stop-requests/{id}/answer",
            "POST /api/monitoring/v1/devices/{mn}/tests",
            "POST /monitoring/devices/{mn}/stop-requests/{id}/answer",
            "POST /monitoring/devices/{mn}/tests");

    private static final List<String> ADMIN = List.of(
            "POST /api/monitoring/v1/devices",
            "POST /api/monitoring/v1/devices/{mn}/in-service",
            "POST /api/monitoring/v1/devices/{mn}/out-of-service",
            "POST /api/monitoring/v1/devices/{mn}/stop-requests",
            "PUT /api/monitoring/v1/devices/{mn}/factors",
            "PUT /api/monitoring/v1/devices/{mn}/key",
            "POST /monitoring/devices/{mn}/key",
            "GET /monitoring/devices/{mn}/factors",
            "POST /monitoring/devices/{mn}/factors",
            "POST /monitoring/devices/{mn}/stop-requests",
            "GET /monitoring/devices/new",
            "POST /monitoring/devices",
            "POST /monitoring/devices/{mn}/in-service",
            "POST /monitoring/devices/{mn}/out-of-service");

    private final EndpointWalk walk;

    AccessIT(EndpointWalk walk) {
        this.walk = walk;
    }

    @SafeVarargs
    private static List<String> all(List<String>... lists) {
        List<String> all = new ArrayList<>(OPEN);
        all.add(TODO);
        for (List<String> list : lists) {
            all.addAll(list);
        }
        return all;
    }

    private List<String> reachableAs(String... roles) {
        return ours(walk.reachableWith(Tokens.as("somebody", Bureau.ENV, roles)));
    }

    /** Dead letters and the audit log are the libraries', which walk them themselves. */
    private static List<String> ours(List<String> endpoints) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.matches(".*/(monitoring|judge).*")
                        && !endpoint.matches(".*/(dead-letters|v1/audit).*"))
                .toList();
    }

    @Test
    void guardsEveryEndpoint() {
        walk.assertGuarded(TODO);
        assertThat(walk.endpoints().stream()
                        .filter(endpoint -> endpoint.open() && !endpoint.path().equals("/error"))
                        .map(EndpointWalk.Endpoint::toString))
                .containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @Test
    void letsEachRoleDoItsWorkAndNoMore() {
        assertThat(reachableAs("monitoring.reader"))
                .containsExactlyInAnyOrderElementsOf(
                        all(READ, NETWORK, SAMPLES, JUDGED, ON_SITE, ASSESSMENTS, DRINKING));
        assertThat(reachableAs("monitoring.analyst"))
                .containsExactlyInAnyOrderElementsOf(
                        all(SAMPLES, ANALYSE, DISCARD, ON_SITE, ENTER_ON_SITE, ASSESSMENTS, ENTER_ROUNDS, DRINKING));
        assertThat(reachableAs("monitoring.reviewer"))
                .containsExactlyInAnyOrderElementsOf(
                        all(SAMPLES, REVIEW, ON_SITE, CONFIRM_ON_SITE, ASSESSMENTS, EXPLAIN_AND_GRADE, DRINKING));
        assertThat(reachableAs("monitoring.lab-head"))
                .containsExactlyInAnyOrderElementsOf(all(
                        SAMPLES,
                        HEAD_LAB,
                        DISCARD,
                        ASSESSMENTS,
                        EXPLAIN_AND_GRADE,
                        BASE_YEAR,
                        DRINKING,
                        APPROVE_DRINKING));
        assertThat(reachableAs("monitoring.network-editor"))
                .containsExactlyInAnyOrderElementsOf(all(NETWORK, EDIT_NETWORK));
        assertThat(reachableAs("monitoring.network-approver"))
                .containsExactlyInAnyOrderElementsOf(all(NETWORK, APPROVE_NETWORK));
        assertThat(reachableAs("monitoring.duty"))
                .containsExactlyInAnyOrderElementsOf(all(READ, LOOK_AFTER, DUTY, JUDGED, ON_SITE, WARNED, SIGNS));
        assertThat(reachableAs("monitoring.device-approver"))
                .containsExactlyInAnyOrderElementsOf(all(READ_DEVICES, APPROVE_DEVICES));
        assertThat(reachableAs("monitoring.device-admin"))
                .containsExactlyInAnyOrderElementsOf(all(READ, LOOK_AFTER, ADMIN, JUDGED, ON_SITE, SIGNS));
        assertThat(reachableAs("enforcement.inspector")).containsExactlyInAnyOrderElementsOf(all(SIGNS));
        assertThat(reachableAs("enforcement.head")).containsExactlyInAnyOrderElementsOf(all(SIGNS));
        assertThat(reachableAs("permits.approver", "disclosure.editor", "platform.operator"))
                .containsExactlyInAnyOrderElementsOf(all());
    }

    @Test
    void letsThoseWhoSupplyAndTheHealthBureauSampleAndNoMore() {
        for (Bureau bureau : List.of(Bureau.WATER, Bureau.HOUSING, Bureau.HEALTH)) {
            assertThat(reachableOf(bureau, "monitoring.supply-analyst"))
                    .containsExactlyInAnyOrderElementsOf(all(SUPPLY_SAMPLES, ANALYSE, DISCARD, DRINKING));
            assertThat(reachableOf(bureau, "monitoring.supply-reviewer"))
                    .containsExactlyInAnyOrderElementsOf(all(SUPPLY_SAMPLES, REVIEW, DRINKING));
            assertThat(reachableOf(bureau, "monitoring.supply-head"))
                    .containsExactlyInAnyOrderElementsOf(all(SUPPLY_SAMPLES, HEAD_LAB, DISCARD, DRINKING));
        }
        for (Bureau bureau : List.of(Bureau.ENV, Bureau.GOV)) {
            assertThat(reachableOf(bureau, "monitoring.drinking-approver"))
                    .containsExactlyInAnyOrderElementsOf(all(DRINKING, APPROVE_DRINKING));
            assertThat(reachableOf(
                            bureau,
                            "monitoring.supply-analyst",
                            "monitoring.supply-reviewer",
                            "monitoring.supply-head"))
                    .containsExactlyInAnyOrderElementsOf(all());
        }
        assertThat(reachableOf(Bureau.HEALTH, "monitoring.drinking-approver"))
                .containsExactlyInAnyOrderElementsOf(all());
    }

    private List<String> reachableOf(Bureau bureau, String... roles) {
        return ours(walk.reachableWith(Tokens.as("somebody", bureau, roles)));
    }

    @Test
    void letsNobodyOfAnotherBureauMoveAnything() {
        walk.assertMovesReserved(
                Bureau.ENV,
                "monitoring.duty",
                "monitoring.device-admin",
                "monitoring.device-approver",
                "monitoring.network-editor",
                "monitoring.network-approver",
                "monitoring.analyst",
                "monitoring.reviewer",
                "monitoring.lab-head");
    }

    @Test
    void knowsEveryEndpoint() {
        assertThat(ours(walk.endpoints().stream()
                        .map(EndpointWalk.Endpoint::toString)
                        .toList()))
                .containsExactlyInAnyOrderElementsOf(all(
                        READ,
                        NETWORK,
                        EDIT_NETWORK,
                        APPROVE_NETWORK,
                        SAMPLES,
                        ANALYSE,
                        DISCARD,
                        REVIEW,
                        HEAD_LAB,
                        ASSESSMENTS,
                        EXPLAIN_AND_GRADE,
                        ENTER_ROUNDS,
                        BASE_YEAR,
                        LOOK_AFTER,
                        DUTY,
                        APPROVE_DEVICES,
                        ADMIN,
                        JUDGED,
                        ON_SITE,
                        ENTER_ON_SITE,
                        CONFIRM_ON_SITE,
                        WARNED,
                        SIGNS,
                        DRINKING,
                        APPROVE_DRINKING));
    }
}
