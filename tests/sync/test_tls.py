"""TLS between a real kiosk and a real server: a pinned authority is believed, and nobody else."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kiosk.store import Store
from tests.programs import started
from tests.small_pack import small_pack
from tests.submissions import poll_submission
from tests.sync.in_process import run_here as run


class Authority:
    """A certificate authority of the test's own."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder, self.name = folder, x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        self.key = ec.generate_private_key(ec.SECP256R1())
        basic = (x509.BasicConstraints(ca=True, path_length=0), True)
        usage = (
            x509.KeyUsage(
                digital_signature=True, key_cert_sign=True, crl_sign=True, content_commitment=False,
                key_encipherment=False, data_encipherment=False, key_agreement=False, encipher_only=False,
                decipher_only=False,
            ),
            True,
        )  # fmt: skip
        certificate = self._sign(self.name, self.key, [basic, usage])
        self.path = folder / f"{name}.pem"
        self.path.write_bytes(certificate.public_bytes(Encoding.PEM))

    def issue(self, address: str) -> tuple[Path, Path]:
        """Return a server's certificate for an IP address, and its key, as files."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, address)])
        names = (x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))]), False)
        purpose = (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False)
        certificate = self._sign(subject, key, [names, purpose])
        chain, secret = self.folder / f"{address}.crt", self.folder / f"{address}.key"
        chain.write_bytes(certificate.public_bytes(Encoding.PEM))
        secret.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        return chain, secret

    def _sign(
        self, subject: x509.Name, key: ec.EllipticCurvePrivateKey, extensions: list[tuple[x509.ExtensionType, bool]]
    ) -> x509.Certificate:
        now = datetime.now(UTC)
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self.name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=1))
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key()), critical=False)
        )
        for extension, critical in extensions:
            builder = builder.add_extension(extension, critical=critical)
        return builder.sign(self.key, hashes.SHA256())


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path, "ministry")


@pytest.fixture
def url(authority: Authority, central_home: Path) -> Iterator[str]:
    chain, key = authority.issue("127.0.0.1")
    speaking_tls = ("--tls-certificate", chain, "--tls-key", key)
    with started("forum-central", "serve", "--port", "0", *speaking_tls) as program:
        yield program.out.readline().split()[-1]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)  # as the ministry runs it
def test_a_pinned_authority_is_believed_and_no_other(
    url: str, authority: Authority, store: Store, home: Path, tmp_path: Path
) -> None:
    assert url.startswith("https://")
    code = json.loads(run("forum-central", "enrol", "lobby", "--json").out)["code"]
    unknown = run("forum-sync", "enrol", "--central", url, "--code", code)
    assert unknown.code == 1
    assert "could not prove who it is" in unknown.err
    assert store.enrolment() is None

    done = run("forum-sync", "enrol", "--central", url, "--code", code, "--ca", authority.path)
    assert (done.code, done.err) == (0, "")
    authority.path.unlink()  # what was pinned is kept with the kiosk
    store.install_pack(small_pack())
    store.keep(poll_submission())
    assert json.loads(run("forum-sync", "once", "--json").out) == {"sent": 1, "pending": 0}

    other = Authority(tmp_path, "stranger")
    (home / "ministry-ca.pem").write_bytes(other.path.read_bytes())
    store.keep(poll_submission())
    refused = run("forum-sync", "once")
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert "could not prove who it is" in refused.err
    assert store.pending() == 1


def test_a_file_that_is_no_certificate_is_refused_in_one_sentence(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "ca.pem"
    path.write_text("no certificate", encoding="utf-8")
    done = run("forum-sync", "enrol", "--central", "https://127.0.0.1:1", "--code", "x", "--ca", path)
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert "holds no certificate" in done.err
    assert store.enrolment() is None


def test_plain_http_goes_to_this_machine_only(store: Store) -> None:
    done = run("forum-sync", "enrol", "--central", "http://ministry.example", "--code", "x")
    assert done.code == 1
    assert "unencrypted" in done.err
