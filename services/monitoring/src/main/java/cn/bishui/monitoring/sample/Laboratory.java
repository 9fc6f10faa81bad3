package cn.bishui.monitoring.sample;

import cn.bishui.audit.Actor;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.SiteKind;
import cn.bishui.monitoring.network.Sites;
import cn.bishui.monitoring.openjudge.Items;
import cn.bishui.monitoring.openjudge.Water;
import cn.bishui.standards.surfacewater.WaterType;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What may be found in the water of a site, and who may find it. */
@Component
public class Laboratory {

    private final Sites sites;
    private final Certificates certificates;

    Laboratory(Sites sites, Certificates certificates) {
        this.sites = sites;
        this.certificates = certificates;
    }

    /** A site that is sampled on a day, with the items of its standard. */
    public record Bench(Site site, Water water, Items items) {}

    /**
     * The site of a code on a day; codes {@code sample.site-unknown}, {@code sample.site-not-in-use}, {@code sample.site-kind}, {@code judge.day}.
     *
     * @param code of a section, a source, a well, a works outlet or a tap
     */
    public Bench bench(String code, LocalDate day) {
        Site now = sites.find(code).orElseThrow(() -> RuleBroken.invalid("sample.site-unknown", code));
        LocalDate from = now.validFrom();
        LocalDate to = now.validTo();
        if (from == null || day.isBefore(from) || (to != null && day.isAfter(to))) {
            throw RuleBroken.invalid("sample.site-not-in-use", code, day);
        }
        Site site = sites.on(code, day).orElse(now);
        boolean ground = "groundwater".equals(site.description().details().sourceKind());
        Water water = switch (site.description().kind()) {
            case SECTION -> Water.SURFACE_WATER;
            case SOURCE -> ground ? Water.GROUNDWATER : Water.SURFACE_WATER;
            case WELL -> Water.GROUNDWATER;
            case WORKS_OUTLET, TAP -> Water.DRINKING_WATER;
            case WATER_BODY, REACH, STATION, POINT -> throw RuleBroken.invalid("sample.site-kind", code);
        };
        water.heldOn(day);
        WaterType type = site.description().waterType();
        WaterType of = type == null ? WaterType.RIVER : type;
        return new Bench(site, water, items(site, water, of, ground, day));
    }

    private static Items items(Site site, Water water, WaterType type, boolean ground, LocalDate day) {
        if (site.description().kind() == SiteKind.SOURCE && !ground) {
            return Items.ofSurfaceSource(type, day);
        }
        boolean lake = site.description().kind() == SiteKind.SECTION && type == WaterType.LAKE;
        return lake ? Items.ofLake(day) : Items.of(water, type, day);
    }

    /** Checks that a site is of the bureau of who works at it; code {@code sample.other-bureau}. */
    public void mustBeTheirs(String code, Actor actor) {
        sites.find(code).map(each -> each.description().bureau()).ifPresent(bureau -> {
            if (!bureau.name().equals(actor.bureau())) {
                throw RuleBroken.forbidden("sample.other-bureau", code, bureau.chineseName());
            }
        });
    }

    /** Checks that an analyst was certified for each item on the day; code {@code sample.certificate}. */
    public void mustBeCertified(List<Finding> findings, Bench bench) {
        Items items = bench.items();
        String bureau = bench.site().description().bureau().name();
        for (Finding each : findings) {
            boolean covered = certificates.of(each.analyst()).stream()
                    .filter(certificate -> certificate.bureau().equals(bureau))
                    .anyMatch(certificate -> certificate.covers(each.item(), each.analysedOn()));
            if (!covered) {
                String name = items.find(each.item()).map(item -> item.zh()).orElse(each.item());
                throw RuleBroken.invalid("sample.certificate", each.analyst(), name, each.analysedOn());
            }
        }
    }
}
