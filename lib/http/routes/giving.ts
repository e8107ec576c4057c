import * as giving from "@/lib/contract/giving";
import { getMe } from "@/lib/domain/accounts/get-me";
import { login } from "@/lib/domain/accounts/login";
import { logout } from "@/lib/domain/accounts/logout";
import { refresh } from "@/lib/domain/accounts/refresh";
import { register } from "@/lib/domain/accounts/register";
import { getAction } from "@/lib/domain/giving/actions/get-action";
import { listActions } from "@/lib/domain/giving/actions/list-actions";
import { submitAction } from "@/lib/domain/giving/actions/submit-action";
import { createKey } from "@/lib/domain/giving/self-service/create-key";
import { getTokenPool } from "@/lib/domain/giving/token-pools/get-token-pool";
import { listPoolEntries } from "@/lib/domain/giving/token-pools/list-pool-entries";
import { listTokenPools } from "@/lib/domain/giving/token-pools/list-token-pools";
import { getBalance } from "@/lib/domain/giving/users/get-balance";
import { getUser } from "@/lib/domain/giving/users/get-user";
import { listUsers } from "@/lib/domain/giving/users/list-users";
import { getKey } from "@/lib/domain/keys/get-key";
import { listKeys } from "@/lib/domain/keys/list-keys";
import { revokeKey } from "@/lib/domain/keys/revoke-key";
import { updateKey } from "@/lib/domain/keys/update-key";
import { getConfig } from "@/lib/domain/partners/get-config";
import { getPartnerInfo } from "@/lib/domain/partners/get-partner-info";
import { createWebhook } from "@/lib/domain/webhooks/create-webhook";
import { deleteWebhook } from "@/lib/domain/webhooks/delete-webhook";
import { getDelivery } from "@/lib/domain/webhooks/get-delivery";
import { getWebhook } from "@/lib/domain/webhooks/get-webhook";
import { listDeliveries } from "@/lib/domain/webhooks/list-deliveries";
import { listWebhooks } from "@/lib/domain/webhooks/list-webhooks";
import { givingSurface } from "@/lib/http/giving-surface";
import { routes } from "@/lib/http/route-table";

/** Which verb keeps which promise of the giving API. */
export const givingRoutes = routes(givingSurface, [
  [giving.register, register],
  [giving.login, login],
  [giving.refresh, refresh],
  [giving.logout, logout],
  [giving.me, getMe],
  [giving.createKey, createKey],
  [giving.listKeys, listKeys],
  [giving.getPartnerInfo, getPartnerInfo],
  [giving.getKey, getKey],
  [giving.updateKey, updateKey],
  [giving.revokeKey, revokeKey],
  [giving.getConfig, getConfig],
  [giving.listUsers, listUsers],
  [giving.getUser, getUser],
  [giving.getBalance, getBalance],
  [giving.submitAction, submitAction],
  [giving.listActions, listActions],
  [giving.getAction, getAction],
  [giving.listTokenPools, listTokenPools],
  [giving.getTokenPool, getTokenPool],
  [giving.listPoolEntries, listPoolEntries],
  [giving.createWebhook, createWebhook],
  [giving.listWebhooks, listWebhooks],
  [giving.getWebhook, getWebhook],
  [giving.deleteWebhook, deleteWebhook],
  [giving.listDeliveries, listDeliveries],
  [giving.getDelivery, getDelivery],
]);
