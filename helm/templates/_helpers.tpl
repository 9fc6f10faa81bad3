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

{{- define "bishui.realm" -}}{{ .Values.keycloakUrl }}/realms/bishui{{- end -}}
{{- define "bishui.realmInside" -}}http://{{ .Release.Name }}-keycloak-service:8080/realms/bishui{{- end -}}
