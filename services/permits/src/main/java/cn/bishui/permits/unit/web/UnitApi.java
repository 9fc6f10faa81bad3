package cn.bishui.permits.unit.web;

import cn.bishui.audit.Actor;
import cn.bishui.permits.unit.AddOutlet;
import cn.bishui.permits.unit.RegisterUnit;
import cn.bishui.permits.unit.Unit;
import cn.bishui.permits.unit.UnitList;
import cn.bishui.permits.unit.Units;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/permits/v1/units")
class UnitApi {

    private final Units units;
    private final UnitList list;
    private final RegisterUnit registerUnit;
    private final AddOutlet addOutlet;

    UnitApi(Units units, UnitList list, RegisterUnit registerUnit, AddOutlet addOutlet) {
        this.units = units;
        this.list = list;
        this.registerUnit = registerUnit;
        this.addOutlet = addOutlet;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('permits.clerk', 'permits.approver', 'permits.reader')")
    Listing<UnitList.Row> list(@RequestParam(defaultValue = "") String q, ListRequest request) {
        return list.page(q.strip(), request);
    }

    @GetMapping("/{code}")
    @PreAuthorize("hasAnyRole('permits.clerk', 'permits.approver', 'permits.reader')")
    UnitView unit(@PathVariable String code) {
        return UnitView.of(units.named(code));
    }

    @PostMapping
    @PreAuthorize("hasRole('permits.clerk')")
    @ResponseStatus(HttpStatus.CREATED)
    UnitView register(@RequestBody UnitForm form, Actor actor) {
        Unit unit = form.read();
        registerUnit.register(unit, actor);
        return UnitView.of(unit);
    }

    @PostMapping("/{code}/outlets")
    @PreAuthorize("hasRole('permits.clerk')")
    @ResponseStatus(HttpStatus.CREATED)
    UnitView add(@PathVariable String code, @RequestBody OutletForm form, Actor actor) {
        return UnitView.of(addOutlet.add(units.named(code).code(), form.read(), actor));
    }
}
