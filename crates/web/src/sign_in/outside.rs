//! Sign-in at an outside service: OpenID Connect, authorisation code with PKCE, state and nonce.
//!
//! The service's description and keys are fetched when first needed and again when they no longer fit; redirects are
//! not followed. Who comes back is told by issuer and subject only: a mail address there proves nothing here.

use super::SignInSettings;
use super::settings::OutsideService;
use crate::addresses::account::OUTSIDE_RETURN;
use ariane_domain::account::outside::vouches_for_second_factor;
use openidconnect::core::{CoreAuthenticationFlow, CoreClient, CoreProviderMetadata};
use openidconnect::{
    AccessTokenHash, AsyncHttpClient, AuthorizationCode, ClientId, ClientSecret, CsrfToken, HttpRequest,
    HttpResponse, IssuerUrl, Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl,
    Scope, TokenResponse,
};
use serde::{Deserialize, Serialize};
use std::pin::Pin;
use std::time::Duration;
use tokio::sync::Mutex;

/// How long the service may take for one answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// Largest answer that is read, in bytes.
const LARGEST: usize = 1024 * 1024;

/// What must be remembered until somebody comes back.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Asked {
    /// Goes into the identity token.
    pub nonce: String,
    /// Proves that who brings the code is who asked for it.
    pub verifier: String,
}

/// Who came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identified {
    /// Issuer.
    pub issuer: String,
    /// Subject there.
    pub subject: String,
    /// Whether the service vouches for a second factor.
    pub has_second_factor: bool,
}

/// Why the service could not be used. Its words may name persons, so none of them are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OutsideError {
    /// It does not answer, or not as the standard says.
    #[error("the outside sign-in service does not answer as expected")]
    NoAnswer,
    /// It does not confirm who came back.
    #[error("the outside sign-in service does not confirm the sign-in")]
    NotConfirmed,
}

/// The outside service of an installation.
#[derive(Debug)]
pub struct Outside {
    service: OutsideService,
    return_to: String,
    http: Http,
    described: Mutex<Option<CoreProviderMetadata>>,
}

#[derive(Debug, thiserror::Error)]
#[error("no answer")]
struct NoAnswer;

/// Our way to the service.
#[derive(Debug)]
struct Http(reqwest::Client);

impl Http {
    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, NoAnswer> {
        let request = reqwest::Request::try_from(request).map_err(|_| NoAnswer)?;
        let mut answer = self.0.execute(request).await.map_err(|_| NoAnswer)?;
        let mut built = axum::http::Response::builder().status(answer.status());
        for (name, value) in answer.headers() {
            built = built.header(name, value);
        }
        let mut body = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(|_| NoAnswer)? {
            body.extend_from_slice(&chunk);
            if body.len() > LARGEST {
                return Err(NoAnswer);
            }
        }
        built.body(body).map_err(|_| NoAnswer)
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = NoAnswer;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, NoAnswer>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
}

impl Outside {
    /// The service of the settings, if one is set.
    pub fn new(settings: &SignInSettings) -> Option<Self> {
        let service = settings.outside.clone()?;
        // Another part of the program may have chosen first; both choose the same.
        let _ = tokio_rustls::rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(PATIENCE)
            .build()
            .ok()?;
        Some(Self {
            service,
            return_to: settings.full(OUTSIDE_RETURN),
            http: Http(http),
            described: Mutex::new(None),
        })
    }

    /// What staff call it.
    pub fn name(&self) -> &str {
        &self.service.name
    }

    async fn describe(&self, anew: bool) -> Result<CoreProviderMetadata, OutsideError> {
        let mut described = self.described.lock().await;
        if anew || described.is_none() {
            let issuer = IssuerUrl::new(self.service.issuer.clone()).map_err(|_| OutsideError::NoAnswer)?;
            let found = CoreProviderMetadata::discover_async(issuer, &self.http)
                .await
                .map_err(|_| OutsideError::NoAnswer)?;
            *described = Some(found);
        }
        described.clone().ok_or(OutsideError::NoAnswer)
    }

