package cn.bishui.complaints.citizen.web;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.citizen.HandIn;
import cn.bishui.complaints.citizen.Progress;
import cn.bishui.complaints.citizen.Reporter;
import cn.bishui.complaints.complaint.Receipt;
import cn.bishui.complaints.complaint.ReceiveComplaint;
import cn.bishui.complaints.complaint.RequestKey;
import cn.bishui.complaints.complaint.SentTwice;
import cn.bishui.complaints.complaint.Step;
import cn.bishui.complaints.quota.Allowance;
import cn.bishui.complaints.quota.Quota;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.Client;
import cn.bishui.web.Person;
import cn.bishui.web.Public;
import cn.bishui.web.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Complaints for the 12345 and city platforms, and for whoever writes a program. Its fields are only ever added to. */
@RestController
@Public
@Tag(name = "complaints", description = "环保举报：提交和查询。Complaints: hand in and follow.")
class CitizenApi {

    private static final String PATH = "/12369/api/complaints";
    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    private static final List<String> PLATFORM = List.of("complaints.operator");
    private static final int LONGEST_KEY = 150;

    private final HandIn handIn;
    private final ReceiveComplaint receiveComplaint;
    private final SentTwice sentTwice;
    private final Door door;
    private final Quota quota;
    private final Clock clock;

    CitizenApi(
            HandIn handIn,
            ReceiveComplaint receiveComplaint,
            SentTwice sentTwice,
            Door door,
            Quota quota,
            Clock clock) {
        this.handIn = handIn;
        this.receiveComplaint = receiveComplaint;
        this.sentTwice = sentTwice;
        this.door = door;
        this.quota = quota;
        this.clock = clock;
    }

    /** What the sender is given. */
    @Schema(name = "Receipt")
    record ReceiptView(
            @Schema(description = "编号。Number.", example = "JB-2026-0000123")
            String number,

            @Schema(
                    description = "查询密码，16位；只在这里给出。Secret with which it is followed; told here only.",
                    example = "7Q2M9K4XW0T8HN5C")
            String secret,

            @Schema(description = "收到时刻。When it came in.") Instant receivedAt,

            @Schema(description = "告知是否受理的最后一天。Last day on which to say whether it is accepted.")
            LocalDate due) {

        static ReceiptView of(Receipt receipt) {
            return new ReceiptView(receipt.number(), receipt.secret(), receipt.receivedAt(), receipt.due());
        }
    }

    /** How far it is. */
    @Schema(name = "Complaint")
    record View(
            @Schema(description = "编号。Number.") String number,

            @Schema(
                    description = "状态代码。Where it stands.",
                    allowableValues = {
                        "received",
                        "refused",
                        "accepted",
                        "assigned",
                        "objected",
                        "investigating",
                        "drafted",
                        "answered",
                        "reexamining",
                        "reviewing",
                        "closed"
                    })
            String status,

            @Schema(description = "状态，用读者的语言。The same in words.")
            String statusText,

            @Schema(description = "正在计算的期限的最后一天；没有则为 null。Last day of the time limit that runs, null if none does.")
            @Nullable
            LocalDate due,

            @Schema(description = "经过，从早到晚。What happened, in order.")
            List<StepView> steps,

            @Schema(
                    description =
                            "重复举报时，先前那份举报的进度（不含文字）；否则为 null。Of a repeat: how far the first complaint is, without words; else null.")
            @Nullable
            FirstView first) {}

    /** How far the complaint is that this one repeats. */
    @Schema(name = "First")
    record FirstView(
            String status, String statusText, @Nullable LocalDate due, List<StepView> steps) {}

