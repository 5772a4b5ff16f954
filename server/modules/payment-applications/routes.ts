import { isUnderWay } from '@/domain/payment/payment-application'
import { MAX_PHOTO_BYTES } from '@/domain/photo'
import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import { GatewayError } from '../../gateways/payment-gateway'
import type { StorefrontCache } from '../../http/cache/storefront-cache'
import type { Handlers } from '../../http/call'
import { resolveOrigin } from '../../http/origin'
import { connectedMethods, readGrants, toPaymentGrants } from '../grants/grants'
import type { Uploads } from '../media/uploads'
import { resizePaper } from '../photos/resize-photo'
import { mustFindShop } from '../shops/store'
import { askApplication } from './ask-application'
import { mustBeAbleToApply, requireOnboarding, sendApplication } from './send-application'
import { findApplication, mayAsk, toApplication } from './store'

export function paymentApplicationHandlers(
  deps: AppDependencies,
  { uploads, storefronts }: { uploads: Uploads; storefronts: StorefrontCache },
) {
  const { db } = deps

  return {
    'GET /api/shops/:shopId/payment-rights': async ({ params: { shopId }, request }) => {
      let row = await findApplication(db.query, shopId)
      // the page is answered when nothing can be written, too
      if (row && isUnderWay(row.state) && (await mayAsk(db.query, row, deps.clock()).catch(() => false))) {
        const updated = await askApplication(deps, row, request.log)
        if (updated.state !== row.state) storefronts.invalidateShop(shopId)
        row = updated
      }
      const grants = readGrants(await mustFindShop(db.query, shopId))
      const { wechat, alipay, ...rest } = toPaymentGrants(grants)
      return {
        subject: grants.subject,
        grants: { ...rest, ...(wechat ? { wechat } : {}), ...(alipay ? { alipay } : {}) },
        connected: connectedMethods(deps.payments, grants),
        canApply: deps.payments.onboarding !== undefined,
        ...(row ? { application: toApplication(row, resolveOrigin(deps.settings, request)) } : {}),
      }
    },
    'POST /api/shops/:shopId/payment-application/papers': async (call) => {
      const onboarding = requireOnboarding(deps)
      await mustBeAbleToApply(db.query, call.params.shopId)
      return uploads.receive(call, MAX_PHOTO_BYTES, async (bytes, runInQueue) => {
        const paper = await runInQueue(() => resizePaper(bytes))
        return { mediaId: await onboarding.storePaper(paper).catch(toApiError) }
      })
    },
    'PUT /api/shops/:shopId/payment-application': async ({ params: { shopId }, body, request }) => {
      const origin = resolveOrigin(deps.settings, request)
      return toApplication(await sendApplication(deps, { shopId, papers: body, origin }, request.log), origin)
    },
  } satisfies Partial<Handlers>
}

/** @throws ApiError `unavailable` when the service does not answer, `payment-unavailable` when it refuses. */
function toApiError(error: unknown): never {
  if (!(error instanceof GatewayError)) throw error
  throw new ApiError(error.kind === 'unavailable' ? 'unavailable' : 'payment-unavailable')
}
