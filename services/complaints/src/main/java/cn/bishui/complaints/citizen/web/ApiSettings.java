package cn.bishui.complaints.citizen.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the interface to programs. */
@Configuration(proxyBeanMethods = false)
class ApiSettings {

    private static final String DESCRIPTION = """
            12369 环保举报接口：提交举报，凭编号和密码查询。无需登录；持有 complaints.operator 令牌的平台可以注明来源，不受次数限制。
            日期为本地日期，时刻为 UTC。字段只增不减，不认识的字段忽略。错误以 application/problem+json（RFC 9457）返回，errors 列出全部有误的字段。

            Complaints about pollution: hand in, and follow by number and secret. No sign-in; platforms with a token of role
            complaints.operator may say where a complaint comes from and are not counted. Days are local dates, moments are UTC.
            Fields are only ever added, unknown ones ignored. Errors are problem details (RFC 9457) whose errors name every field
            that is wrong.
            """;

    @Bean
    OpenAPI complaintsInterface() {
        return new OpenAPI()
                .info(new Info()
                        .title("12369 环保举报 Complaints about pollution")
                        .version("v1")
                        .description(DESCRIPTION))
                .servers(List.of(new Server().url("/")));
    }
}
