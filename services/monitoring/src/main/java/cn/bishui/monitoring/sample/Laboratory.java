package cn.bishui.monitoring.sample;

import cn.bishui.audit.Actor;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.SiteKind;
import cn.bishui.monitoring.network.Sites;
import cn.bishui.monitoring.openjudge.Items;
import cn.bishui.monitoring.openjudge.Water;
import cn.bishui.standards.FurtherItem;
import cn.bishui.standards.FurtherItems;
import cn.bishui.standards.surfacewater.WaterType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What may be found in the water of a site, and who may find it. */
@Component
public class Laboratory {

    private final Sites sites;
    private final Certificates certificates;
    private final FurtherItems furtherItems;
    private final Clock clock;

    Laboratory(Sites sites, Certificates certificates, FurtherItems furtherItems, Clock clock) {
        this.sites = sites;
        this.certificates = certificates;
        this.furtherItems = furtherItems;
        this.clock = clock;
    }

    /** A site that is sampled on a day, with the items of its standard and those that are measured beside them. */
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
        Water water = water(site);
        water.heldOn(day);
        return new Bench(site, water, withFurther(limited(site, day), water, day));
    }

    /** These with those behind them that are measured in a water though its standard does not limit them. */
    public Items withFurther(Items limited, Water water, LocalDate day) {
        return limited.beside(furtherItems.of(water.code(), day).stream()
                .map(FurtherItem::item)
                .toList());
    }

    private static Water water(Site site) {
        return switch (site.description().kind()) {
            case SECTION -> Water.SURFACE_WATER;
            case SOURCE -> isGround(site) ? Water.GROUNDWATER : Water.SURFACE_WATER;
            case WELL -> Water.GROUNDWATER;
            case WORKS_OUTLET, TAP -> Water.DRINKING_WATER;
            case WATER_BODY, REACH, STATION, POINT -> throw RuleBroken.invalid("sample.site-kind", site.code());
        };
    }

    private static boolean isGround(Site site) {
        return "groundwater".equals(site.description().details().sourceKind());
    }

    /**
     * The items that its standard limits in the water of a site: by these only it is assessed; code {@code sample.site-kind}.
     *
     * @param site as it was on the day
     */
    static Items limited(Site site, LocalDate day) {
        WaterType declared = site.description().waterType();
        WaterType type = declared == null ? WaterType.RIVER : declared;
        if (site.description().kind() == SiteKind.SOURCE && !isGround(site)) {
            return Items.ofSurfaceSource(type, day);
        }
        boolean lake = site.description().kind() == SiteKind.SECTION && type == WaterType.LAKE;
        return lake ? Items.ofLake(day) : Items.of(water(site), type, day);
    }

    /** Checks that a site is of the bureau of who works at it; code {@code sample.other-bureau}. */
    public void mustBeTheirs(String code, Actor actor) {
        sites.find(code).map(each -> each.description().bureau()).ifPresent(bureau -> {
            if (!bureau.name().equals(actor.bureau())) {
                throw RuleBroken.forbidden("sample.other-bureau", code, bureau.chineseName());
            }
        });
    }

    /**
     * Checks findings: of items of the site, analysed between the sampling and today, by somebody certified.
     *
     * @throws RuleBroken as {@link #mustBeOfSite}, {@link Finding#analysed} and {@link #mustBeCertified}
     */
    public void mustFit(List<Finding> findings, Bench bench, LocalDate takenOn) {
        mustBeOfSite(findings, bench);
        LocalDate today = LocalDate.now(clock);
        findings.forEach(each -> Finding.analysed(each.analysedOn(), takenOn, today));
        mustBeCertified(findings, bench);
    }

    /** Checks that each item is one of the site's; code {@code sample.item-unknown}. */
    public void mustBeOfSite(List<Finding> findings, Bench bench) {
        for (Finding each : findings) {
            if (bench.items().find(each.item()).isEmpty()) {
                throw RuleBroken.invalid("sample.item-unknown", bench.site().code(), each.item());
            }
        }
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
