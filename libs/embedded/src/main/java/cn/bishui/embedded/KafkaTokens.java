package cn.bishui.embedded;

/**
 * Makes a broker ask its clients for tokens: services come in with OAUTHBEARER tokens of an issuer, the broker itself and
 * the operator with a password, and a service may do only what an access rule allows.
 *
 * @param internalPort TCP port on 127.0.0.1 of the listener for the broker itself and for the operator
 * @param brokerPassword password of the user {@code broker}, who may do everything
 * @param issuer the only accepted issuer ({@code iss}) of tokens
 * @param keysUrl where the issuer publishes its signing keys (JWKS); has to answer when the broker starts
 * @param audience the audience ({@code aud}) a token has to be meant for
 */
public record KafkaTokens(int internalPort, String brokerPassword, String issuer, String keysUrl, String audience) {}
