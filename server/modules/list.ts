import type { Handlers } from '../http/call'
import type { JobKind } from '../jobs/worker'
import type { AppBase, ModuleParts } from '../server-module'
import { appealsModule } from './appeals/module'
import { categoriesModule } from './categories/module'
import { centresModule } from './centres/module'
import { changeRequestsModule } from './change-requests/module'
import { closingModule } from './closing/module'
import { contentModule } from './content/module'
import { deliverySlotsModule } from './delivery-slots/module'
import { demoModule } from './demo/module'
import { documentsModule } from './documents/module'
import { exportsModule } from './exports/module'
import { figuresModule } from './figures/module'
import { groupBuysModule } from './group-buys/module'
import { handoversModule } from './handovers/module'
import { healthModule } from './health/module'
import { helpsModule } from './helps/module'
import { lessonsModule } from './lessons/module'
import { looksModule } from './looks/module'
import { meModule } from './me/module'
import { moneyModule } from './money/module'
import { notificationsModule } from './notifications/module'
import { openingModule } from './opening/module'
import { operatorModule } from './operator/module'
import { orderStepsModule } from './order-steps/module'
import { ordersModule } from './orders/module'
import { ownAppsModule } from './own-apps/module'
import { paperCardsModule } from './paper-cards/module'
import { parcelsModule } from './parcels/module'
import { paymentApplicationsModule } from './payment-applications/module'
import { paymentsModule } from './payments/module'
import { payoutsModule } from './payouts/module'
import { personalDataModule } from './personal-data/module'
import { photosModule } from './photos/module'
import { productsModule } from './products/module'
import { reportsModule } from './reports/module'
import { sessionsModule } from './sessions/module'
import { settingsModule } from './settings/module'
import { shopMessagesModule } from './shop-messages/module'
import { shopsModule } from './shops/module'
import { statementsModule } from './statements/module'
import { storefrontsModule } from './storefronts/module'
import { templatesModule } from './templates/module'
import { todayModule } from './today/module'
import { voicesModule } from './voices/module'
import './reactions'

/** The modules of the server, those of lower layers first. */
const modules = [
  healthModule,
  documentsModule,
  shopMessagesModule,
  templatesModule,
  shopsModule,
  sessionsModule,
  contentModule,
  photosModule,
  voicesModule,
  centresModule,
  deliverySlotsModule,
  helpsModule,
  productsModule,
  looksModule,
  reportsModule,
  appealsModule,
  ownAppsModule,
  categoriesModule,
  storefrontsModule,
  ordersModule,
  paymentsModule,
  changeRequestsModule,
  parcelsModule,
  orderStepsModule,
  groupBuysModule,
  settingsModule,
  paymentApplicationsModule,
  statementsModule,
  payoutsModule,
  demoModule,
  moneyModule,
  lessonsModule,
  handoversModule,
  paperCardsModule,
  openingModule,
  exportsModule,
  figuresModule,
  notificationsModule,
  todayModule,
  closingModule,
  personalDataModule,
  meModule,
  operatorModule,
] as const

type Parts = ReturnType<(typeof modules)[number]>
type HandlersIn<P> = P extends { handlers: infer H } ? H : never
type All<U> = (U extends unknown ? (part: U) => void : never) extends (part: infer I) => void ? I : never

export interface JoinedModules {
  handlers: Handlers
  jobs: Record<string, JobKind>
  /** Registers everything that is not in the route table. */
  serve(): Promise<void>
}

/** Makes the modules of an app. Every route of the route table has a handler in one of them, which the types check. */
export function joinModules(base: AppBase): JoinedModules {
  const parts: ModuleParts[] = modules.map((make) => make(base))
  const handlers: Handlers = Object.assign({}, ...parts.map((part) => part.handlers)) as All<
    HandlersIn<Parts>
  >
  return {
    handlers,
    jobs: Object.assign({}, ...parts.map(({ jobs }) => jobs)) as Record<string, JobKind>,
    async serve() {
      for (const part of parts) await part.serve?.()
    },
  }
}
