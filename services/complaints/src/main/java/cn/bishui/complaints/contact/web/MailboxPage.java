package cn.bishui.complaints.contact.web;

import cn.bishui.complaints.contact.Mailbox;
import cn.bishui.web.Public;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows what went to phones, on a platform for trying out. */
@Controller
@ConditionalOnProperty(name = "bishui.complaints.sms", havingValue = "local")
class MailboxPage {

    private static final int NEWEST = 50;

    private final Mailbox mailbox;

    MailboxPage(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping("/12369/mailbox")
    @Public
    String mailbox(Model model) {
        model.addAttribute("messages", mailbox.newest(NEWEST));
        return "contact/mailbox";
    }
}
