import { endpoint } from "@/lib/contract/endpoint";
import { RefreshToken, TokenPair } from "@/lib/domain/accounts/schemas";
import { AdminLogin, AdminLoginResult, AdminMe } from "@/lib/domain/admins/schemas";

/** Admin API: signing in. */

export const login = endpoint({
  method: "POST",
  path: "/api/v1/admin/auth/login",
  id: "loginAdmin",
  tag: "Sign-in",
  summary: "Sign in as an administrator",
  description:
    "With a second factor, totp is the code of the app or a recovery code; each works once. Ten failures in 15 minutes, of password or code, for an account or an address are answered 429.",
  auth: "none",
  body: AdminLogin,
  response: AdminLoginResult,
  status: 200,
  errors: ["invalid_credentials", "totp_required", "account_disabled"],
});

export const refresh = endpoint({
  method: "POST",
  path: "/api/v1/admin/auth/refresh",
  id: "refreshAdmin",
  tag: "Sign-in",
  summary: "Exchange a refresh token",
  description: "Each refresh token works once. Using one again revokes every token that came from the same sign-in.",
  auth: "none",
  body: RefreshToken,
  response: TokenPair,
  status: 200,
  errors: ["invalid_token", "token_expired", "account_disabled"],
});

export const logout = endpoint({
  method: "POST",
  path: "/api/v1/admin/auth/logout",
  id: "logoutAdmin",
  tag: "Sign-in",
  summary: "Sign out",
  auth: "none",
  body: RefreshToken,
  status: 204,
  errors: [],
});

export const me = endpoint({
  method: "GET",
  path: "/api/v1/admin/auth/me",
  id: "getAdminMe",
  tag: "Sign-in",
  summary: "Read the signed-in administrator",
  auth: "admin",
  beforeEnrolment: true,
  response: AdminMe,
  status: 200,
  errors: [],
});