    /** A step on its way. */
    @Schema(name = "Step")
    record StepView(
            @Schema(description = "时刻。When.") Instant at,

            @Schema(
                    description = "步骤代码。What.",
                    allowableValues = {
                        "received",
                        "accepted",
                        "refused",
                        "linked",
                        "assigned",
                        "taken",
                        "extended",
                        "answered",
                        "rated",
                        "reexamination-asked",
                        "reexamined",
                        "review-asked",
                        "reviewed",
                        "reopened",
                        "returned",
                        "closed",
                        "added"
                    })
            String what,

            @Schema(description = "步骤，用读者的语言。The same in words.")
            String text,

            @Schema(description = "部门名称。The bureau's name.") @Nullable
            String bureau,

            @Schema(description = "这一步定下的期限。The last day that it sets.") @Nullable
            LocalDate due,

            @Schema(description = "告诉举报人的话。What was said to the reporter.") @Nullable
            String words) {

        static List<StepView> of(List<Step> steps, Texts texts) {
            return steps.stream().map(step -> of(step, texts)).toList();
        }

        private static StepView of(Step step, Texts texts) {
            return new StepView(
                    step.at(),
                    step.what(),
                    texts.of("citizen.step." + step.what()),
                    step.bureau() == null ? null : Person.bodyName(step.bureau(), null, texts.locale()),
                    step.due(),
                    step.words());
        }
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "提交举报。Hand in a complaint.",
            description =
                    "带 Idempotency-Key 的同一请求可以重发，得到同样的回答（仍是 201），不会重复登记。"
                            + "A request with an Idempotency-Key may be sent again: it gets the same answer, 201 included, and comes in once.")
    @ApiResponse(
            responseCode = "201",
            description = "已登记。Taken in.",
            headers =
                    @Header(
                            name = "Location",
                            description = "查询地址，需另加 secret。Where to follow it, with the secret.",
                            schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    @ApiResponse(
            responseCode = "400",
            description = "不是可读的 JSON。Not JSON that can be read.",
            content = @Content(mediaType = PROBLEM))
    @ApiResponse(
            responseCode = "409",
            description = "同一个 Idempotency-Key 用于不同的内容。The key was used for something else.",
            content = @Content(mediaType = PROBLEM))
    @ApiResponse(
            responseCode = "422",
            description = "内容有误，errors 列出全部。errors names every fault.",
            content = @Content(mediaType = PROBLEM))
    @ApiResponse(
            responseCode = "429",
            description = "太多，Retry-After 秒后再试。Too many: wait Retry-After seconds.",
            content = @Content(mediaType = PROBLEM))
    ResponseEntity<ReceiptView> take(
            @RequestBody SentComplaint sent,
            @Parameter(
                            description =
                                    "由发送方选定，最长150个字符，每份举报不同，例如 UUID。Chosen by the sender, up to 150 characters, another for each complaint.")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String idempotencyKey,
            @Parameter(hidden = true) HttpServletRequest request) {
        Optional<Person> platform = Person.of(SecurityContextHolder.getContext().getAuthentication())
                .filter(person -> person.hasAnyOf(PLATFORM));
        Actor by = platform.map(Person::actor).orElse(Reporter.ACTOR);
        RequestKey key = idempotencyKey == null ? null : key(by, idempotencyKey, sent);
        Receipt receipt = key == null ? null : receiveComplaint.repeated(key).orElse(null);
        if (receipt == null) {
            HandIn.Report report = sent.read(LocalDate.now(clock), platform.isPresent());
            if (platform.isEmpty()) {
                quota.take(Client.of(request.getRemoteAddr()), Allowance.COMPLAINT);
            }
            receipt = handIn.take(report, List.of(), key, by);
        }
        return ResponseEntity.created(URI.create(PATH + "/" + receipt.number()))
                .cacheControl(CacheControl.noStore())
                .body(ReceiptView.of(receipt));
    }

    @GetMapping(path = PATH + "/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "查询进度。Follow a complaint.")
    @ApiResponse(
            responseCode = "200",
            description = "进度。How far it is.",
            content = @Content(schema = @Schema(implementation = View.class)))
    @ApiResponse(
            responseCode = "404",
            description = "没有这份举报，或密码不对。No such complaint, or a wrong secret.",
            content = @Content(mediaType = PROBLEM))
    @ApiResponse(
            responseCode = "429",
            description = "太多，Retry-After 秒后再试。Too many: wait Retry-After seconds.",
            content = @Content(mediaType = PROBLEM))
    ResponseEntity<View> follow(
            @Parameter(description = "编号。Its number.") @PathVariable String number,
            @Parameter(description = "查询密码。Its secret.") @RequestParam(defaultValue = "") String secret,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) Texts texts) {
        Progress progress = door.open(number, secret, request);
        Progress.First first = progress.first();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new View(
                        progress.number(),
                        progress.state().id(),
                        texts.of("citizen.state." + progress.state().id()),
                        progress.due(),
                        StepView.of(progress.steps(), texts),
                        first == null
                                ? null
                                : new FirstView(
                                        first.state().id(),
                                        texts.of(
                                                "citizen.state." + first.state().id()),
                                        first.due(),
                                        StepView.of(first.steps(), texts))));
    }

    private RequestKey key(Actor by, String chosen, SentComplaint sent) {
        if (chosen.isBlank() || chosen.length() > LONGEST_KEY) {
            throw RuleBroken.invalid("complaint.request-key");
        }
        return sentTwice.key("api/" + by.username() + "/" + chosen, sent.said());
    }
}
