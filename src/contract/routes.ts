import { centreRoutes } from './centres'
import { channelRoutes } from './channels'
import { demoRoutes } from './demo'
import { documentRoutes } from './documents'
import { figureRoutes } from './figures'
import { groupBuyRoutes } from './group-buys'
import { healthRoutes } from './health'
import { lessonRoutes } from './lessons'
import { meRoutes } from './me'
import { operatorRoutes } from './operator'
import { operatorPasskeyRoutes } from './operator-passkeys'
import { operatorSettingRoutes } from './operator-settings'
import { blockedBuyerRoutes } from './order/blocked-buyers'
import { changeRequestRoutes } from './order/change-requests'
import { deliverySlotRoutes } from './order/delivery-slots'
import { orderRoutes } from './order/orders'
import { parcelRoutes } from './order/parcels'
import { moneyRoutes } from './payment/money'
import { paymentApplicationRoutes } from './payment/payment-application'
import { paymentRightsRoutes } from './payment/payment-rights'
import { paymentRoutes } from './payment/payments'
import { payoutRoutes } from './payment/payouts'
import { personalDataRoutes } from './personal-data'
import { categoryRoutes } from './product/categories'
import { photoRoutes } from './product/photos'
import { productRoutes } from './product/products'
import { voiceRoutes } from './product/voices'
import type { BodyOf, ParamsOf, QueryOf, ReplyOf } from './route'
import { sessionRoutes } from './sessions'
import { appealRoutes } from './shop/appeals'
import { closingRoutes } from './shop/closing'
import { exportRoutes } from './shop/exports'
import { handoverRoutes } from './shop/handovers'
import { helpRoutes } from './shop/helps'
import { lookRoutes } from './shop/looks'
import { ownAppRoutes } from './shop/own-apps'
import { paperCardRoutes } from './shop/paper-cards'
import { reportRoutes } from './shop/reports'
import { shopMessageRoutes } from './shop/shop-messages'
import { shopRoutes } from './shop/shops'
import { storefrontRoutes } from './shop/storefronts'
import { templateRoutes } from './shop/templates'

/** The route table, the source of validation, access control, OpenAPI, the typed client and the contract tests. */
export const routes = {
  ...healthRoutes,
  ...documentRoutes,
  ...sessionRoutes,
  ...meRoutes,
  ...personalDataRoutes,
  ...channelRoutes,
  ...shopRoutes,
  ...closingRoutes,
  ...lookRoutes,
  ...storefrontRoutes,
  ...reportRoutes,
  ...appealRoutes,
  ...ownAppRoutes,
  ...shopMessageRoutes,
  ...templateRoutes,
  ...productRoutes,
  ...categoryRoutes,
  ...orderRoutes,
  ...groupBuyRoutes,
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
  ...operatorRoutes,
  ...operatorPasskeyRoutes,
  ...operatorSettingRoutes,
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
