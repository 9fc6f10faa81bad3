package cn.bishui.portal.route.http;

import cn.bishui.portal.PortalSettings;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Makes every request one to the public address, whatever proxy it came through and whatever its headers claim: redirects,
 * cookies and the sign-in's return address follow from it.
 */
@Component
final class PublicAddress implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final PortalSettings settings;

    PublicAddress(PortalSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> {
            connector.setProxyName(settings.publicUrl().getHost());
            connector.setProxyPort(settings.publicPort());
            connector.setScheme(settings.publicUrl().getScheme());
            connector.setSecure(settings.secure());
        });
    }
}
