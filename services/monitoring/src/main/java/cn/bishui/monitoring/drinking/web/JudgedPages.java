package cn.bishui.monitoring.drinking.web;

import cn.bishui.monitoring.drinking.SuppliedWater;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.Sites;
import cn.bishui.monitoring.sample.Sample;
import cn.bishui.monitoring.sample.Samples;
import cn.bishui.monitoring.sample.Work;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Rules;
import cn.bishui.standards.drinkingwater.DrinkingWaterJudgement;
import cn.bishui.web.NotFound;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** A sample of a works outlet or a tap, item by item against GB 5749-2022. */
@Controller
class JudgedPages {

    private final Samples samples;
    private final Sites sites;
    private final Rules rules;

    JudgedPages(Samples samples, Sites sites, Rules rules) {
        this.samples = samples;
        this.sites = sites;
        this.rules = rules;
    }

    /** A version of what was found, judged. */
    record Judged(Work work, DrinkingWaterJudgement judgement) {}

    /** The same for programs: an item with what it was held against. */
    record Line(String item, String name, String value, String unit, String limit, String verdict, String source) {}

    @GetMapping(QuarterPages.PATH + "/samples/{number}")
    @PreAuthorize(QuarterPages.READ)
    String show(@PathVariable String number, Model model) {
        Sample sample = samples.find(number).orElseThrow(() -> new NotFound("sample", number));
        model.addAttribute("sample", sample);
        model.addAttribute("site", site(sample));
        model.addAttribute("versions", judged(sample));
        return "drinking/sample";
    }

    @GetMapping("/api/monitoring/v1/drinking/samples/{number}")
    @PreAuthorize(QuarterPages.READ)
    @ResponseBody
    List<Line> api(@PathVariable String number) {
        Sample sample = samples.find(number).orElseThrow(() -> new NotFound("sample", number));
        return judged(sample).getFirst().judgement().items().stream()
                .map(each -> new Line(
                        each.item().key(),
                        each.item().zh(),
                        each.measured().text(),
                        each.item().unit(),
                        each.bound().text(),
                        each.verdict().en(),
                        each.basis().source()))
                .toList();
    }

    private Site site(Sample sample) {
        return sites.on(sample.site(), sample.takenOn())
                .or(() -> sites.find(sample.site()))
                .filter(each -> each.description().kind().isSupplied())
                .orElseThrow(() -> new NotFound("sample", sample.number()));
    }

    private List<Judged> judged(Sample sample) {
        Site site = site(sample);
        return samples.works(sample.number()).stream()
                .map(work -> {
                    Map<String, Measured> values = new LinkedHashMap<>();
                    work.findings().forEach(each -> values.put(each.item(), Measured.parse(each.found())));
                    return new Judged(work, SuppliedWater.judge(site, sample.takenOn(), values, rules));
                })
                .toList();
    }
}
