package cn.bishui.disclosure.anchor.web;

import cn.bishui.disclosure.anchor.Anchors;
import cn.bishui.web.Public;
import cn.bishui.web.page.ListRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The published heads of the audit chains. */
@Controller
@Public
class AnchorPages {

    private final Anchors anchors;

    AnchorPages(Anchors anchors) {
        this.anchors = anchors;
    }

    @GetMapping("/anchors")
    String list(@RequestParam(required = false) @Nullable String service, ListRequest request, Model model) {
        String wanted = service == null || service.isBlank() ? null : service;
        model.addAttribute("listing", anchors.page(wanted, request));
        model.addAttribute("services", anchors.services());
        model.addAttribute("service", wanted);
        return "anchor/list";
    }
}
