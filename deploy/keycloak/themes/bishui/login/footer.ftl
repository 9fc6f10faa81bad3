<#macro content>
<p class="bishui-help">${msg("bishuiHelp")}</p>
</#macro>
