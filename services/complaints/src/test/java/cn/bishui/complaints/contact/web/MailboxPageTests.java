package cn.bishui.complaints.contact.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.complaints.contact.Mailbox;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The mailbox is a hole in a wall: there is none of it unless somebody asked for it. */
class MailboxPageTests {

    private final ApplicationContextRunner contexts = new ApplicationContextRunner()
            .withBean(Mailbox.class, () -> _ -> List.of())
            .withUserConfiguration(MailboxPage.class);

    @ParameterizedTest
    @ValueSource(
            strings = {"bishui.complaints.sms=none", "bishui.complaints.sms=http", "bishui.complaints.other=local"})
    void isNotThereOnAPlatformInService(String setting) {
        contexts.withPropertyValues(setting).run(context -> assertThat(context).doesNotHaveBean(MailboxPage.class));
    }

    @Test
    void isThereForTryingOut() {
        contexts.withPropertyValues("bishui.complaints.sms=local")
                .run(context -> assertThat(context).hasSingleBean(MailboxPage.class));
    }
}
