package cn.bishui.complaints.identity.web;

import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LookApi {

    private final LookViews looks;

    LookApi(LookViews looks) {
        this.looks = looks;
    }

    @GetMapping("/api/complaints/v1/looks")
    @PreAuthorize("hasRole('complaints.supervisor')")
    Listing<LookView> list(@ModelAttribute LookFilter filter, ListRequest request) {
        return looks.page(filter, request);
    }
}
