import hashlib
import hmac
import json
import random
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

from theseniorguru_webhooks import VerificationResult, verify_senior_guru_webhook_signature as verify  # noqa: E402

SECRET = "whsec_example_do_not_use"
TIMESTAMP = 1778792400
BODY = (
    '{"id":"webhook-delivery-example","eventType":"provider.updated","subjectId":"provider-example",'
    '"payload":{"providerId":"provider-example","status":"updated"},"createdAt":"2026-05-14T21:00:00.000Z"}'
)
DIGEST = "c6712f63cdc2c4dc3c0df540b951905799fab2b40a2a0f61570461a0d07166c2"
SIGNATURE = f"t={TIMESTAMP},v1={DIGEST}"


def check(body=BODY, header=SIGNATURE, secret=SECRET, **options):
    return verify(body, header, secret, **{"now_seconds": TIMESTAMP, **options})


def refused(reason, timestamp=TIMESTAMP, skew_seconds=0):
    return VerificationResult(False, reason, timestamp, skew_seconds)


class TheVector(unittest.TestCase):
    def test_verifies_as_text_and_as_bytes(self):
        self.assertEqual(len(BODY.encode()), 197)
        for body in (BODY, BODY.encode(), bytearray(BODY.encode()), memoryview(BODY.encode())):
            self.assertEqual(check(body), VerificationResult(True, None, TIMESTAMP, 0))

    def test_no_byte_may_change(self):
        for at in range(len(BODY)):
            altered = bytearray(BODY.encode())
            altered[at] ^= 1
            self.assertEqual(check(bytes(altered)), refused("digest_mismatch"))

    def test_re_spaced_json_is_another_body(self):
        self.assertEqual(check(json.dumps(json.loads(BODY))), refused("digest_mismatch"))

    def test_another_secret_or_timestamp_is_refused(self):
        self.assertEqual(check(secret="example_do_not_use"), refused("digest_mismatch"))
        moved = f"t={TIMESTAMP + 1},v1={DIGEST}"
        self.assertEqual(check(header=moved), refused("digest_mismatch", TIMESTAMP + 1, 1))

    def test_the_tolerance_is_kept_to_on_both_sides(self):
        for skew in (300, -300):
            self.assertTrue(check(now_seconds=TIMESTAMP + skew).valid)
        for skew in (301, -301):
            late = refused("timestamp_out_of_tolerance", skew_seconds=301)
            self.assertEqual(check(now_seconds=TIMESTAMP + skew), late)
        self.assertEqual(check(now_seconds=TIMESTAMP + 31, tolerance_seconds=30).reason, "timestamp_out_of_tolerance")
        self.assertTrue(check(now_seconds=TIMESTAMP + 3600, tolerance_seconds=3600).valid)

    def test_by_the_systems_clock_the_sample_is_out_of_date(self):
        self.assertEqual(verify(BODY, SIGNATURE, SECRET).reason, "timestamp_out_of_tolerance")

    def test_other_parts_of_the_header_are_ignored(self):
        for header in (f"v0=abc, {SIGNATURE},x", f"v1={DIGEST},t={TIMESTAMP}", f"t={TIMESTAMP},v1=00,v1={DIGEST}"):
            self.assertTrue(check(header=header).valid)


class EachReason(unittest.TestCase):
    def test_is_given(self):
        cases = [
            ("missing_signature", dict(header=None)),
            ("missing_signature", dict(header="  ")),
            ("missing_signature", dict(header=17)),
            ("malformed_signature", dict(header="nonsense")),
            ("malformed_signature", dict(header=f"t={TIMESTAMP}")),
            ("malformed_signature", dict(header=f"t={TIMESTAMP},v1=")),
            ("missing_timestamp", dict(header=f"v1={DIGEST}")),
            ("missing_timestamp", dict(header=f"t=soon,v1={DIGEST}")),
            ("timestamp_out_of_tolerance", dict(now_seconds=TIMESTAMP + 301)),
            ("empty_payload", dict(body="")),
            ("empty_payload", dict(body=None)),
            ("empty_payload", dict(body=json.loads(BODY))),
            ("digest_mismatch", dict(header=f"t={TIMESTAMP},v1={DIGEST[:-2]}")),
            ("digest_mismatch", dict(header=f"t={TIMESTAMP},v1={DIGEST.upper()}")),
            ("digest_mismatch", dict(secret=None)),
        ]
        for reason, given in cases:
            with self.subTest(reason=reason, given=given):
                result = check(**given)
                self.assertEqual((result.valid, result.reason), (False, reason))

    def test_nothing_verifies_against_an_empty_secret(self):
        digest = hmac.new(b"", f"{TIMESTAMP}.{BODY}".encode(), hashlib.sha256).hexdigest()
        self.assertEqual(check(header=f"t={TIMESTAMP},v1={digest}", secret=""), refused("digest_mismatch"))


class Junk(unittest.TestCase):
    def test_of_any_size_or_state_is_answered(self):
        released = memoryview(BODY.encode())
        released.release()
        self.assertEqual(check(released), refused("empty_payload"))
        self.assertEqual(check(now_seconds=10**400).reason, "timestamp_out_of_tolerance")
        self.assertTrue(check(tolerance_seconds=10**400).valid)
        for tolerance in (float("nan"), float("inf"), -1, True, "9999", None):
            late = check(now_seconds=TIMESTAMP + 301, tolerance_seconds=tolerance)
            self.assertEqual(late.reason, "timestamp_out_of_tolerance")

    def test_never_raises_and_never_verifies(self):
        source = random.Random(7)
        alphabet = 't=v1,."\\ \x00\ud800é٣0123456789abcdef'
        parts = [SIGNATURE, "t=", "v1=", ",", f"t={'9' * 40}", "t=-1", "t=٣", "t=1e9", f"v1={DIGEST}"]
        others = [None, 0, 1.5, float("nan"), float("inf"), True, [], {}, b"t=1,v1=2", object()]

        def junk():
            if source.random() < 0.3:
                return source.choice(others)
            if source.random() < 0.5:
                return "".join(source.choice(parts) for _ in range(source.randrange(4)))
            return "".join(source.choice(alphabet) for _ in range(source.randrange(80)))

        for _ in range(3000):
            # The secret is never the one that the sample was signed with.
            result = verify(junk(), junk(), junk(), tolerance_seconds=junk(), now_seconds=source.choice([junk(), TIMESTAMP]))
            self.assertIsInstance(result, VerificationResult)
            self.assertFalse(result.valid)
            self.assertIsNotNone(result.reason)


if __name__ == "__main__":
    unittest.main()
