import { blockedBuyerRoutes } from './blocked-buyers'
import { categoryRoutes } from './categories'
import { centreRoutes } from './centres'
import { changeRequestRoutes } from './change-requests'
import { channelRoutes } from './channels'
import { closingRoutes } from './closing'
import { deliverySlotRoutes } from './delivery-slots'
import { demoRoutes } from './demo'
import { exportRoutes } from './exports'
import { figureRoutes } from './figures'
import { handoverRoutes } from './handovers'
import { healthRoutes } from './health'
import { helpRoutes } from './helps'
import { lessonRoutes } from './lessons'
import { lookRoutes } from './looks'
import { meRoutes } from './me'
import { moneyRoutes } from './money'
import { orderRoutes } from './orders'
import { paperCardRoutes } from './paper-cards'
import { parcelRoutes } from './parcels'
import { paymentApplicationRoutes } from './payment-application'
import { paymentRightsRoutes } from './payment-rights'
import { paymentRoutes } from './payments'
import { payoutRoutes } from './payouts'
import { personalDataRoutes } from './personal-data'
import { photoRoutes } from './photos'
import { productRoutes } from './products'
import type { BodyOf, ParamsOf, QueryOf, ReplyOf } from './route'
import { sessionRoutes } from './sessions'
import { shopRoutes } from './shops'
import { storefrontRoutes } from './storefronts'
import { templateRoutes } from './templates'
import { voiceRoutes } from './voices'

/** The route table, the source of validation, access control, OpenAPI, the typed client and the contract tests. */
export const routes = {
  ...healthRoutes,
  ...sessionRoutes,
  ...meRoutes,
  ...personalDataRoutes,
  ...channelRoutes,
  ...shopRoutes,
  ...closingRoutes,
  ...lookRoutes,
  ...storefrontRoutes,
  ...templateRoutes,
  ...productRoutes,
  ...categoryRoutes,
  ...orderRoutes,
  ...deliverySlotRoutes,
  ...changeRequestRoutes,
  ...blockedBuyerRoutes,
  ...parcelRoutes,
  ...paymentRoutes,
  ...moneyRoutes,
  ...payoutRoutes,
  ...paymentRightsRoutes,
  ...paymentApplicationRoutes,
  ...photoRoutes,
  ...voiceRoutes,
  ...exportRoutes,
  ...centreRoutes,
  ...lessonRoutes,
  ...figureRoutes,
  ...helpRoutes,
  ...handoverRoutes,
  ...paperCardRoutes,
  ...demoRoutes,
} as const

export type Routes = typeof routes
export type RouteName = keyof Routes

// one type with all parts of a kind, so that the compiler derives each part once
type AllParams = { [N in RouteName]: ParamsOf<Routes[N]> }
type AllQueries = { [N in RouteName]: QueryOf<Routes[N]> }
type AllBodies = { [N in RouteName]: BodyOf<Routes[N]> }
type AllReplies = { [N in RouteName]: ReplyOf<Routes[N]> }

export type RouteParams<N extends RouteName> = AllParams[N]
export type RouteQuery<N extends RouteName> = AllQueries[N]
export type RouteBody<N extends RouteName> = AllBodies[N]
export type RouteReply<N extends RouteName> = AllReplies[N]
