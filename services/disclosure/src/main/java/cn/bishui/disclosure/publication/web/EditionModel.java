package cn.bishui.disclosure.publication.web;

import cn.bishui.disclosure.publication.Edition;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page when what it shows was last updated. */
@ControllerAdvice
class EditionModel {

    private final CurrentEdition current;

    EditionModel(CurrentEdition current) {
        this.current = current;
    }

    @ModelAttribute("edition")
    Edition edition() {
        return current.get();
    }
}
