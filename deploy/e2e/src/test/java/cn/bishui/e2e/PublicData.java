package cn.bishui.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The open data as anybody reads it; numbers as they are written. */
final class PublicData {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String base;

    PublicData(String url) {
        this.base = url + "/open/v1";
    }

    List<Map<String, Object>> exceedances(String unit) {
        return items("/exceedances?unit=" + unit);
    }

    List<Map<String, Object>> cards() {
        return items("/cards");
    }

    private List<Map<String, Object>> items(String path) {
        HttpResponse<String> answer = Http.get(base + path, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.convertValue(JSON.readTree(answer.body()).get("items"), new TypeReference<>() {});
    }
}
