package cn.bishui.complaints.citizen.web;

import cn.bishui.complaints.citizen.HandIn.Report;
import cn.bishui.complaints.complaint.Matter;
import cn.bishui.complaints.hotline.Channel;
import cn.bishui.complaints.hotline.Reach;
import cn.bishui.complaints.identity.Identity;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.form.Field;
import cn.bishui.web.form.Input;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A complaint as another platform sends it. What it sends besides is ignored. */
@Schema(name = "NewComplaint", description = "举报内容。What is reported.")
record SentComplaint(
        @Schema(
                description = "情况。What happens.",
                requiredMode = Schema.RequiredMode.REQUIRED,
                maxLength = Matter.CONTENT,
                example = "河边排口一直在流黑水，味道很重。")
        @Nullable
        String content,

        @Schema(
                description = "地址。Where.",
                requiredMode = Schema.RequiredMode.REQUIRED,
                maxLength = Matter.ADDRESS,
                example = "滨江东路与中兴街交口以北约200米")
        @Nullable
        String address,

        @Schema(
                description = "经度，度，WGS 84；与纬度同时给出。Degrees east, together with the latitude.",
                type = "number",
                example = "126.5662")
        @Nullable
        String longitude,

        @Schema(description = "纬度，度，WGS 84。Degrees north.", type = "number", example = "43.8821") @Nullable
        String latitude,

        @Schema(description = "被举报单位或个人的名称。Who pollutes.", maxLength = Matter.NAME) @Nullable
        String subjectName,

        @Schema(
                description = "污染类型：名称或代码，默认水。By its name or its id, water if none is given.",
                allowableValues = {
                    "水",
                    "大气",
                    "噪声",
                    "固废",
                    "危废",
                    "土壤",
                    "辐射",
                    "生态破坏",
                    "建设项目",
                    "其他",
                    "water",
                    "air",
                    "noise",
                    "solid-waste",
                    "hazardous-waste",
                    "soil",
                    "radiation",
                    "ecology",
                    "construction",
                    "other"
                },
                example = "水")
        @Nullable
        String pollutionType,

        @Schema(description = "发生日期，不晚于今天。The day, not after today.", format = "date", example = "2026-11-23") @Nullable
        String occurredOn,

        @Schema(description = "诉求。What the reporter wants.", maxLength = Matter.WISH) @Nullable
        String wish,

        @Schema(
                description =
                        "举报人联系方式，单独加密保存，承办部门看不到。Kept apart and encrypted; those who deal with the complaint do not see it.")
        @Nullable
        Contact contact,

        @Schema(
                description =
                        "来源：只对持有 12369 接线岗令牌的平台有效，其他一律为 web。Where it comes from; only with a token of role complaints.operator, else web.",
                allowableValues = {"hotline-12345", "superior", "web"})
        @Nullable
        String channel) {

    /** Channels that another platform may name. */
    private static final List<Channel> PLATFORMS = List.of(Channel.HOTLINE_12345, Channel.SUPERIOR, Channel.WEB);

    private static final int PHONE = 30;

    /** Who reports, as far as it is told. */
    @Schema(name = "Contact")
    record Contact(
            @Schema(description = "姓名。Name.", maxLength = ReportForm.NAME) @Nullable
            String name,

            @Schema(description = "电话，未经验证。Telephone, not proved.", maxLength = PHONE) @Nullable
            String phone) {}

    /** All that is said, for telling whether the same request comes again. */
    List<@Nullable String> said() {
        return Arrays.asList(
                content,
                address,
                longitude,
                latitude,
                subjectName,
                pollutionType,
                occurredOn,
                wish,
                contact == null ? null : contact.name(),
                contact == null ? null : contact.phone(),
                channel);
    }

    /**
     * Reads it.
     *
     * @param trusted whether the sender may say where it comes from
     */
    Report read(LocalDate today, boolean trusted) {
        Input input = new Input();
        Field<Matter> matter = new TypedMatter(
                        content, address, null, longitude, latitude, subjectName, pollutionType, null, occurredOn, wish)
                .read(input, today, UnaryOperator.identity());
        Field<Optional<String>> name = input.optional(
                "contact.name", contact == null ? null : contact.name(), TypedMatter.shorterThan(ReportForm.NAME));
        Field<Optional<String>> phone = input.optional(
                "contact.phone", contact == null ? null : contact.phone(), TypedMatter.shorterThan(PHONE));
        Field<Optional<Channel>> from = input.optional("channel", trusted ? channel : null, SentComplaint::platform);
        return input.read(() -> {
            Channel came = from.get().orElse(Channel.WEB);
            return new Report(
                    came,
                    matter.get(),
                    new Identity(name.get().orElse(null), phone.get().orElse(null), null, null),
                    came == Channel.WEB ? Reach.PAGE : Reach.PLATFORM,
                    null);
        });
    }

    private static Channel platform(String text) {
        Channel channel = Channel.of(text);
        if (!PLATFORMS.contains(channel)) {
            throw RuleBroken.invalid("complaint.channel", text);
        }
        return channel;
    }
}
