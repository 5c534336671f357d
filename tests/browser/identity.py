"""An identity provider for tests: OpenID Connect's four answers, and whoever is asked for is let in.

with Provider("ada@example.org") as provider:
    provider.url + "/.well-known/openid-configuration"
"""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT = "dateline-test"


class Provider:
    """Vouches for one e-mail address, without asking for anything."""

    def __init__(self, email: str) -> None:
        self.email = email
        self._key = RSAKey.generate_key(2048, {"kid": "test", "use": "sig", "alg": "RS256"})
        self._nonce = ""
        provider = self

        class Answers(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked = urlsplit(self.path)
                if asked.path == "/authorize":
                    query = {key: values[0] for key, values in parse_qs(asked.query).items()}
                    provider._nonce = query.get("nonce", "")
                    back = urlencode({"code": "a-code", "state": query["state"]})
                    self.send_response(302)
                    self.send_header("Location", f"{query['redirect_uri']}?{back}")
                    self.end_headers()
                elif asked.path == "/keys":
                    self._json({"keys": [provider._key.as_dict(private=False)]})
                else:
                    self._json(provider._about())

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                self._json({"access_token": "a-token", "token_type": "Bearer", "id_token": provider._identity()})

            def _json(self, content: dict[str, Any]) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(json.dumps(content).encode())

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _about(self) -> dict[str, Any]:
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
        }

    def _identity(self) -> str:
        now = int(time.time())
        claims = {"iss": self.url, "aud": CLIENT, "sub": self.email, "iat": now, "exp": now + 600, "nonce": self._nonce}
        who = {"email": self.email, "email_verified": True, "name": self.email.split("@")[0]}
        return jwt.encode({"alg": "RS256", "kid": "test"}, {**claims, **who}, self._key)
