import { expect, test } from "vitest";
import { signRequest } from "./sign-request.js";

const hmacSecret = "8f1c0d5e2a7b46939c0e1f2d3a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d";

test.each([
  [
    "1767225600",
    "GET",
    "/v1/partner/users?page=1&limit=20",
    "",
    "be96b6070b18bca6a7984ab1b5f174ebcee5adfcbb7c72a96260dcfac863cec2",
  ],
  [
    "1767225660",
    "POST",
    "/v1/partner/actions/submit",
    '{"idempotencyKey":"order-7001","actionType":"PURCHASE","amount":49.99,"currency":"USD","stakeholders":[{"stakeholderTypeCode":"CUSTOMER","partnerUserId":"cust-314"}],"autoCreateUsers":true}',
    "441e0e2c8b7a11a3af849b654ec7ee80c81afc1f18e0128b9a29e74f736a04cb",
  ],
  [
    "1767225720",
    "DELETE",
    "/v1/partner/webhooks/695b9e0d4f1a2b3c4d5e6f70",
    "",
    "63f7a5bd43ec668f0c9c35c45cbd9d4b6511366a13c3a39faad5910fdfdfd782",
  ],
  [
    "1767225780",
    "PATCH",
    "/v1/partner/users/jane%2Btag%40example.com",
    '{"firstName":"Zoë","metadata":{"city":"Kraków"}}',
    "575dcb52eaa479830d4e55f0ff56fffa6293e4fb0f5cc67561ab41bf29d38d1f",
  ],
])("%s %s %s is signed as the published vector says", (timestamp, method, target, body, signature) => {
  expect(signRequest({ hmacSecret, timestamp, method, target, body })).toBe(signature);
});
