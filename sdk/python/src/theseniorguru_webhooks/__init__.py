"""Verifies webhook signatures of The Senior Guru."""

from .verify_signature import (
    DEFAULT_TOLERANCE_SECONDS,
    VerificationFailure,
    VerificationResult,
    verify_senior_guru_webhook_signature,
)

__all__ = [
    "DEFAULT_TOLERANCE_SECONDS",
    "VerificationFailure",
    "VerificationResult",
    "verify_senior_guru_webhook_signature",
]
