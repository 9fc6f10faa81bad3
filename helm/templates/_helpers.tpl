{{- define "bishui.labels" -}}
app.kubernetes.io/part-of: bishui
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end -}}

{{/* A password that is made once: read back from the cluster where the secret exists. Call with (list $ secret key). */}}
{{- define "bishui.password" -}}
{{- $root := index . 0 -}}
{{- $found := lookup "v1" "Secret" $root.Release.Namespace (index . 1) -}}
{{- if and $found (hasKey (default dict $found.data) (index . 2)) -}}
{{- index $found.data (index . 2) | b64dec -}}
{{- else -}}
{{- randAlphaNum 32 -}}
{{- end -}}
{{- end -}}

{{/* A key of 256 bits in base64, made once like a password. Call with (list $ secret key). */}}
{{- define "bishui.key" -}}
{{- $root := index . 0 -}}
{{- $found := lookup "v1" "Secret" $root.Release.Namespace (index . 1) -}}
{{- if and $found (hasKey (default dict $found.data) (index . 2)) -}}
{{- index $found.data (index . 2) | b64dec -}}
{{- else -}}
{{- randBytes 32 -}}
{{- end -}}
{{- end -}}

{{- define "bishui.realm" -}}{{ .Values.keycloakUrl }}/realms/bishui{{- end -}}
{{- define "bishui.keycloakInside" -}}http://{{ .Release.Name }}-keycloak-service:8080{{- end -}}
{{- define "bishui.realmInside" -}}{{ include "bishui.keycloakInside" . }}/realms/bishui{{- end -}}

{{/* What data hangs on stays when the release is uninstalled: databases, topics, and the passwords that open them. */}}
{{- define "bishui.keep" -}}
helm.sh/resource-policy: keep
{{- end -}}

{{/* The rows of files/topics.csv as {"topics": [{name, partitions, cleanup, retentionHours, writers, readers}]}. */}}
{{- define "bishui.topics" -}}
{{- $topics := list -}}
{{- range rest (splitList "\n" (trim (.Files.Get "files/topics.csv"))) -}}
{{- $field := splitList "," (trim .) -}}
{{- $topics = append $topics (dict "name" (index $field 0) "partitions" (int (index $field 1)) "cleanup" (index $field 2)
      "retentionHours" (index $field 3) "writers" (splitList " " (index $field 4)) "readers" (splitList " " (index $field 5))) -}}
{{- end -}}
{{- dict "topics" $topics | toJson -}}
{{- end -}}
