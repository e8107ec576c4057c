import hashlib
import hmac
import math
import re
import time
from dataclasses import dataclass
from typing import List, Literal, Optional, Tuple, Union

#: How far a delivery's time may lie from ours, either way, unless the caller says otherwise.
DEFAULT_TOLERANCE_SECONDS = 300

VerificationFailure = Literal[
    "missing_signature",
    "malformed_signature",
    "missing_timestamp",
    "timestamp_out_of_tolerance",
    "empty_payload",
    "digest_mismatch",
]


@dataclass(frozen=True)
class VerificationResult:
    valid: bool
    #: Why it is not valid; None when it is.
    reason: Optional[VerificationFailure] = None
    #: The time that the header names, once that could be read.
    timestamp: Optional[int] = None
    #: How far that is from our clock, in whole seconds.
    skew_seconds: Optional[int] = None


def verify_senior_guru_webhook_signature(
    raw_body: Union[str, bytes, bytearray, memoryview],
    signature_header: Optional[str],
    secret: str,
    tolerance_seconds: float = DEFAULT_TOLERANCE_SECONDS,
    now_seconds: Optional[float] = None,
) -> VerificationResult:
    """Whether a webhook came from The Senior Guru, unaltered and recently.

    Recomputes HMAC-SHA256 over ``t.raw_body`` with the signing secret and compares in constant time. Time is judged
    before the digest, and the body is never parsed: pass it exactly as it came over the wire. Keeps nothing, calls
    nobody, and never raises: whatever arrives, the answer is a result. ``now_seconds`` is the clock, for tests.
    """
    if not isinstance(signature_header, str) or not signature_header.strip():
        return VerificationResult(False, "missing_signature")

    time_text, digests = _parse(signature_header)
    if not digests:
        return VerificationResult(False, "malformed_signature")
    if time_text is None or not re.fullmatch("[0-9]{1,12}", time_text):
        return VerificationResult(False, "missing_timestamp")

    timestamp = int(time_text)
    now = math.floor(now_seconds if _is_amount(now_seconds) else time.time())
    skew = abs(now - timestamp)
    tolerance = tolerance_seconds if _is_amount(tolerance_seconds) else DEFAULT_TOLERANCE_SECONDS
    if skew > tolerance:
        return VerificationResult(False, "timestamp_out_of_tolerance", timestamp, skew)

    body = _bytes_of(raw_body)
    if not body:
        return VerificationResult(False, "empty_payload", timestamp, skew)
    # Without a secret anyone could compute the digest.
    if not isinstance(secret, str) or not secret:
        return VerificationResult(False, "digest_mismatch", timestamp, skew)

    signed = time_text.encode() + b"." + body
    expected = hmac.new(_encode(secret), signed, hashlib.sha256).hexdigest().encode()
    if any(len(given) == len(expected) and hmac.compare_digest(given, expected) for given in digests):
        return VerificationResult(True, None, timestamp, skew)
    return VerificationResult(False, "digest_mismatch", timestamp, skew)


def _parse(header: str) -> Tuple[Optional[str], List[bytes]]:
    """The first ``t`` and every ``v1``; parts of other names belong to other versions."""
    parts = [part.strip() for part in header.split(",")]
    times = [part[2:] for part in parts if part.startswith("t=")]
    digests = [_encode(part[3:]) for part in parts if part.startswith("v1=") and len(part) > 3]
    return (times[0] if times else None), digests


def _bytes_of(body: object) -> bytes:
    if isinstance(body, str):
        return _encode(body)
    try:
        return bytes(body) if isinstance(body, (bytes, bytearray, memoryview)) else b""
    except ValueError:
        # A memoryview that was released holds nothing any more.
        return b""


def _encode(text: str) -> bytes:
    # A lone surrogate has no bytes of its own; it must not raise.
    return text.encode("utf-8", "replace")


def _is_amount(value: object) -> bool:
    # Compared, not converted: a whole number may be greater than every float.
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < math.inf