    fn redirect(&self) -> Result<RedirectUrl, OutsideError> {
        RedirectUrl::new(self.return_to.clone()).map_err(|_| OutsideError::NoAnswer)
    }

    fn credentials(&self) -> (ClientId, Option<ClientSecret>) {
        let secret = &self.service.client_secret;
        let secret = (!secret.is_empty()).then(|| ClientSecret::new(secret.clone()));
        (ClientId::new(self.service.client_id.clone()), secret)
    }

    /// Makes what must be remembered; its parts are random.
    pub fn prepare() -> Asked {
        let (_, verifier) = PkceCodeChallenge::new_random_sha256();
        Asked { nonce: Nonce::new_random().secret().clone(), verifier: verifier.into_secret() }
    }

    /// Where to send somebody.
    ///
    /// # Errors
    /// Where the service does not describe itself.
    pub async fn address(&self, state: &str, asked: &Asked) -> Result<String, OutsideError> {
        let (id, secret) = self.credentials();
        let client = CoreClient::from_provider_metadata(self.describe(false).await?, id, secret)
            .set_redirect_uri(self.redirect()?);
        let challenge =
            PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(asked.verifier.clone()));
        let (state, nonce) = (state.to_owned(), asked.nonce.clone());
        let (url, _, _) = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                move || CsrfToken::new(state),
                move || Nonce::new(nonce),
            )
            .add_scope(Scope::new("openid".into()))
            .set_pkce_challenge(challenge)
            .url();
        Ok(url.into())
    }

    /// Who came back with a code. Keys that changed meanwhile are fetched once more.
    ///
    /// # Errors
    /// Where the service does not confirm it.
    pub async fn identify(&self, code: &str, asked: &Asked) -> Result<Identified, OutsideError> {
        let (id, secret) = self.credentials();
        let client =
            CoreClient::from_provider_metadata(self.describe(false).await?, id.clone(), secret.clone())
                .set_redirect_uri(self.redirect()?);
        let tokens = client
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .map_err(|_| OutsideError::NoAnswer)?
            .set_pkce_verifier(PkceCodeVerifier::new(asked.verifier.clone()))
            .request_async(&self.http)
            .await
            .map_err(|_| OutsideError::NotConfirmed)?;
        let token = tokens.id_token().ok_or(OutsideError::NotConfirmed)?;
        let nonce = Nonce::new(asked.nonce.clone());
        let mut client = client;
        if token.claims(&client.id_token_verifier(), &nonce).is_err() {
            client = CoreClient::from_provider_metadata(self.describe(true).await?, id, secret)
                .set_redirect_uri(self.redirect()?);
        }
        let verifier = client.id_token_verifier();
        let claims = token.claims(&verifier, &nonce).map_err(|_| OutsideError::NotConfirmed)?;
        if let Some(wanted) = claims.access_token_hash() {
            let algorithm = token.signing_alg().map_err(|_| OutsideError::NotConfirmed)?;
            let key = token.signing_key(&verifier).map_err(|_| OutsideError::NotConfirmed)?;
            let found = AccessTokenHash::from_token(tokens.access_token(), algorithm, key)
                .map_err(|_| OutsideError::NotConfirmed)?;
            if found != *wanted {
                return Err(OutsideError::NotConfirmed);
            }
        }
        let methods: Vec<&str> =
            claims.auth_method_refs().into_iter().flatten().map(|method| method.as_str()).collect();
        let class = claims.auth_context_ref().map(|class| class.as_str());
        Ok(Identified {
            issuer: claims.issuer().as_str().to_owned(),
            subject: claims.subject().as_str().to_owned(),
            has_second_factor: vouches_for_second_factor(&methods, class, &self.service.accepted_classes),
        })
    }
}
